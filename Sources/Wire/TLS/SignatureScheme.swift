/// How a handshake is signed (`signature_algorithms`), by code point; unknown numbers and GREASE stay what they are.
/// In TLS 1.2 the two bytes are a hash and a signature algorithm (RFC 5246 section 7.4.1.4.1).
package struct SignatureScheme: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Four hex digits, upper case.
    package var code: String { rawValue.fourHexDigits }

    /// IANA's name, made alike for the pairs of TLS 1.2 that have none; the code of what nobody has named.
    package var name: String { Self.names[rawValue] ?? code }

    /// Everything that has a name, by code.
    package static let all: [SignatureScheme] = names.keys.sorted().map(SignatureScheme.init(rawValue:))

    /// Every scheme ordinary servers sign with: ECDSA, EdDSA, RSA-PSS, PKCS #1 v1.5, DSA; SHA-1 and MD5 last.
    package static let offered: [SignatureScheme] =
        ([
            0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x081A, 0x081B,
            0x081C, 0x0401, 0x0501, 0x0601, 0x0303, 0x0301, 0x0402, 0x0502, 0x0602, 0x0302, 0x0203, 0x0201, 0x0202,
            0x0101,
        ] as [UInt16]).map(SignatureScheme.init(rawValue:))

    /// IANA "TLS SignatureScheme", and the pairs of "TLS HashAlgorithm" and "TLS SignatureAlgorithm".
    private static let names: [UInt16: String] = [
        0x0101: "rsa_pkcs1_md5", 0x0102: "dsa_md5", 0x0103: "ecdsa_md5",
        0x0201: "rsa_pkcs1_sha1", 0x0202: "dsa_sha1", 0x0203: "ecdsa_sha1",
        0x0301: "rsa_pkcs1_sha224", 0x0302: "dsa_sha224", 0x0303: "ecdsa_sha224",
        0x0401: "rsa_pkcs1_sha256", 0x0402: "dsa_sha256", 0x0403: "ecdsa_secp256r1_sha256",
        0x0420: "rsa_pkcs1_sha256_legacy",
        0x0501: "rsa_pkcs1_sha384", 0x0502: "dsa_sha384", 0x0503: "ecdsa_secp384r1_sha384",
        0x0520: "rsa_pkcs1_sha384_legacy",
        0x0601: "rsa_pkcs1_sha512", 0x0602: "dsa_sha512", 0x0603: "ecdsa_secp521r1_sha512",
        0x0620: "rsa_pkcs1_sha512_legacy",
        0x0704: "eccsi_sha256", 0x0705: "iso_ibs1", 0x0706: "iso_ibs2", 0x0707: "iso_chinese_ibs",
        0x0708: "sm2sig_sm3", 0x0709: "gostr34102012_256a", 0x070A: "gostr34102012_256b",
        0x070B: "gostr34102012_256c", 0x070C: "gostr34102012_256d", 0x070D: "gostr34102012_512a",
        0x070E: "gostr34102012_512b", 0x070F: "gostr34102012_512c",
        0x0804: "rsa_pss_rsae_sha256", 0x0805: "rsa_pss_rsae_sha384", 0x0806: "rsa_pss_rsae_sha512",
        0x0807: "ed25519", 0x0808: "ed448",
        0x0809: "rsa_pss_pss_sha256", 0x080A: "rsa_pss_pss_sha384", 0x080B: "rsa_pss_pss_sha512",
        0x081A: "ecdsa_brainpoolP256r1tls13_sha256", 0x081B: "ecdsa_brainpoolP384r1tls13_sha384",
        0x081C: "ecdsa_brainpoolP512r1tls13_sha512",
        0x0840: "gostr34102012_256", 0x0841: "gostr34102012_512",
        0x0904: "mldsa44", 0x0905: "mldsa65", 0x0906: "mldsa87",
        0x0911: "slhdsa_sha2_128s", 0x0912: "slhdsa_sha2_128f", 0x0913: "slhdsa_sha2_192s",
        0x0914: "slhdsa_sha2_192f", 0x0915: "slhdsa_sha2_256s", 0x0916: "slhdsa_sha2_256f",
        0x0917: "slhdsa_shake_128s", 0x0918: "slhdsa_shake_128f", 0x0919: "slhdsa_shake_192s",
        0x091A: "slhdsa_shake_192f", 0x091B: "slhdsa_shake_256s", 0x091C: "slhdsa_shake_256f",
    ]
}

extension SignatureScheme {
    /// The kind of key that signs so.
    package enum Key: String, Sendable, CaseIterable {
        case rsa, ecdsa, edDSA, dsa, other
    }

    package var key: Key {
        switch rawValue {
        case 0x0804...0x0806, 0x0809...0x080B, 0x0420, 0x0520, 0x0620: .rsa
        case 0x0807, 0x0808: .edDSA
        case 0x081A...0x081C: .ecdsa
        case 0x0101...0x06FF:
            switch rawValue & 0xFF {
            case 1: .rsa
            case 2: .dsa
            case 3: .ecdsa
            default: .other
            }
        default: .other
        }
    }
}
