import Transport
import Wire

/// CVE-2014-0224: a ChangeCipherSpec before any key exchange makes the server use keys made of nothing.
///
/// A sound server calls the first one unexpected. One that falls for it tries to decrypt the second and complains about
/// its padding or MAC.
struct CCSInjection: WeaknessTest {
    let weakness = "ccs_injection"
    let cve = "CVE-2014-0224"
    let connections = 1

    /// bad_record_mac and decryption_failed: the server has switched to keys.
    private static let switched: Set<UInt8> = [20, 21]

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        try await entrance.byHand { conversation in
            let hello = ClientHello.handmade(CipherSuite.allEncrypting, serverName: entrance.serverName)
            switch try await conversation.greet(with: hello) {
            case .refused(let alert): return .refused(alert, without: "cipher suite in common")
            case .flight(let flight):
                let early = TLSRecord.changeCipherSpec(flight.hello.version).bytes
                try await conversation.send(early + early)
                return Self.answer(after: try await conversation.reaction())
            }
        }
    }

    private static func answer(after reaction: Reaction) -> WeaknessAnswer {
        switch reaction {
        case .alert(let alert) where switched.contains(alert.code):
            .vulnerable("an early ChangeCipherSpec is taken: \(alert)")
        case .alert, .closed, .reset: .notVulnerable("an early ChangeCipherSpec is refused")
        case .silent, .garbage, .goesOn: .unknown(reaction.description)
        }
    }
}
