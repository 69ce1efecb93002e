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
                "confidence",
                "certain (two kinds of signal, one of them the product's own name), likely (its own name, or two weak signals),"
                    + " or possible (one weak signal)."),
        ])
}

extension SoftwareFact {
    init(_ sighting: SoftwareSighting) {
        self.init(
            product: sighting.product, version: sighting.version, evidence: sighting.evidence,
            confidence: sighting.confidence.rawValue)
    }
}

extension Facts {
    /// The products a recogniser finds in what a server says.
    mutating func insert(software: any SoftwareRecogniser, in signals: [SoftwareSignal]) {
        insert(contentsOf: software.recognise(signals).map(SoftwareFact.init))
    }
}
