import COpenSSL

/// Modulus and exponent of an RSA key, big-endian without leading zeros.
package struct RSAPublicKey: Sendable, Hashable {
    package let modulus: [UInt8]
    package let exponent: [UInt8]

    package init(modulus: [UInt8], exponent: [UInt8]) {
        self.modulus = Array(modulus.drop { $0 == 0 })
        self.exponent = Array(exponent.drop { $0 == 0 })
    }

    /// `nil` where the key is of another type, or larger than anything OpenSSL would compute with.
    init?(of certificate: OpaquePointer) {
        defer { OpenSSLErrors.clear() }
        guard let key = X509_get0_pubkey(certificate), Self.types.contains(EVP_PKEY_get_base_id(key)),
            let modulus = Self.number("n", of: key), let exponent = Self.number("e", of: key),
            modulus.bits <= Self.mostBits, exponent.bits <= Self.mostBits
        else { return nil }
        self.init(modulus: modulus.bytes, exponent: exponent.bytes)
    }

    private static let types: Set<Int32> = [EVP_PKEY_RSA, EVP_PKEY_RSA_PSS]
    private static let mostBits = 16_384

    private static func number(_ name: String, of key: OpaquePointer) -> BigNumber? {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, name, &number) == 1, let number else { return nil }
        return BigNumber(owning: number)
    }
}

extension Certificate {
    /// `nil` for every other type of key.
    package var rsaKey: RSAPublicKey? { RSAPublicKey(of: parsed.pointer) }
}
