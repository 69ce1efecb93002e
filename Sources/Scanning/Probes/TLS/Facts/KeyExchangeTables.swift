import Model

struct TLSGroupFact: Fact {
    let `protocol`: String
    let code: String
    let name: String
    let answer: String
    let reason: String

    static let table = FactTable(
        "tls_group",
        "Key exchange groups (supported_groups) the server accepts, by protocol version; groups refused (proven) have no row.",
        [
            .text("protocol", "TLSv1.0 to TLSv1.3."), .text("code", "Four hex digits, upper case."),
            .text("name", "IANA name: x25519, secp256r1, X25519MLKEM768, ffdhe3072, ...; the code where it has none."),
            .text("answer", "accepted or unknown."),
            .text(
                "reason",
                "Of an unknown: what happened instead. Of an accepted one that was not chosen but named by the server in its EncryptedExtensions: stated by the server."
            ),
        ])
}

struct TLSSignatureSchemeFact: Fact {
    let `protocol`: String
    let code: String
    let name: String
    let answer: String
    let reason: String

    static let table = FactTable(
        "tls_signature_scheme",
        "Signature schemes the server signs its key exchange with; schemes refused (proven) have no row. TLS 1.3 hides them; before TLS 1.2 there are none.",
        [
            .text("protocol", "TLSv1.0 to TLSv1.3."), .text("code", "Four hex digits, upper case."),
            .text("name", "IANA name: rsa_pss_rsae_sha256, ecdsa_secp256r1_sha256, rsa_pkcs1_sha1, ..."),
            .text("answer", "accepted or unknown."), .text("reason", "Of an unknown: what happened instead."),
        ])
}

/// The server's share of one ephemeral key exchange, as seen in its ServerKeyExchange.
struct TLSEphemeralKeyFact: Fact {
    let `protocol`: String
    let keyExchange: String
    let `group`: String
    let bits: Int
    let primeSha256: String
    let primeName: String
    let reused: Bool?

    static let table = FactTable(
        "tls_ephemeral_key", "Ephemeral Diffie-Hellman as the server does it in TLS 1.2 and older.",
        [
            .text("protocol", "SSLv3 to TLSv1.2."), .text("key_exchange", "DHE or ECDHE."),
            .text("group", "IANA name of the curve, or of the FFDHE group the prime belongs to; else empty."),
            .integer("bits", "Bits of the prime, or of the curve's field."),
            .text(
                "prime_sha256",
                "SHA-256 of the prime as big-endian bytes without leading zeros, lower-case hex; empty for curves."),
            .text(
                "prime_name",
                "Where a well-known prime comes from: ffdhe2048 (RFC 7919), modp 1024 (RFC 2409), modp 2048 (RFC 3526), ...; else empty."
            ),
            .boolean(
                "reused", absent: "Only one key was seen.", "The same public key came in more than one connection."),
        ])
}
