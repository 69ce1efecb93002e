/// The frame of an unencrypted SSH packet (RFC 4253 6): length, padding length, payload, padding.
package enum SSHPacket {
    package static let lengthSize = 4

    /// RFC 4253 6.1 asks for 35,000 bytes; lists of algorithms stay far below this.
    package static let largest = 65_536

    /// How many bytes follow the length field.
    package static func bodyLength(parsing bytes: [UInt8]) throws(WireError) -> Int {
        var reader = ByteReader(bytes, of: "SSH packet")
        let length = Int(try reader.uint32("packet length"))
        try reader.finish()
        guard (5...largest).contains(length) else {
            throw .unexpected(field: "packet length", of: "SSH packet", found: "\(length)")
        }
        return length
    }

    /// The payload of a body; its first byte is the message number.
    package static func payload(parsing body: [UInt8]) throws(WireError) -> [UInt8] {
        var reader = ByteReader(body, of: "SSH packet")
        let padding = Int(try reader.uint8("padding length"))
        guard reader.remaining > padding else {
            throw .unexpected(field: "padding length", of: "SSH packet", found: "\(padding)")
        }
        return try reader.bytes(reader.remaining - padding, "payload")
    }
}
