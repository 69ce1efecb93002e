import COpenSSL

/// Encryption with the RSA key of a certificate, for blocks whose padding the caller makes.
package struct RSAEncryption: Sendable {
    /// Bytes of the modulus: the size of every block.
    package let size: Int
    private let certificate: ParsedCertificate

    /// `nil` where the certificate cannot be read or holds another kind of key.
    package init?(certificate der: [UInt8]) {
        guard let parsed = try? ParsedCertificate(der: der), let key = X509_get0_pubkey(parsed.pointer),
            EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA
        else { return nil }
        certificate = parsed
        size = Int(EVP_PKEY_get_size(key))
    }

    /// `block` has `size` bytes and begins with a zero, so that it is smaller than the modulus.
    package func encryptUnpadded(_ block: [UInt8]) throws(TLSError) -> [UInt8] {
        OpenSSLErrors.clear()
        guard block.count == size, let key = X509_get0_pubkey(certificate.pointer),
            let context = EVP_PKEY_CTX_new(key, nil)
        else { throw TLSError("\(block.count) bytes are not a block of this RSA key") }
        defer { EVP_PKEY_CTX_free(context) }
        var result = [UInt8](repeating: 0, count: size)
        var count = size
        guard EVP_PKEY_encrypt_init(context) == 1, EVP_PKEY_CTX_set_rsa_padding(context, RSA_NO_PADDING) == 1,
            EVP_PKEY_encrypt(context, &result, &count, block, block.count) == 1, count == size
        else { throw TLSError(OpenSSLErrors.sentence(or: "RSA encryption failed")) }
        return result
    }

    /// RSAES-PKCS1-v1_5 (RFC 8017 section 7.2.1), as a client sends its premaster secret.
    package func encrypt(_ secret: [UInt8]) throws(TLSError) -> [UInt8] {
        let padding = size - secret.count - 3
        guard padding >= 8 else { throw TLSError("the RSA key is too short for \(secret.count) bytes") }
        return try encryptUnpadded([0, 2] + RandomBytes.withoutZero(padding) + [0] + secret)
    }
}
