/// The request for TLS a PostgreSQL client may begin with (protocol 3.0, SSLRequest), and its answer of one byte.
package enum PostgreSQLSSL {
    /// Length 8, and 1234 5679 where an ordinary start has its version.
    package static let request: [UInt8] = [0, 0, 0, 8, 0x04, 0xD2, 0x16, 0x2F]

    package enum Answer: Sendable, Equatable {
        case accepted, notOffered
        /// A server older than TLS, or one that turns us away: an ErrorResponse follows.
        case error

        /// The first byte.
        package init(parsing bytes: [UInt8]) throws(WireError) {
            var reader = ByteReader(bytes, of: "PostgreSQL answer")
            switch try reader.uint8("answer to SSLRequest") {
            case UInt8(ascii: "S"): self = .accepted
            case UInt8(ascii: "N"): self = .notOffered
            case UInt8(ascii: "E"): self = .error
            default:
                throw .unexpected(
                    field: "answer to SSLRequest", of: reader.message, found: String(visible: bytes.prefix(20)))
            }
            try reader.finish()
        }
    }
}

/// What a PostgreSQL server says instead of starting: the fields of an ErrorResponse behind its length.
package struct PostgreSQLError: Sendable, Equatable {
    /// `53300 sorry, too many clients already`; hostile text.
    package let description: String

    /// From the byte after `E` and the length of four bytes: fields of a letter and a text that ends with zero.
    package init(parsing bytes: [UInt8]) throws(WireError) {
        var found: [UInt8: String] = [:]
        for field in bytes.split(separator: 0) where found.count < 20 {
            guard let letter = field.first, letter >= 0x41, letter <= 0x7A else {
                throw .unexpected(
                    field: "field", of: "PostgreSQL error", found: String(visible: field.prefix(20)))
            }
            found[letter] = String(visible: field.dropFirst())
        }
        guard let message = found[UInt8(ascii: "M")] else { throw .missing(field: "message", of: "PostgreSQL error") }
        description = [found[UInt8(ascii: "C")], message].compactMap { $0 }.joined(separator: " ")
    }
}
