/// The four bytes in front of every packet of the MySQL protocol: length, least significant byte first, and number.
package struct MySQLPacketHeader: Sendable, Equatable {
    package static let size = 4
    package let length: Int
    package let sequence: UInt8

    package init(parsing bytes: [UInt8]) throws(WireError) {
        var reader = ByteReader(bytes, of: "MySQL packet")
        length = try reader.littleEndian(3, "length")
        sequence = try reader.uint8("sequence number")
        try reader.finish()
    }
}

/// What a MySQL or MariaDB server says first: who it is, or why it does not want to talk.
package enum MySQLFirstPacket: Sendable, Equatable {
    case greeting(MySQLGreeting)
    /// `1130 Host '192.0.2.1' is not allowed to connect`; hostile text.
    case error(String)

    /// The packet without its header.
    package init(parsing bytes: [UInt8]) throws(WireError) {
        var reader = ByteReader(bytes, of: "MySQL greeting")
        let kind = try reader.uint8("protocol version")
        guard kind == 0xFF else {
            self = .greeting(try MySQLGreeting(protocolVersion: kind, rest: reader))
            return
        }
        let code = try reader.littleEndian(2, "error code")
        var text = reader.rest()
        if text.first == UInt8(ascii: "#") { text = Array(text.dropFirst(6)) }  // the SQL state
        self = .error("\(code) \(String(visible: text))".spacesFolded)
    }
}

/// The server's half of the handshake (Protocol::HandshakeV10), as far as TLS needs it.
package struct MySQLGreeting: Sendable, Equatable {
    /// `5.5.5-10.11.19-MariaDB-0+deb12u1`; hostile text.
    package let version: String
    /// The capability CLIENT_SSL.
    package let offersTLS: Bool

    fileprivate init(protocolVersion: UInt8, rest: ByteReader) throws(WireError) {
        var reader = rest
        guard protocolVersion == 9 || protocolVersion == 10 else {
            throw .unexpected(field: "protocol version", of: reader.message, found: "\(protocolVersion)")
        }
        version = String(visible: try reader.textUntilZero("server version"))
        _ = try reader.bytes(4, "thread id")
        guard protocolVersion == 10 else {
            offersTLS = false  // older than capabilities
            return
        }
        _ = try reader.bytes(9, "scramble")
        offersTLS = try reader.littleEndian(2, "capabilities") & MySQLSSLRequest.clientSSL != 0
    }
}

/// The client's answer that asks for TLS; the handshake follows it at once.
package enum MySQLSSLRequest {
    static let clientSSL = 0x0800

    /// Packet 1: CLIENT_SSL, CLIENT_PROTOCOL_41 and CLIENT_SECURE_CONNECTION, 16 MB packets, UTF-8, 23 zeros.
    package static let bytes: [UInt8] =
        [32, 0, 0, 1] + [0x00, 0x8A, 0x00, 0x00] + [0x00, 0x00, 0x00, 0x01] + [33] + [UInt8](repeating: 0, count: 23)
}

extension ByteReader {
    /// A number with its least significant byte first.
    fileprivate mutating func littleEndian(_ count: Int, _ field: String) throws(WireError) -> Int {
        try bytes(count, field).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Text up to a zero byte, which is taken too.
    fileprivate mutating func textUntilZero(_ field: String) throws(WireError) -> [UInt8] {
        var text: [UInt8] = []
        while true {
            let byte = try uint8(field)
            if byte == 0 { return text }
            text.append(byte)
        }
    }
}
