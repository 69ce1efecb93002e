/// A cipher kind of SSLv2 by its three-byte number; unknown numbers stay what they are.
package struct SSL2CipherKind: RawRepresentable, Sendable, Hashable {
    /// 24 bits.
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue & 0xFF_FFFF }

    /// Six hex digits, upper case.
    package var code: String {
        String((UInt32(1) << 24 | rawValue), radix: 16, uppercase: true).dropFirst().description
    }

    /// The name of the specification or of those who numbered it; the code where nobody has named it.
    package var name: String { Self.names[rawValue] ?? code }

    /// What the name says; `nil` where nobody has named it.
    package var parts: CipherParts? { Self.names[rawValue].map(CipherParts.init(kindName:)) }

    /// Everything that has a name, by code.
    package static let all: [SSL2CipherKind] = names.keys.sorted().map(SSL2CipherKind.init(rawValue:))

    private static let names: [UInt32: String] = [
        0x000000: "SSL_CK_NULL_WITH_MD5",
        0x010080: "SSL_CK_RC4_128_WITH_MD5",
        0x020080: "SSL_CK_RC4_128_EXPORT40_WITH_MD5",
        0x030080: "SSL_CK_RC2_128_CBC_WITH_MD5",
        0x040080: "SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5",
        0x050080: "SSL_CK_IDEA_128_CBC_WITH_MD5",
        0x060040: "SSL_CK_DES_64_CBC_WITH_MD5",
        0x060140: "SSL_CK_DES_64_CBC_WITH_SHA",
        0x0700C0: "SSL_CK_DES_192_EDE3_CBC_WITH_MD5",
        0x0701C0: "SSL_CK_DES_192_EDE3_CBC_WITH_SHA",
        0x080080: "SSL_CK_RC4_64_WITH_MD5",
        0xFF0800: "SSL_CK_DES_64_CFB64_WITH_MD5_1",
        0xFF0810: "SSL_CK_NULL",
    ]
}

extension [UInt8] {
    mutating func append24(_ kind: SSL2CipherKind) {
        append(UInt8(kind.rawValue >> 16 & 0xFF))
        append16(UInt16(kind.rawValue & 0xFFFF))
    }
}

extension ByteReader {
    /// Cipher kinds in so many bytes.
    mutating func cipherKinds(bytes count: Int) throws(WireError) -> [SSL2CipherKind] {
        guard count % 3 == 0 else {
            throw .unexpected(field: "length of cipher kinds", of: message, found: String(count))
        }
        var list = ByteReader(try bytes(count, "cipher kinds"), of: message)
        var kinds: [SSL2CipherKind] = []
        while !list.isAtEnd { kinds.append(SSL2CipherKind(rawValue: UInt32(try list.uint24("cipher kind")))) }
        return kinds
    }
}
