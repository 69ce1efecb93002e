import Cryptography

/// What a server's certificate signs with, as far as servers have several certificates for it.
enum CertificateKind: CaseIterable {
    case rsa, ecdsa, eddsa, dsa

    /// `type` in the words of `certificate.key_type`.
    init?(keyType type: String) {
        switch type {
        case "RSA", "RSA-PSS": self = .rsa
        case "EC": self = .ecdsa
        case "Ed25519", "Ed448": self = .eddsa
        case "DSA": self = .dsa
        default: return nil
        }
    }

    /// DSA never came to TLS 1.3.
    static let ofTLS13: Set<CertificateKind> = [.rsa, .ecdsa, .eddsa]

    /// OpenSSL's list that lets a server of TLS 1.3 sign with these kinds only. The old RSA signatures at its end may
    /// stand in certificates but cannot sign there: an issuer of another kind is no reason to refuse.
    static func signatureAlgorithms(for kinds: Set<CertificateKind>) -> String {
        let own = allCases.filter(kinds.contains).compactMap(\.algorithms)
        return (own + ["rsa_pkcs1_sha256:rsa_pkcs1_sha384:rsa_pkcs1_sha512"]).joined(separator: ":")
    }

    private var algorithms: String? {
        switch self {
        case .rsa:
            "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512"
                + ":rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512"
        case .ecdsa: "ecdsa_secp256r1_sha256:ecdsa_secp384r1_sha384:ecdsa_secp521r1_sha512"
        case .eddsa: Self.edwardsAlgorithms
        case .dsa: nil
        }
    }

    /// Alone they can be asked for in TLS 1.2 too.
    static let edwardsAlgorithms = "ed25519:ed448"
}
