/// One handshake message (RFC 8446 section 4); unknown types stay what they are.
package struct HandshakeMessage: Sendable, Equatable {
    package let type: UInt8
    package let body: [UInt8]

    package init(type: UInt8, body: [UInt8]) {
        self.type = type
        self.body = body
    }

    package static let clientHello: UInt8 = 1
    package static let serverHello: UInt8 = 2

    package var bytes: [UInt8] { [type] + vector24(body) }
}

/// Puts handshake messages together from the records they are spread over.
package struct HandshakeReader: Sendable {
    private var buffer: [UInt8] = []
    /// A longer message is refused instead of collected.
    private let limit: Int

    package init(limit: Int = 1 << 20) { self.limit = limit }

    package mutating func append(_ bytes: [UInt8]) { buffer += bytes }

    /// The next whole message; `nil` while it is not whole.
    package mutating func next() throws(WireError) -> HandshakeMessage? {
        guard buffer.count >= 4 else { return nil }
        var reader = ByteReader(buffer, of: "TLS handshake")
        let type = try reader.uint8("message type")
        let length = try reader.uint24("message length")
        guard length <= limit else {
            throw .unexpected(field: "message length", of: "TLS handshake", found: String(length))
        }
        guard reader.remaining >= length else { return nil }
        let body = try reader.bytes(length, "message")
        buffer = reader.rest()
        return HandshakeMessage(type: type, body: body)
    }
}
