import Model

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
