import Model

/// Software a server says it runs. Several probes fill this table.
struct SoftwareFact: Fact {
    let product: String
    let version: String
    let evidence: String
    let confidence: String

    static let table = FactTable(
        "software", "Software that a server says it runs, with the text that says so.",
        [
            .text("product", "Normalised product name: nginx, apache-httpd, openssh, postfix, dovecot, typo3, ..."),
            .text("version", "Version as stated; empty where none was stated."),
            .text("evidence", "Where it was read: 'server header', 'ssh banner', 'generator', ..., and the text seen."),
            .text(
                "confidence", "certain (two signals or a full product string), likely, or possible (one weak signal)."),
        ])
}
