import Model

/// What is worth a look and counts nowhere: suspicions, and what rules on trial say.
struct UncountedSections {
    let edition: Edition
    let figures: Figures

    private var say: Wording { edition.say }

    var possible: HTML {
        let findings = figures.possible
        guard !findings.isEmpty else { return .nothing }
        let title = edition.figure(.possible, say("Zu prüfen", "To be checked"))
        let caption = say("Verdacht aus der Versionsnummer", "Suspicions from the version number")
        let rows = findings.map { finding -> Listing.Row in
            let cells = FindingCells(edition: edition, finding: finding)
            return Listing.Row(cells: [
                cells.system, .init(edition.ruleLink(finding.rule)), .init(edition.bodyLink(finding.body)),
                cells.evidence, .init(.text(finding.owner)),
            ])
        }
        return .group([
            .h2(.possible, title),
            .p(
                .text(
                    say(
                        "Ein Verdacht, kein Befund: Die Version allein sagt nicht, ob die Lücke geschlossen ist. Bitte auf dem System nachsehen, welcher Paketstand installiert ist. Zählt in keiner Zahl dieses Berichts.",
                        "A suspicion, not a finding: the version alone does not tell whether the hole is closed. Please look on the system which package is installed. It counts in no figure of this report."
                    ))),
            Listing(
                id: "zu-pruefen-tabelle", caption: caption,
                columns: [
                    .init(title: say("System", "System")), .init(title: say("Verdacht", "Suspicion")),
                    .init(title: say("Stelle", "Body")), .init(title: say("Beleg", "Evidence")),
                    .init(title: say("Zuständig", "Owner")),
                ],
                rows: rows, file: .findings, limit: 50
            ).html(edition),
        ])
    }

    /// Deviations of rules that are still tried out.
    var trials: HTML {
        let rules = edition.picture.rules.filter { rule in rule.text.status == .trial && !deviations(rule).isEmpty }
        guard !rules.isEmpty else { return .nothing }
        return .group([
            .h2(nil, .text(say("Regeln auf Probe", "Rules on trial"))),
            .p(
                .text(
                    say(
                        "Diese Regeln werden noch erprobt. Was sie zeigen, zählt nicht und hat keine Frist.",
                        "These rules are still tried out. What they show does not count and has no due date."))),
            .list(
                rules.prefix(30).map { rule in
                    let systems = say.count(deviations(rule).count, .system)
                    return "\(edition.ruleLink(rule.id)): \(systems)"
                }),
        ])
    }

    private func deviations(_ rule: Picture.Rule) -> [Picture.Hint] {
        rule.hints.filter { $0.verdict == .deviates && figures.scope.contains($0.body) }
    }
}
