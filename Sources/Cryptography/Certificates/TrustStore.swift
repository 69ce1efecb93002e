import COpenSSL

/// The roots a chain may lead to.
///
/// `@unchecked Sendable`: the `X509_STORE` and its digests are filled in `init`; OpenSSL locks what looking up in it may add.
package final class TrustStore: @unchecked Sendable {
    let pointer: OpaquePointer
    /// SHA-256 of the roots that came from files; the system's own are looked up by OpenSSL when they are needed.
    private var digests: Set<[UInt8]> = []

    /// The system's roots, where OpenSSL looks for them, and those in the files (PEM).
    package convenience init(systemRootsAnd files: [String]) throws(CertificateError) {
        try self.init()
        guard X509_STORE_set_default_paths(pointer) == 1 else {
            throw CertificateError(OpenSSLErrors.sentence(or: "the system's roots cannot be read"))
        }
        for file in files { try add(file: file) }
    }

    /// The roots in the files and no others.
    package convenience init(onlyRootsIn files: [String]) throws(CertificateError) {
        try self.init()
        for file in files { try add(file: file) }
    }

    private init() throws(CertificateError) {
        OpenSSLErrors.clear()
        guard let store = X509_STORE_new() else { throw CertificateError("OpenSSL gives no store") }
        pointer = store
    }

    deinit { X509_STORE_free(pointer) }

    /// Whether one of the files holds the root with this digest.
    func holds(root digest: [UInt8]) -> Bool { digests.contains(digest) }

    private func add(file: String) throws(CertificateError) {
        OpenSSLErrors.clear()
        guard let bytes = BIO_new_file(file, "r") else {
            throw CertificateError("\(file): \(OpenSSLErrors.sentence(or: "cannot be read"))")
        }
        defer { BIO_free(bytes) }
        var count = 0
        while let certificate = PEM_read_bio_X509(bytes, nil, nil, nil) {
            let isAdded = X509_STORE_add_cert(pointer, certificate) == 1
            if let der = DER.bytes({ i2d_X509(certificate, $0) }) { digests.insert(Digest.sha256(der)) }
            X509_free(certificate)
            guard isAdded else { throw CertificateError("\(file): \(OpenSSLErrors.sentence(or: "not a root"))") }
            count += 1
        }
        let isAtEnd = lagebild_is_end_of_pem(ERR_peek_last_error()) == 1
        guard count > 0, isAtEnd else {
            let reason = isAtEnd ? "holds no certificate (PEM)" : OpenSSLErrors.sentence(or: "is not PEM")
            throw CertificateError("\(file): \(reason)")
        }
        OpenSSLErrors.clear()
    }
}
