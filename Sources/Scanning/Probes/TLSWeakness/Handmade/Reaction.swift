import Transport
import Wire

/// What a server did when it was sent something it should not like.
enum Reaction: Hashable, CustomStringConvertible {
    case alert(TLSAlert)
    /// It went on, with a message or record of this kind.
    case goesOn(String)
    case closed
    case reset
    case silent
    case garbage

    var description: String {
        switch self {
        case .alert(let alert): alert.description
        case .goesOn(let kind): kind
        case .closed: "closed"
        case .reset: "reset"
        case .silent: "timeout"
        case .garbage: "garbage"
        }
    }

    /// Where it matters only that the connection ended: which of the two it was depends on what the server had read.
    var withoutManner: Reaction { self == .reset ? .closed : self }
}
