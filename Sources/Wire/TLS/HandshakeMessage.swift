/// One handshake message (RFC 8446 section 4); unknown types stay what they are.
package struct HandshakeMessage: Sendable, Equatable {
    package let type: UInt8
    package let body: [UInt8]

    package init(type: UInt8, body: [UInt8]) {
        self.type = type
        self.body = body
    }

    package static let helloRequest: UInt8 = 0
    package static let clientHello: UInt8 = 1
    package static let serverHello: UInt8 = 2
    package static let newSessionTicket: UInt8 = 4
    package static let encryptedExtensions: UInt8 = 8
    package static let certificate: UInt8 = 11
    package static let serverKeyExchange: UInt8 = 12
    package static let certificateRequest: UInt8 = 13
    package static let serverHelloDone: UInt8 = 14
    package static let certificateStatus: UInt8 = 22

    static let headerLength = 4

    package var bytes: [UInt8] {
        var bytes = [type]
        bytes.vector24 { $0 += body }
        return bytes
    }
}

/// Puts handshake messages together from the records they are spread over.
package struct HandshakeReader: Sendable {
    private var buffer = StreamBuffer()
    /// A longer message is refused instead of collected.
    private let limit: Int

    package init(limit: Int = 1 << 20) { self.limit = limit }

    package mutating func append(_ bytes: [UInt8]) { buffer.append(bytes) }

    /// The next whole message; `nil` while it is not whole.
    package mutating func next() throws(WireError) -> HandshakeMessage? {
        guard let type = buffer.byte(at: 0), let length = buffer.number24(at: 1) else { return nil }
        guard length <= limit else {
            throw .unexpected(field: "message length", of: "TLS handshake", found: String(length))
        }
        guard let body = buffer.take(length, after: HandshakeMessage.headerLength) else { return nil }
        return HandshakeMessage(type: type, body: body)
    }
}
