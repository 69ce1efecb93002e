import COpenSSL

/// OpenSSL's form of one certificate.
///
/// `@unchecked Sendable`: nothing changes it after `init`; what OpenSSL caches inside is locked by OpenSSL.
final class ParsedCertificate: @unchecked Sendable {
    let pointer: OpaquePointer

    init(der: [UInt8]) throws(CertificateError) {
        OpenSSLErrors.clear()
        let parsed = der.withUnsafeBufferPointer { buffer -> (OpaquePointer?, Int) in
            var position = buffer.baseAddress
            let pointer = d2i_X509(nil, &position, buffer.count)
            let used = position.flatMap { end in buffer.baseAddress.map { end - $0 } } ?? 0
            return (pointer, used)
        }
        guard let pointer = parsed.0 else {
            throw CertificateError("not a certificate: \(OpenSSLErrors.sentence(or: "no DER form"))")
        }
        guard parsed.1 == der.count else {
            X509_free(pointer)
            throw CertificateError("not a certificate: \(der.count - parsed.1) bytes too many")
        }
        self.pointer = pointer
        // Fills OpenSSL's cache of extensions now, once, instead of at the first question.
        _ = X509_check_purpose(pointer, -1, 0)
    }

    deinit { X509_free(pointer) }
}

/// What is wrong with a certificate or a file of certificates, in one sentence.
package struct CertificateError: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
