import Cryptography
import Transport
import Wire

/// Bleichenbacher's oracle: does the server tell how an encrypted premaster secret was padded?
///
/// Five ClientKeyExchanges, one padded well around a secret that does not fit, four padded badly, each on a connection
/// of its own. A sound server answers all five alike (RFC 5246 section 7.4.7.1). First with ChangeCipherSpec and a
/// Finished of noise behind it, then alone: some servers tell only in one of the two.
struct ROBOT: WeaknessTest {
    let weakness = "robot"
    let cve = [
        "CVE-2012-5081", "CVE-2016-6883", "CVE-2017-6168", "CVE-2017-13098", "CVE-2017-13099", "CVE-2017-17382",
        "CVE-2017-17427", "CVE-2017-17428", "CVE-2017-1000385",
    ].joined(separator: ",")
    let connections = 10

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        var alike: Reaction?
        for flow in Flow.allCases {
            var reactions: [Reaction] = []
            for padding in Padding.allCases {
                switch try await send(padding, in: flow, at: entrance) {
                case .reaction(let reaction): reactions.append(reaction)
                case .answer(let answer): return answer
                }
            }
            if Set(reactions).count > 1 { return .vulnerable(Self.describe(reactions, flow)) }
            alike = alike ?? reactions.first
        }
        return alike == .silent ? .unknown("timeout") : .notVulnerable("the same answer to every padding")
    }

    private enum Heard {
        case reaction(Reaction)
        case answer(WeaknessAnswer)
    }

    private func send(_ padding: Padding, in flow: Flow, at entrance: TLSEntrance<some Dialer>) async throws -> Heard {
        try await entrance.byHand { conversation in
            let hello = ClientHello.handmade(CipherSuite.keyTransport, serverName: entrance.serverName)
            switch try await conversation.greet(with: hello) {
            case .refused(let alert): return .answer(.refused(alert, without: "RSA key transport"))
            case .flight(let flight):
                guard let leaf = flight.certificates?.first, let key = RSAEncryption(certificate: leaf) else {
                    return .answer(.notApplicable("no RSA key"))
                }
                let encrypted = try key.encryptUnpadded(padding.block(size: key.size, version: hello.legacyVersion))
                try await conversation.send(flow.messages(.clientKeyExchange(rsa: encrypted), after: flight))
                return .reaction(try await conversation.reaction())
            }
        }
    }

    /// Strong where a block that begins 00 02 is told from one that does not, whatever else is wrong with it: then
    /// decrypting takes thousands of questions instead of millions.
    private static func describe(_ reactions: [Reaction], _ flow: Flow) -> String {
        let bad = zip(Padding.allCases, reactions).filter { $0.0.isNoPadding }.map(\.1)
        let isWeak = Set(bad).count == 1
        let words = zip(Padding.allCases, reactions).map { "\($0.rawValue): \($1)" }
        return "\(isWeak ? "weak" : "strong") oracle\(flow.words); \(words.joined(separator: ", "))"
    }
}

extension ROBOT {
    /// What stands in the encrypted block (PKCS #1 v1.5: 00 02, padding without zero, 00, secret).
    private enum Padding: String, CaseIterable {
        case good = "well padded"
        case wrongStart = "wrong start"
        case zeroTooEarly = "zero too early"
        case noZero = "no zero"
        case wrongVersion = "wrong version"

        var isNoPadding: Bool { self != .good && self != .wrongVersion }

        func block(size: Int, version: TLSVersion) -> [UInt8] {
            var secret: [UInt8] = []
            secret.append16(self == .wrongVersion ? 0x0202 : version.rawValue)
            secret += [UInt8](repeating: 0x5A, count: 46)
            let filler = [UInt8](repeating: 0xA5, count: max(8, size - 3 - secret.count))
            switch self {
            case .good, .wrongVersion: return [0, 2] + filler + [0] + secret
            case .wrongStart: return [0, 0x17] + filler + [0] + secret
            case .zeroTooEarly: return [0, 2] + filler + [0x11] + secret.dropLast(2) + [0, 0x5A]
            case .noZero: return [0, 2] + filler + [0x11] + secret
            }
        }
    }

    private enum Flow: CaseIterable {
        case whole, keyExchangeAlone

        var words: String { self == .whole ? "" : " when nothing follows" }

        /// A goodbye ends what is sent: a server that has said nothing until then closes, and nobody waits.
        func messages(_ exchange: HandshakeMessage, after flight: ServerFlight) -> [UInt8] {
            let version = flight.hello.version
            let certificate = flight.certificateRequest == nil ? [] : HandshakeMessage.noCertificate.record(version)
            let start = certificate + exchange.record(version)
            guard self == .whole else { return start + TLSRecord.closeNotify(version).bytes }
            let noise = TLSRecord(.handshake, version: version, body: [UInt8](repeating: 0x3C, count: 64))
            return start + TLSRecord.changeCipherSpec(version).bytes + noise.bytes
        }
    }
}
