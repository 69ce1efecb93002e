/// Reads a message field by field, in network byte order. Every read names its field, so an error can say which was
/// missing, and nothing it is given can make it trap.
package struct ByteReader: Sendable {
    /// The message being read, for errors.
    package let message: String
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    package init(_ bytes: [UInt8], of message: String) {
        self.init(bytes, in: 0..<bytes.count, of: message)
    }

    /// Shares the bytes of another reader; `range` lies inside.
    private init(_ bytes: [UInt8], in range: Range<Int>, of message: String) {
        self.bytes = bytes
        self.message = message
        position = range.lowerBound
        end = range.upperBound
    }

    package var remaining: Int { end - position }
    package var isAtEnd: Bool { position == end }

    package mutating func bytes(_ count: Int, _ field: String) throws(WireError) -> [UInt8] {
        Array(bytes[try advance(count, field)])
    }

    package mutating func uint8(_ field: String) throws(WireError) -> UInt8 {
        guard position < end else { throw .missing(field: field, of: message) }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func uint16(_ field: String) throws(WireError) -> UInt16 {
        let range = try advance(2, field)
        return UInt16(bytes[range.lowerBound]) << 8 | UInt16(bytes[range.lowerBound + 1])
    }

    /// 24 bits, as TLS counts handshake messages and certificates.
    package mutating func uint24(_ field: String) throws(WireError) -> Int {
        let range = try advance(3, field)
        return bytes[range].reduce(0) { $0 << 8 | Int($1) }
    }

    package mutating func uint32(_ field: String) throws(WireError) -> UInt32 {
        let range = try advance(4, field)
        return bytes[range].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// A count in one byte, then as many bytes: `opaque field<0..255>` of RFC 8446 section 3.4.
    package mutating func vector8(_ field: String) throws(WireError) -> [UInt8] {
        Array(bytes[try counted(in: 1, field)])
    }

    package mutating func vector16(_ field: String) throws(WireError) -> [UInt8] {
        Array(bytes[try counted(in: 2, field)])
    }

    package mutating func vector24(_ field: String) throws(WireError) -> [UInt8] {
        Array(bytes[try counted(in: 3, field)])
    }

    /// A count in four bytes, then as many bytes: `string` of RFC 4251 section 5.
    package mutating func vector32(_ field: String) throws(WireError) -> [UInt8] {
        Array(bytes[try counted(in: 4, field)])
    }

    /// A reader over the next counted bytes, which are not copied.
    package mutating func part8(_ field: String) throws(WireError) -> ByteReader {
        ByteReader(bytes, in: try counted(in: 1, field), of: message)
    }

    package mutating func part16(_ field: String) throws(WireError) -> ByteReader {
        ByteReader(bytes, in: try counted(in: 2, field), of: message)
    }

    package mutating func part24(_ field: String) throws(WireError) -> ByteReader {
        ByteReader(bytes, in: try counted(in: 3, field), of: message)
    }

    /// Two-byte numbers up to the end of this reader; an odd byte at the end is one that is cut short.
    package mutating func numbers16(_ field: String) throws(WireError) -> [UInt16] {
        var numbers: [UInt16] = []
        numbers.reserveCapacity(remaining / 2)
        while !isAtEnd { numbers.append(try uint16(field)) }
        return numbers
    }

    /// All that is left.
    package mutating func rest() -> [UInt8] {
        defer { position = end }
        return Array(bytes[position..<end])
    }

    /// Throws when something is left over.
    package func finish() throws(WireError) {
        guard isAtEnd else { throw .trailing(bytes: remaining, after: message) }
    }

    private mutating func advance(_ count: Int, _ field: String) throws(WireError) -> Range<Int> {
        guard count >= 0, count <= remaining else { throw .missing(field: field, of: message) }
        defer { position += count }
        return position..<position + count
    }

    private mutating func counted(in width: Int, _ field: String) throws(WireError) -> Range<Int> {
        guard width <= remaining else { throw .missing(field: "length of \(field)", of: message) }
        let count = bytes[position..<position + width].reduce(0) { $0 << 8 | Int($1) }
        position += width
        return try advance(count, field)
    }
}
