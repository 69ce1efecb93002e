import COpenSSL

/// AES in CBC mode without padding of its own: what is given must be whole blocks.
package struct AESCBC: Sendable {
    package static let blockSize = 16
    private let key: [UInt8]

    /// 16 or 32 bytes.
    package init(key: [UInt8]) {
        precondition(key.count == 16 || key.count == 32, "AES has keys of 16 or 32 bytes here")
        self.key = key
    }

    package func encrypt(_ plain: [UInt8], iv: [UInt8]) throws(TLSError) -> [UInt8] {
        try run(plain, iv: iv, encrypts: 1)
    }

    package func decrypt(_ encrypted: [UInt8], iv: [UInt8]) throws(TLSError) -> [UInt8] {
        try run(encrypted, iv: iv, encrypts: 0)
    }

    private func run(_ bytes: [UInt8], iv: [UInt8], encrypts: Int32) throws(TLSError) -> [UInt8] {
        guard bytes.count % Self.blockSize == 0, iv.count == Self.blockSize, bytes.count < 1 << 24 else {
            throw TLSError("\(bytes.count) bytes are not whole blocks of AES")
        }
        guard let context = EVP_CIPHER_CTX_new() else { throw TLSError("OpenSSL gives no cipher") }
        defer { EVP_CIPHER_CTX_free(context) }
        var result = [UInt8](repeating: 0, count: bytes.count + Self.blockSize)
        var count: Int32 = 0
        OpenSSLErrors.clear()
        let cipher = key.count == 16 ? EVP_aes_128_cbc() : EVP_aes_256_cbc()
        guard EVP_CipherInit_ex(context, cipher, nil, key, iv, encrypts) == 1,
            EVP_CIPHER_CTX_set_padding(context, 0) == 1,
            EVP_CipherUpdate(context, &result, &count, bytes, Int32(bytes.count)) == 1, count == bytes.count
        else { throw TLSError(OpenSSLErrors.sentence(or: "AES-CBC failed")) }
        return Array(result.prefix(bytes.count))
    }
}
