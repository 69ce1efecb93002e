import COpenSSL

/// Digests of bytes: fingerprints, content hashes, CSP hashes.
package enum Digest {
    /// 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        let done = SHA256(bytes, bytes.count, &digest) != nil
        precondition(done, "every OpenSSL has SHA-256")
        return digest
    }

    /// 20 bytes; only for formats that were made with it.
    static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
        let done = SHA1(bytes, bytes.count, &digest) != nil
        precondition(done, "every OpenSSL has SHA-1")
        return digest
    }
}
