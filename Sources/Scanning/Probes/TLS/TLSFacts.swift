import Model

struct TLSProtocolFact: Fact {
    let `protocol`: String
    let answer: String
    let reason: String

    static let table = FactTable(
        "tls_protocol", "Which protocol versions a server accepts; one row for each version asked.",
        [
            .text("protocol", "SSLv3, TLSv1.0, TLSv1.1, TLSv1.2 or TLSv1.3."),
            .text("answer", "accepted, refused (proven: fatal alert or a lower version chosen) or unknown."),
            .text(
                "reason",
                "The alert or what happened instead of an answer: alert 70 protocol_version, timeout, reset, closed, ..."
            ),
        ])
}

/// What one ordinary, full handshake agreed on.
struct TLSHandshakeFact: Fact {
    let `protocol`: String
    let cipherSuite: String
    let cipherSuiteCode: String
    let keyExchangeGroup: String
    let alpn: String
    let nameMatches: Bool
    let secureRenegotiation: Bool
    let extendedMasterSecret: Bool
    let ocspStapled: Bool

    static let table = FactTable(
        "tls_handshake", "What one ordinary full handshake agreed on; no row where none completed.",
        [
            .text("protocol", "TLSv1.0 to TLSv1.3."), .text("cipher_suite", "IANA name."),
            .text("cipher_suite_code", "Four hex digits, upper case."),
            .text(
                "key_exchange_group",
                "IANA name of the group (secp256r1, x25519, ...); empty for key exchange without one."),
            .text("alpn", "Protocol chosen by ALPN; empty where none."),
            .boolean(
                "name_matches", "The certificate's subject alternative names cover the name or address asked for."),
            .boolean("secure_renegotiation", "RFC 5746 is supported; true for TLS 1.3."),
            .boolean("extended_master_secret", "RFC 7627 is in use; true for TLS 1.3."),
            .boolean("ocsp_stapled", "An OCSP response came with the handshake."),
        ])
}

struct CertificateFact: Fact {
    let position: Int
    let sha256: String
    let subject: String
    let issuer: String
    let serial: String
    let notBefore: String
    let notAfter: String
    let keyType: String
    let keyBits: Int
    let keyCurve: String
    let signatureAlgorithm: String
    let spkiSha256: String
    let selfSigned: Bool
    let isCa: Bool

    static let table = FactTable(
        "certificate", "Certificates as served, in the order served.",
        [
            .integer("position", "0 is the server's own."),
            .text("sha256", "Fingerprint of the DER form, lower-case hex."),
            .text("subject", "RFC 4514 text."), .text("issuer", "RFC 4514 text."), .text("serial", "Hex, lower case."),
            .text("not_before", "RFC 3339, UTC."), .text("not_after", "RFC 3339, UTC."),
            .text("key_type", "RSA, EC, Ed25519, Ed448, DSA or the OID."), .integer("key_bits", "Bits of the key."),
            .text("key_curve", "IANA group name of an EC key; else empty."),
            .text(
                "signature_algorithm",
                "OpenSSL's long name: sha256WithRSAEncryption, ecdsa-with-SHA384, RSASSA-PSS, ..."),
            .text("spki_sha256", "SHA-256 of the public key's DER form (SubjectPublicKeyInfo), lower-case hex."),
            .boolean("self_signed", "Issued and signed by itself."), .boolean("is_ca", "basicConstraints says CA."),
        ])
}

struct CertificateNameFact: Fact {
    let position: Int
    let kind: String
    let name: String

    static let table = FactTable(
        "certificate_name", "Subject alternative names of the server's own certificate.",
        [
            .integer("position", "Position of the certificate; 0."), .text("kind", "dns or ip."),
            .text("name", "The name as stated, lower case."),
        ])
}

/// Whether the chain leads to a trusted root, asked without regard to time.
struct CertificateChainFact: Fact {
    let store: String
    let trusted: Bool
    let end: String
    let error: String
    let length: Int
    let inOrder: Bool

    static let table = FactTable(
        "certificate_chain",
        "Whether the served chain leads to a trusted root, dates left aside; one row for each store.",
        [
            .text("store", "system, or fleet (the system's roots and the fleet's own)."),
            .boolean("trusted", "A path to a root of the store exists and every signature on it holds."),
            .text(
                "end",
                "Where the path ends: root (trusted), self-signed (an unknown root was served), missing-issuer, or invalid."
            ),
            .text("error", "OpenSSL's sentence for what failed; empty where trusted."),
            .integer("length", "Certificates served."),
            .boolean("in_order", "Each served certificate is followed by its issuer."),
        ])
}
