/// Writing in network byte order into one growing buffer.
extension [UInt8] {
    package mutating func append16(_ number: UInt16) {
        append(UInt8(number >> 8))
        append(UInt8(number & 0xFF))
    }

    package mutating func append32(_ number: UInt32) {
        append16(UInt16(number >> 16))
        append16(UInt16(number & 0xFFFF))
    }

    /// A count in one byte, then what `body` writes. More than fits is our own mistake: what is read from the wire and
    /// written again fits by construction.
    package mutating func vector8(_ body: (inout [UInt8]) -> Void) { vector(width: 1, body) }

    package mutating func vector16(_ body: (inout [UInt8]) -> Void) { vector(width: 2, body) }

    package mutating func vector24(_ body: (inout [UInt8]) -> Void) { vector(width: 3, body) }

    private mutating func vector(width: Int, _ body: (inout [UInt8]) -> Void) {
        let start = count
        for _ in 0..<width { append(0) }
        body(&self)
        let length = count - start - width
        precondition(length >> (8 * width) == 0, "\(length) bytes in a vector with \(width) bytes for its length")
        for index in 0..<width { self[start + index] = UInt8(length >> (8 * (width - 1 - index)) & 0xFF) }
    }
}
