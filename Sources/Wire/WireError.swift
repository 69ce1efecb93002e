/// What was wrong with bytes that came over the wire; it names the message and the field.
package enum WireError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes ended before the field was whole.
    case missing(field: String, of: String)
    /// The field is there and cannot be what the specification allows.
    case unexpected(field: String, of: String, found: String)
    /// The message was whole, and more followed.
    case trailing(bytes: Int, after: String)

    package var description: String {
        switch self {
        case .missing(let field, let message): "\(message): \(field) is missing or cut short"
        case .unexpected(let field, let message, let found): "\(message): \(field) cannot be \(found)"
        case .trailing(let bytes, let message): "\(message): \(bytes) bytes too many"
        }
    }
}
