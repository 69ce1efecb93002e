/// Bytes of a stream that are not used up yet. What is used up is forgotten now and then, not at every step, so that
/// reading a stream costs as much as it is long.
struct StreamBuffer: Sendable {
    private var bytes: [UInt8] = []
    private var start = 0

    var count: Int { bytes.count - start }

    mutating func append(_ more: [UInt8]) {
        if start > 0, start >= bytes.count - start {
            bytes.removeFirst(start)
            start = 0
        }
        bytes += more
    }

    /// `nil` where it has not come yet.
    func byte(at offset: Int) -> UInt8? {
        guard offset >= 0, offset < count else { return nil }
        return bytes[start + offset]
    }

    func number16(at offset: Int) -> UInt16? {
        guard let high = byte(at: offset), let low = byte(at: offset + 1) else { return nil }
        return UInt16(high) << 8 | UInt16(low)
    }

    func number24(at offset: Int) -> Int? {
        guard let high = byte(at: offset), let low = number16(at: offset + 1) else { return nil }
        return Int(high) << 16 | Int(low)
    }

    /// Uses up a header and the bytes that follow it, and hands out the latter; `nil` while they are not all there.
    mutating func take(_ length: Int, after header: Int) -> [UInt8]? {
        guard length >= 0, header >= 0, count >= header, count - header >= length else { return nil }
        defer { start += header + length }
        return Array(bytes[start + header..<start + header + length])
    }
}
