import Transport
import Wire

/// CVE-2014-8730: padding of a CBC record is not looked at, as in SSLv3, but under TLS.
///
/// The record with our Finished is padded with other bytes than RFC 5246 section 6.2.3.2 wants. Whoever goes on with the
/// handshake has not looked. A sound handshake comes first: without it, a refusal would say nothing.
struct TLSPOODLE: WeaknessTest {
    let weakness = "tls_poodle"
    let cve = "CVE-2014-8730"
    let connections = 2

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        switch try await entrance.byHand({ try await $0.shakeHands(serverName: entrance.serverName) }) {
        case .refused(let alert): return .refused(alert, without: "AES-CBC with RSA or ECDHE")
        case .broken(let reaction): return .unknown("no handshake by hand: \(reaction)")
        case .established: break
        }
        let spoilt = try await entrance.byHand { conversation in
            try await conversation.shakeHands(serverName: entrance.serverName) { $0.spoilPadding() }
        }
        switch spoilt {
        case .established: return .vulnerable("a record with wrong padding is taken")
        case .broken(.silent): return .unknown("timeout")
        case .broken(.garbage): return .unknown("garbage")
        case .broken, .refused: return .notVulnerable("a record with wrong padding is refused")
        }
    }
}

extension BlockProtection.Fragment {
    /// Every byte but the last, which says how many there are.
    mutating func spoilPadding() { for index in padding.indices.dropLast() { padding[index] ^= 0xFF } }

    mutating func spoilCode() { code = code.map { $0 ^ 0xFF } }
}
