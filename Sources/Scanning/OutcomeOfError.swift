import Cryptography
import Model
import Transport
import Wire

extension Outcome {
    /// What a probe's error means for the observation, in the closed words of coverage.
    static func of(_ error: any Error) -> (Outcome, reason: String) {
        switch error {
        case let error as NetworkError: of(error)
        case let error as WireError: (.otherProtocol, "protocol error: \(error)")
        case STARTTLSError.notOffered: (.otherProtocol, "STARTTLS not offered")
        case STARTTLSError.refused(let reply): (.otherProtocol, "STARTTLS refused: \(reply)")
        case STARTTLSError.turnedAway(let reply): (.blocked, "turned away: \(reply)")
        case STARTTLSError.followedByPlainText:
            (.otherProtocol, "protocol error: plain text after STARTTLS was accepted")
        case let error as TLSError: (.otherProtocol, "TLS failed: \(error)")
        default: (.failed, "scanner error: \(error)")
        }
    }

    private static func of(_ error: NetworkError) -> (Outcome, reason: String) {
        switch error {
        case .refused: (.refused, "refused")
        case .timeout: (.silent, "timeout")
        case .reset: (.reset, "reset")
        case .closed: (.reset, "closed before an answer")
        case .unreachable(let why): (.failed, "unreachable: \(why)")
        case .nameNotFound: (.failed, "name not found")
        case .noAnswer(_, let reason): (.failed, "no answer from the DNS: \(reason)")
        case .outOfScope(let address): (.outOfScope, "\(address) lies outside every authorised network")
        case .budget: (.blocked, "budget of connections spent")
        case .tooLong(let limit): (.otherProtocol, "protocol error: more than \(limit) bytes without an end")
        case .local(let why): (.failed, "scanner error: \(why)")
        }
    }
}
