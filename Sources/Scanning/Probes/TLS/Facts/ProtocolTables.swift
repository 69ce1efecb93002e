import Model

struct TLSProtocolFact: Fact {
    let `protocol`: String
    let answer: String
    let reason: String

    static let table = FactTable(
        "tls_protocol", "Which protocol versions a server accepts; one row for each version asked.",
        [
            .text("protocol", "SSLv2, SSLv3, TLSv1.0, TLSv1.1, TLSv1.2 or TLSv1.3."),
            .text("answer", "accepted, refused (proven: fatal alert or a lower version chosen) or unknown."),
            .text(
                "reason",
                "The alert or what happened instead of an answer: alert 70 protocol_version, timeout, reset, closed, ..."
            ),
        ])
}
