import Model

/// A cipher suite the server chose when it was offered; what a name says is spelled out, so that rules need not parse.
struct TLSCipherSuiteFact: Fact {
    let `protocol`: String
    let code: String
    let name: String
    let position: Int?
    let keyExchange: String
    let authentication: String
    let encryption: String
    let encryptionBits: Int
    let mode: String
    let hash: String
    let forwardSecrecy: Bool
    let export: Bool

    static let table = FactTable(
        "tls_cipher_suite",
        "Cipher suites the server accepts, by protocol version. What was asked and is neither here nor in tls_cipher_suite_unknown was refused (proven).",
        [
            .text("protocol", "SSLv2 to TLSv1.3."),
            .text("code", "Four hex digits, upper case; six for the cipher kinds of SSLv2."),
            .text("name", "IANA name; SSL_CK_... for SSLv2; the code where nobody has named it."),
            .integer(
                "position", absent: "The client's order decides, or it is not known whose does.",
                "Place in the server's own order, 1 first."),
            .text(
                "key_exchange",
                "RSA, DHE, ECDHE, DH, ECDH, PSK, DHE_PSK, ECDHE_PSK, RSA_PSK, SRP, KRB5, GOST or ECCPWD; empty for TLS 1.3."
            ),
            .text("authentication", "RSA, ECDSA, DSS, PSK, KRB5, GOST, SRP or anon (none at all); empty for TLS 1.3."),
            .text("encryption", "AES, CHACHA20, CAMELLIA, ARIA, SEED, SM4, IDEA, 3DES, DES, RC2, RC4, GOST or NULL."),
            .integer("encryption_bits", "Bits of the key: 256, 128, 112 (3DES), 56, 40, ...; 0 for NULL."),
            .text("mode", "GCM, CCM, CCM_8, POLY1305, MGM, CBC, CFB, or empty for stream ciphers and NULL."),
            .text("hash", "The hash at the end of the name: SHA384, SHA256, SHA (SHA-1), MD5, ..."),
            .boolean("forward_secrecy", "Every connection has keys of its own: TLS 1.3, ECDHE or DHE."),
            .boolean("export", "Weakened for the export rules of the 1990s."),
        ])
}

struct TLSCipherSuiteUnknownFact: Fact {
    let `protocol`: String
    let code: String
    let name: String
    let reason: String

    static let table = FactTable(
        "tls_cipher_suite_unknown", "Cipher suites of an accepted protocol version of which nothing is proven.",
        [
            .text("protocol", "SSLv2 to TLSv1.3."), .text("code", "As in tls_cipher_suite."),
            .text("name", "As in tls_cipher_suite."),
            .text("reason", "budget, timeout, reset, closed, rate limited, alert 80 internal_error, ..."),
        ])
}

/// Whether asking came to its end, so that what is missing elsewhere may be taken for refused.
struct TLSEnumerationFact: Fact {
    let `protocol`: String
    let subject: String
    let answer: String
    let reason: String

    static let table = FactTable(
        "tls_enumeration", "Whether everything was asked and answered; one row for each accepted version and subject.",
        [
            .text("protocol", "SSLv2 to TLSv1.3."),
            .text("subject", "cipher_suite, group, signature_scheme or preference."),
            .text("answer", "complete (what is not listed was refused) or incomplete."),
            .text("reason", "What kept it from being complete; empty where it is."),
        ])
}

struct TLSPreferenceFact: Fact {
    let `protocol`: String
    let decides: String

    static let table = FactTable(
        "tls_preference",
        "Whose order of cipher suites decides; one row for each accepted version with two suites or more.",
        [.text("protocol", "SSLv3 to TLSv1.3."), .text("decides", "server, client or unknown.")])
}
