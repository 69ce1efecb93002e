import Model

/// Software a server says it runs. Several probes fill this table.
package struct SoftwareFact: Fact {
    let product: String
    let version: String
    let evidence: String
    let confidence: String
    let strongSignals: String
    let weakSignals: String

    package static let table = FactTable(
        "software", "Software that a server says it runs, with the text that says so.",
        [
            .text("product", "Normalised product name: nginx, apache-httpd, openssh, postfix, dovecot, typo3, ..."),
            .text("version", "Version as stated; empty where none was stated."),
            .text("evidence", "Where it was read: 'server header', 'ssh banner', 'generator', ..., and the text seen."),
            .text(
                "confidence",
                "certain (two kinds of signal, one of them the product's own name), likely (its own name, or two weak signals),"
                    + " or possible (one weak signal). In the tables, what all probes saw at the same host counts together."
            ),
            .text(
                "strong_signals",
                "Kinds of signal with the product's own name in this probe, comma-separated, sorted: certificate, server header, ..."
            ),
            .text("weak_signals", "Kinds of signal with a sign that others may show too, in the same form."),
        ], isWeighed: true)
}

extension SoftwareFact {
    init(_ sighting: SoftwareSighting) {
        self.init(
            product: sighting.product, version: sighting.version, evidence: sighting.evidence,
            confidence: sighting.confidence.rawValue, strongSignals: sighting.signals.strongText,
            weakSignals: sighting.signals.weakText)
    }

    fileprivate var signals: Corroboration { Corroboration(strong: strongSignals, weak: weakSignals) }

    fileprivate func with(_ confidence: SoftwareConfidence) -> SoftwareFact {
        SoftwareFact(
            product: product, version: version, evidence: evidence, confidence: confidence.rawValue,
            strongSignals: strongSignals, weakSignals: weakSignals)
    }
}

extension Facts {
    /// The products a recogniser finds in what a server says.
    mutating func insert(software: any SoftwareRecogniser, in signals: [SoftwareSignal]) {
        insert(contentsOf: software.recognise(signals).map(SoftwareFact.init))
    }
}

extension [Observation] {
    /// The same with software as sure as all of them together make it, as the tables of a finished run say it.
    package var corroborated: [Observation] {
        var sums = HostCorroboration()
        for observation in self {
            for fact in observation.facts[SoftwareFact.self] {
                sums.add(fact.signals, of: fact.product, at: .init(of: observation.endpoint))
            }
        }
        return map { observation in
            let software = observation.facts[SoftwareFact.self].map { fact in
                sums.confidence(of: fact.product, at: .init(of: observation.endpoint)).map(fact.with) ?? fact
            }
            guard !software.isEmpty else { return observation }
            var facts = Facts(rows: observation.facts.rows.filter { $0.key != SoftwareFact.table.name })
            facts.insert(contentsOf: software)
            return observation.with(facts)
        }
    }
}
