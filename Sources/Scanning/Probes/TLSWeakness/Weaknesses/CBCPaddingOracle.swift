import Transport
import Wire

/// The padding oracles named Zombie POODLE, GOLDENDOODLE and 0-length (CVE-2019-1559): does the server tell a wrong MAC
/// from wrong padding?
///
/// Five records after five sound handshakes, each wrong in one way. A sound server answers all alike.
struct CBCPaddingOracle: WeaknessTest {
    let weakness = "cbc_padding_oracle"
    let cve = "CVE-2019-1559,CVE-2019-6485,CVE-2019-6593"
    let connections = 5

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        var reactions: [Reaction] = []
        for fault in Fault.allCases {
            switch try await send(fault, at: entrance) {
            case .reaction(let reaction): reactions.append(reaction.withoutManner)
            case .answer(let answer): return answer
            }
        }
        guard Set(reactions).count > 1 else {
            return reactions.first == .silent ? .unknown("timeout") : .notVulnerable("the same answer to every fault")
        }
        let words = zip(Fault.allCases, reactions).map { "\($0.rawValue): \($1)" }
        return .vulnerable(words.joined(separator: ", "))
    }

    private enum Heard {
        case reaction(Reaction)
        case answer(WeaknessAnswer)
    }

    private func send(_ fault: Fault, at entrance: TLSEntrance<some Dialer>) async throws -> Heard {
        try await entrance.byHand { conversation in
            switch try await conversation.shakeHands(serverName: entrance.serverName) {
            case .refused(let alert): return .answer(.refused(alert, without: "AES-CBC with RSA or ECDHE"))
            case .broken(let reaction): return .answer(.unknown("no handshake by hand: \(reaction)"))
            case .established(var session):
                let record = try session.sending.seal(.applicationData, fault.content, spoiling: fault.spoil)
                try await conversation.send(record)
                return .reaction(try await conversation.reaction { try session.receiving.open($0) })
            }
        }
    }

    /// One way for a record to be wrong.
    private enum Fault: String, CaseIterable {
        case code = "wrong MAC"
        case padding = "wrong padding"
        case tooLong = "padding longer than the record"
        case emptyCode = "empty with wrong MAC"
        case emptyPadding = "empty with wrong padding"

        /// An empty line, in case a server takes it.
        var content: [UInt8] { self == .emptyCode || self == .emptyPadding ? [] : [0x0D, 0x0A] }

        func spoil(_ fragment: inout BlockProtection.Fragment) {
            switch self {
            case .code, .emptyCode: fragment.spoilCode()
            case .padding, .emptyPadding: fragment.spoilPadding()
            case .tooLong: fragment.padding = fragment.padding.map { _ in 0xFF }
            }
        }
    }
}
