import Model

/// A small vocabulary of two probes; its table names are those of the shipped one, so that certificates are found.
enum TestVocabulary {
    static let certificate = FactTable(
        "certificate", "Certificates as served.",
        [
            .integer("position", "0 is the server's own."), .text("sha256", "Fingerprint."),
            .text("subject", "RFC 4514 text."), .text("issuer", "RFC 4514 text."),
            .text("not_before", "RFC 3339."), .text("not_after", "RFC 3339."), .text("spki_sha256", "Its key."),
        ])

    static let tlsProtocol = FactTable(
        "tls_protocol", "Protocol versions.", [.text("protocol", "Name."), .text("answer", "accepted or refused.")])

    static let software = FactTable(
        "software", "Software a server says it runs.",
        [
            .text("product", "Name."), .text("version", "Version."), .text("evidence", "Where it was read."),
            .text("confidence", "certain, likely or possible."),
        ])

    static let page = FactTable("page", "A page.", [.text("title", "Its title.")])

    static let scopes = [
        Scope("tls_endpoint", probe: "tls", "TLS."),
        Scope("https_endpoint", probe: "http", services: [.https], "Web servers over TLS."),
    ]

    static let vocabulary = Vocabulary(
        probes: [("tls", [certificate, tlsProtocol]), ("http", [software, page])], scopes: scopes)

    /// As above, with a further table and a further column: what a later version of the program might know.
    static let later = Vocabulary(
        probes: [
            ("tls", [certificate, tlsProtocol]),
            (
                "http",
                [
                    software,
                    FactTable("page", "A page.", [.integer("status", "Its status."), .text("title", "Title.")]),
                ]
            ),
        ], scopes: scopes)
}
