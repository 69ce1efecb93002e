import Model

/// One property of a server that is neither a version, a suite nor a group.
struct TLSFeatureFact: Fact {
    let feature: String
    let `protocol`: String
    let answer: String
    let detail: String

    static let table = FactTable(
        "tls_feature",
        "What a server can do beside versions, suites and groups; a feature that was not asked for has no row.",
        [
            .text(
                "feature",
                "secure_renegotiation, extended_master_secret, encrypt_then_mac, truncated_hmac, compression, heartbeat, session_ticket, session_id, ocsp_stapling, signed_certificate_timestamp, alpn, npn, fallback_scsv, client_certificate, server_name, max_fragment_length, long_hello, empty_key_share, resumption_by_id, resumption_by_ticket, resumption_psk, early_data."
            ),
            .text("protocol", "SSLv3 to TLSv1.3; empty where it holds for all."),
            .text("answer", "yes, no or unknown."),
            .text(
                "detail",
                "For alpn and npn the protocols, for max_fragment_length the size, for unknown the reason; else empty."),
        ])
}

struct TLSSessionTicketFact: Fact {
    let `protocol`: String
    let lifetimeSeconds: Int
    let earlyDataBytes: Int

    static let table = FactTable(
        "tls_session_ticket", "Session tickets a server handed out after a full handshake.",
        [
            .text("protocol", "TLSv1.0 to TLSv1.3."),
            .integer(
                "lifetime_seconds",
                "How long it may be used, as the server says, in whole minutes; 0 where it leaves that open."),
            .integer("early_data_bytes", "max_early_data_size of 0-RTT; 0 where the ticket allows none."),
        ])
}

/// What a test with malformed messages showed. Only ever asked at consent `intrusive`.
struct TLSWeaknessFact: Fact {
    let weakness: String
    let cve: String
    let answer: String
    let detail: String

    static let table = FactTable(
        "tls_weakness", "What tests with malformed messages showed; asked only where the authorisation says intrusive.",
        [
            .text(
                "weakness",
                "heartbleed, ccs_injection, robot, ticketbleed, tls_poodle, cbc_padding_oracle, client_renegotiation, starttls_injection, alpaca."
            ),
            .text("cve", "Identifiers by CVE, comma-separated; empty where there is none."),
            .text("answer", "vulnerable (seen in three tries), not vulnerable, not applicable or unknown."),
            .text("detail", "What was seen, or why it is unknown or does not apply."),
        ])
}

struct TLSFingerprintFact: Fact {
    let kind: String
    let value: String

    static let table = FactTable(
        "tls_fingerprint", "Digests of how a server answers, to find servers that are configured alike.",
        [
            .text(
                "kind",
                "answers: versions, suites in order, groups, features and alerts of this project's own questions."),
            .text("value", "SHA-256, lower-case hex."),
        ])
}
