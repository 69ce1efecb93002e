import Model

/// One chain the server handed out; servers with several certificates, or none for a name they do not know, have more.
struct ServedChainFact: Fact {
    let chain: Int
    let `protocol`: String
    let keyType: String
    let withServerName: Bool
    let leafSha256: String
    let length: Int
    let nameMatches: Bool
    let messageBytes: Int

    static let table = FactTable(
        "served_chain",
        "The certificate chains a server hands out. Chain 0 is the ordinary full handshake's; others are listed when their first certificate differs.",
        [
            .integer(
                "chain", "Number of the chain at this endpoint, 0 first; the other certificate tables refer to it."),
            .text("protocol", "Version it was seen with, SSLv2 to TLSv1.3; empty for certificates from a file."),
            .text(
                "key_type",
                "Of the server's certificate, as in certificate.key_type; unreadable where it cannot be read."),
            .boolean(
                "with_server_name",
                "The server was asked as its clients ask: by name (SNI), or without one where it has none; false: the name it has was left out, and it may show a default."
            ),
            .text(
                "leaf_sha256", "Fingerprint of the server's own certificate, lower-case hex; empty for an empty chain."),
            .integer("length", "Certificates served."),
            .boolean("name_matches", "The subject alternative names cover the name or address asked for."),
            .integer("message_bytes", "Size of the Certificate message."),
        ])
}

struct CertificateFact: Fact {
    let chain: Int
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
    let keyUsage: String
    let extendedKeyUsage: String
    let mustStaple: Bool
    let ocspUrl: String
    let crlUrl: String
    let policies: String
    let keyWeakness: String
    let keyWeaknessComplete: Bool

    static let table = FactTable(
        "certificate", "Certificates as served, in the order served.",
        [
            .integer("chain", "Which of the served chains, as in served_chain."),
            .integer("position", "0 is the server's own."),
            .text("sha256", "Fingerprint of the DER form, lower-case hex."),
            .text("subject", "RFC 4514 text."), .text("issuer", "RFC 4514 text."), .text("serial", "Hex, lower case."),
            .text("not_before", "RFC 3339, UTC."), .text("not_after", "RFC 3339, UTC."),
            .text("key_type", "RSA, RSA-PSS, EC, Ed25519, Ed448, DSA or the OID."),
            .integer("key_bits", "Bits of the key."),
            .text("key_curve", "IANA group name of an EC key; else empty."),
            .text(
                "signature_algorithm",
                "OpenSSL's long name: sha256WithRSAEncryption, ecdsa-with-SHA384, RSASSA-PSS, ..."),
            .text("spki_sha256", "SHA-256 of the public key's DER form (SubjectPublicKeyInfo), lower-case hex."),
            .boolean("self_signed", "Issued and signed by itself."), .boolean("is_ca", "basicConstraints says CA."),
            .text(
                "key_usage",
                "RFC 5280 names, comma-separated, sorted: digitalSignature,keyEncipherment; empty without the extension."
            ),
            .text(
                "extended_key_usage",
                "RFC 5280 names, comma-separated, sorted: clientAuth,serverAuth; the OID where it has none; empty without the extension."
            ),
            .boolean("must_staple", "The TLS feature extension asks for OCSP stapling (RFC 7633)."),
            .text("ocsp_url", "Where revocation is answered by OCSP; empty where nowhere."),
            .text("crl_url", "The first CRL distribution point; empty without one."),
            .text("policies", "Policy OIDs, comma-separated, sorted; 2.23.140.1.2.1 is domain-validated."),
            .text(
                "key_weakness",
                "What the public key itself gives away: roca (CVE-2017-15361), debian (CVE-2008-0166), fermat (close primes), small_exponent; comma-separated; else empty."
            ),
            .boolean(
                "key_weakness_complete",
                "All of these were looked for; false for an RSA key of a size that no installed list of Debian's weak keys covers."
            ),
        ], lookups: ["spki_sha256"])
}

struct CertificateNameFact: Fact {
    let chain: Int
    let position: Int
    let kind: String
    let name: String

    static let table = FactTable(
        "certificate_name", "Subject alternative names of the server's own certificates.",
        [
            .integer("chain", "Which of the served chains, as in served_chain."),
            .integer("position", "Position of the certificate; 0."), .text("kind", "dns or ip."),
            .text("name", "The name as stated, lower case."),
        ])
}

/// Whether a chain leads to a trusted root, asked without regard to time.
struct CertificateChainFact: Fact {
    let chain: Int
    let store: String
    let trusted: Bool
    let end: String
    let error: String
    let length: Int
    let inOrder: Bool

    static let table = FactTable(
        "certificate_chain",
        "Whether a served chain leads to a trusted root, dates left aside; one row for each chain and store.",
        [
            .integer("chain", "Which of the served chains, as in served_chain."),
            .text(
                "store",
                "system, mozilla (Mozilla's roots as Debian ships them), or fleet (the system's and the fleet's own)."),
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

/// A signed certificate timestamp (RFC 6962): the promise of a log that the certificate is or will be public.
struct CertificateTimestampFact: Fact {
    let chain: Int
    let source: String
    let logId: String
    let at: String

    static let table = FactTable(
        "certificate_timestamp", "Certificate Transparency timestamps that came with the server's own certificates.",
        [
            .integer("chain", "Which of the served chains, as in served_chain."),
            .text("source", "certificate, tls or ocsp: where it was carried."),
            .text("log_id", "The log's key digest, lower-case hex."), .text("at", "RFC 3339, UTC."),
        ])
}

/// What the stapled OCSP response says. Its times are left out on purpose: they change daily and say nothing new.
struct OCSPStapleFact: Fact {
    let chain: Int
    let status: String
    let current: Bool
    let signatureHolds: Bool

    static let table = FactTable(
        "ocsp_staple", "The stapled OCSP response of a served chain; no row where none came.",
        [
            .integer("chain", "Which of the served chains, as in served_chain."),
            .text("status", "good, revoked, unknown, or unreadable (also: about another certificate)."),
            .boolean("current", "The time of the measurement lies between thisUpdate and nextUpdate."),
            .boolean(
                "signature_holds",
                "Signed by the issuer or by a responder it delegated to; false also where the issuer is not known."),
        ])
}
