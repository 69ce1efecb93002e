import COpenSSL

/// The digests of TLS 1.0 to 1.2, alone and with a key.
package enum HashAlgorithm: Sendable {
    case md5, sha1, sha256, sha384

    /// Bytes of a digest.
    package var size: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        }
    }

    package func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: size)
        let done = EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil)
        precondition(done == 1, "every OpenSSL has \(self)")
        return digest
    }

    /// HMAC (RFC 2104).
    package func code(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: size)
        let done = HMAC(algorithm, key, Int32(clamping: key.count), bytes, bytes.count, &code, nil) != nil
        precondition(done, "every OpenSSL has HMAC with \(self)")
        return code
    }

    private var algorithm: OpaquePointer? {
        switch self {
        case .md5: EVP_md5()
        case .sha1: EVP_sha1()
        case .sha256: EVP_sha256()
        case .sha384: EVP_sha384()
        }
    }
}
