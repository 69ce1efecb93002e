import COpenSSL
import Model

/// A certificate as a value: what the inventory wants to know of it. All of it is hostile text.
package struct Certificate: Sendable {
    package let der: [UInt8]
    /// RFC 4514.
    package let subject: String
    package let issuer: String
    /// Hex, lower case.
    package let serial: String
    package let notBefore: Timestamp
    package let notAfter: Timestamp
    package let key: CertificateKey
    /// OpenSSL's long name; the OID where it has none.
    package let signatureAlgorithm: String
    /// SHA-256 of SubjectPublicKeyInfo, hex.
    package let spkiSHA256: String
    /// Issued in its own name, and its own key made the signature.
    package let isSelfSigned: Bool
    /// basicConstraints says so.
    package let isAuthority: Bool
    package let names: [SubjectAlternativeName]

    let parsed: ParsedCertificate

    package init(der: [UInt8]) throws(CertificateError) {
        let parsed = try ParsedCertificate(der: der)
        let certificate = parsed.pointer
        self.der = der
        self.parsed = parsed
        subject = X509Text.name(X509_get_subject_name(certificate))
        issuer = X509Text.name(X509_get_issuer_name(certificate))
        serial = X509Text.serial(X509_get0_serialNumber(certificate))
        notBefore = try X509Text.time(X509_get0_notBefore(certificate), "notBefore")
        notAfter = try X509Text.time(X509_get0_notAfter(certificate), "notAfter")
        key = CertificateKey(of: certificate)
        signatureAlgorithm = X509Text.signatureAlgorithm(of: certificate)
        spkiSHA256 = Digest.sha256(DER.bytes { i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), $0) } ?? []).hex
        isSelfSigned = Self.signsItself(certificate)
        isAuthority = X509_get_extension_flags(certificate) & UInt32(EXFLAG_CA) != 0
        names = SubjectAlternativeName.all(in: certificate)
    }

    /// SHA-256 of the DER form, hex.
    package var sha256: String { Digest.sha256(der).hex }

    /// Whether the other one's name, key identifier and use say that it issued this one.
    package func isIssued(by other: Certificate) -> Bool {
        X509_check_issued(other.parsed.pointer, parsed.pointer) == X509_V_OK
    }

    private static func signsItself(_ certificate: OpaquePointer) -> Bool {
        guard X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0,
            let key = X509_get0_pubkey(certificate)
        else { return false }
        defer { OpenSSLErrors.clear() }
        return X509_verify(certificate, key) == 1
    }
}
