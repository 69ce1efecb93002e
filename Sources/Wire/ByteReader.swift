/// Reads a message field by field, in network byte order. Every read names its field, so an error can say which was
/// missing, and nothing it is given can make it trap.
package struct ByteReader: Sendable {
    /// The message being read, for errors.
    package let message: String
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8], of message: String) {
        self.bytes = bytes
        self.message = message
    }

    package var remaining: Int { bytes.count - position }
    package var isAtEnd: Bool { remaining == 0 }

    package mutating func bytes(_ count: Int, _ field: String) throws(WireError) -> [UInt8] {
        guard count >= 0, count <= remaining else { throw .missing(field: field, of: message) }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    package mutating func uint8(_ field: String) throws(WireError) -> UInt8 {
        UInt8(truncatingIfNeeded: try number(bytes: 1, field))
    }

    package mutating func uint16(_ field: String) throws(WireError) -> UInt16 {
        UInt16(truncatingIfNeeded: try number(bytes: 2, field))
    }

    /// 24 bits, as TLS counts handshake messages and certificates.
    package mutating func uint24(_ field: String) throws(WireError) -> Int { try number(bytes: 3, field) }

    package mutating func uint32(_ field: String) throws(WireError) -> UInt32 {
        UInt32(truncatingIfNeeded: try number(bytes: 4, field))
    }

    /// A count in one byte, then as many bytes: `opaque field<0..255>` of RFC 8446 section 3.4.
    package mutating func vector8(_ field: String) throws(WireError) -> [UInt8] {
        try bytes(try number(bytes: 1, "length of \(field)"), field)
    }

    package mutating func vector16(_ field: String) throws(WireError) -> [UInt8] {
        try bytes(try number(bytes: 2, "length of \(field)"), field)
    }

    package mutating func vector24(_ field: String) throws(WireError) -> [UInt8] {
        try bytes(try number(bytes: 3, "length of \(field)"), field)
    }

    /// A count in four bytes, then as many bytes: `string` of RFC 4251 section 5.
    package mutating func vector32(_ field: String) throws(WireError) -> [UInt8] {
        try bytes(try number(bytes: 4, "length of \(field)"), field)
    }

    /// All that is left.
    package mutating func rest() -> [UInt8] {
        defer { position = bytes.count }
        return Array(bytes[position...])
    }

    /// Throws when something is left over.
    package func finish() throws(WireError) {
        guard isAtEnd else { throw .trailing(bytes: remaining, after: message) }
    }

    private mutating func number(bytes count: Int, _ field: String) throws(WireError) -> Int {
        try bytes(count, field).reduce(0) { $0 << 8 | Int($1) }
    }
}
