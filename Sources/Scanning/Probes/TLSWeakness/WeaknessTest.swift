import Cryptography
import Transport
import Wire

/// One weakness and the conversation that shows it.
protocol WeaknessTest: Sendable {
    /// A word of the vocabulary.
    var weakness: String { get }
    var cve: String { get }
    /// Connections of one attempt, at most.
    var connections: Int { get }

    /// One attempt. Network errors may be thrown: they make the answer unknown.
    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer
}

/// What one attempt, or all of them together, showed.
enum WeaknessAnswer: Equatable {
    /// With what was seen: the same words in every attempt, or it does not count.
    case vulnerable(String)
    case notVulnerable(String)
    case notApplicable(String)
    case unknown(String)

    var word: String {
        switch self {
        case .vulnerable: "vulnerable"
        case .notVulnerable: "not vulnerable"
        case .notApplicable: "not applicable"
        case .unknown: "unknown"
        }
    }

    var detail: String {
        switch self {
        case .vulnerable(let detail), .notVulnerable(let detail), .notApplicable(let detail), .unknown(let detail):
            detail
        }
    }

    /// A server that turns a hello down may have no version we can speak here, or nothing else of what was offered.
    static func refused(_ alert: TLSAlert, without what: String) -> WeaknessAnswer {
        switch alert.code {
        case TLSAlert.protocolVersion: .notApplicable("no TLS 1.2 or older")
        case TLSAlert.handshakeFailure, TLSAlert.insufficientSecurity: .notApplicable("no \(what)")
        default: .unknown(alert.description)
        }
    }
}

extension TLSEntrance {
    /// A connection led by hand, from the point where TLS begins; it is closed afterwards.
    func byHand<Answer>(_ talk: (HandmadeConversation) async throws -> Answer) async throws -> Answer {
        let conversation = HandmadeConversation(try await open())
        defer { conversation.close() }
        return try await talk(conversation)
    }
}
