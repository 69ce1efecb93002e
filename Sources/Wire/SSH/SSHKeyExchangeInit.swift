/// SSH_MSG_KEXINIT (RFC 4253 7.1): every algorithm a server is willing to use, in its order.
package struct SSHKeyExchangeInit: Sendable, Equatable {
    package static let messageNumber: UInt8 = 20

    package let keyExchange: [String]
    package let hostKeys: [String]
    package let ciphersToServer: [String]
    package let ciphersToClient: [String]
    package let macsToServer: [String]
    package let macsToClient: [String]
    package let compressionToServer: [String]
    package let compressionToClient: [String]

    package init(parsing payload: [UInt8]) throws(WireError) {
        var reader = ByteReader(payload, of: "SSH KEXINIT")
        let number = try reader.uint8("message number")
        guard number == Self.messageNumber else {
            throw .unexpected(field: "message number", of: "SSH KEXINIT", found: "\(number)")
        }
        _ = try reader.bytes(16, "cookie")
        keyExchange = try Self.names(&reader, "kex algorithms")
        hostKeys = try Self.names(&reader, "host key algorithms")
        ciphersToServer = try Self.names(&reader, "ciphers client to server")
        ciphersToClient = try Self.names(&reader, "ciphers server to client")
        macsToServer = try Self.names(&reader, "MACs client to server")
        macsToClient = try Self.names(&reader, "MACs server to client")
        compressionToServer = try Self.names(&reader, "compression client to server")
        compressionToClient = try Self.names(&reader, "compression server to client")
        _ = try reader.vector32("languages client to server")
        _ = try reader.vector32("languages server to client")
        _ = try reader.uint8("first packet follows")
        _ = try reader.uint32("reserved")
        try reader.finish()
    }

    /// A name-list (RFC 4251 5): names of 64 characters at most, separated by commas.
    private static func names(_ reader: inout ByteReader, _ field: String) throws(WireError) -> [String] {
        let list = try reader.vector32(field)
        var names: [String] = []
        for name in list.split(separator: UInt8(ascii: ",")) {
            guard name.count <= 64, name.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw .unexpected(field: field, of: "SSH KEXINIT", found: String(visible: name.prefix(60)))
            }
            names.append(String(decoding: name, as: UTF8.self))
        }
        return names
    }
}
