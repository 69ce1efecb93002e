import COpenSSL

/// The public key of a certificate.
package struct CertificateKey: Sendable, Equatable {
    /// RSA, RSA-PSS, EC, Ed25519, Ed448, DSA or the OID.
    package let type: String
    /// 0 where OpenSSL cannot read the key.
    package let bits: Int
    /// IANA's group name of an EC key; empty for other keys and for curves without a name.
    package let curve: String

    init(of certificate: OpaquePointer) {
        defer { OpenSSLErrors.clear() }
        guard let key = X509_get0_pubkey(certificate) else {
            type = Self.objectIdentifier(of: certificate)
            bits = 0
            curve = ""
            return
        }
        let number = EVP_PKEY_get_base_id(key)
        type = Self.names[number] ?? Self.objectIdentifier(of: certificate)
        bits = Int(EVP_PKEY_get_bits(key))
        curve = number == EVP_PKEY_EC ? GroupName.of(key) ?? "" : ""
    }

    private static let names: [Int32: String] = [
        EVP_PKEY_RSA: "RSA", EVP_PKEY_RSA_PSS: "RSA-PSS", EVP_PKEY_EC: "EC", EVP_PKEY_DSA: "DSA",
        EVP_PKEY_ED25519: "Ed25519", EVP_PKEY_ED448: "Ed448",
    ]

    private static func objectIdentifier(of certificate: OpaquePointer) -> String {
        var algorithm: OpaquePointer?
        X509_PUBKEY_get0_param(&algorithm, nil, nil, nil, X509_get_X509_PUBKEY(certificate))
        return X509Text.objectIdentifier(algorithm)
    }
}
