import Model

/// What one body alone cannot mend: findings at those who work for several, and things several rest on.
struct SharedPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var figures: Figures { edition.figures }

    var title: String { say("Gemeinsame Risiken", "Shared risks") }

    var content: HTML {
        .group([
            .p(
                say(
                    "Ein Befund bei einem Dienstleister oder einer gemeinsamen Einrichtung trifft alle, die sie nutzen. Er zählt einmal, bei dem, der ihn beheben kann; die anderen \(edition.figure(.inherited, "erben")) ihn.",
                    "A finding at a provider or a shared service centre concerns everyone who uses it. It counts once, where it can be fixed; the others \(edition.figure(.inherited, "inherit")) it."
                )),
            passedOn, inherited, things,
        ])
    }

    private var passedOn: HTML {
        let findings = figures.passedOn
        let heading = HTML.h2(
            nil, .text(say("Befunde, die mehrere Stellen treffen", "Findings that concern several bodies")))
        guard !findings.isEmpty else {
            return .group([
                heading,
                .p(
                    .text(
                        say(
                            "Bei dem, was geprüft wurde, ist kein solcher Befund offen.",
                            "In what was measured, no such finding is open."))),
            ])
        }
        let caption = say("Ein Befund, viele Stellen: dringende zuerst", "One finding, many bodies: urgent ones first")
        return .group([
            heading,
            InheritedTable(edition: edition).listing("weitergegeben", caption, findings, affects: true)
                .html(edition),
        ])
    }

    /// Only in a report for one body: what it gets from outside.
    private var inherited: HTML { InheritedSection(edition: edition, figures: figures).html }

    private var things: HTML {
        let kinds = Picture.Common.Kind.allCases.filter { !figures.shared($0).isEmpty }
        let heading = edition.figure(.shared, say("gemeinsam haben", "have in common"))
        let title = HTML.h2(nil, say("Was mehrere Stellen \(heading)", "What several bodies \(heading)"))
        guard !kinds.isEmpty else {
            return .group([
                title,
                .p(
                    .text(
                        say(
                            "Gemessen wurde nichts, auf dem zwei oder mehr Stellen zugleich ruhen.",
                            "Nothing was measured on which two or more bodies rest at once."))),
            ])
        }
        return .group([title, .group(kinds.map(section))])
    }

    private func section(_ kind: Picture.Common.Kind) -> HTML {
        let anchor = Anchor.common(kind)
        let table = Listing(
            id: anchor.id + "-tabelle", caption: say.risk(kind),
            columns: [
                .init(title: say("Was", "What")), .init(title: say("Stellen", "Bodies")),
                .init(title: say("Dienste", "Services")),
                .init(title: say("Offene Befunde daran", "Open findings at it"), numeric: true),
            ],
            rows: figures.shared(kind).map(row), file: .shared, limit: 60)
        return .group([.h3(anchor, .text(say.common(kind))), table.html(edition)])
    }

    private func row(_ shared: Picture.SharedThing) -> Listing.Row {
        let others: HTML =
            shared.others == 0
            ? .nothing
            : .text(say(" und \(say.number(shared.others)) weitere", " and \(say.number(shared.others)) more"))
        let links = shared.openFindings.prefix(8).map(edition.findingLink)
        let findings: HTML =
            links.isEmpty ? .nothing : "\(HTML.lineBreak)\(HTML.small(.joined(links, ", ")))"
        return Listing.Row(cells: [
            .init(edition.common(shared.thing)),
            .init("\(edition.bodyLinks(shared.bodies))\(others)", sortKey: String(shared.bodies.count)),
            .init(services(shared.endpoints), sortKey: String(shared.endpoints.count)),
            .init(
                "\(say.number(shared.openFindings.count))\(findings)", sortKey: String(shared.openFindings.count)),
        ])
    }

    private func services(_ endpoints: [String]) -> HTML {
        let shown = HTML.joined(endpoints.prefix(6).map { .seen($0) }, ", ")
        let rest = endpoints.count - 6
        return rest > 0 ? "\(shown) … (+\(say.number(rest)))" : shown
    }
}

/// Findings at a provider with whom they concern.
struct InheritedTable {
    let edition: Edition

    private var say: Wording { edition.say }

    func listing(
        _ id: String, _ caption: String, _ findings: [Picture.Finding], affects: Bool, limit: Int = 150
    ) -> Listing {
        Listing(
            id: id, caption: caption,
            columns: [
                .init(title: say("System", "System")), .init(title: say("Befund", "Finding")),
                .init(title: say("Liegt bei", "Lies with")),
            ] + (affects ? [.init(title: say("Trifft", "Concerns"))] : [])
                + [
                    .init(title: say("Schwere", "Severity")), .init(title: say("Frist", "Due")),
                    .init(title: say("Zuständig", "Owner")),
                ],
            rows: findings.map { row($0, affects) }, file: .findings, limit: limit)
    }

    private func row(_ finding: Picture.Finding, _ affects: Bool) -> Listing.Row {
        let cells = FindingCells(edition: edition, finding: finding)
        return Listing.Row(
            cells: [cells.system, .init(edition.ruleLink(finding.rule)), .init(edition.bodyLink(finding.body))]
                + (affects
                    ? [.init(edition.bodyLinks(finding.affects), sortKey: String(finding.affects.count))] : [])
                + [cells.severity, cells.due, .init(.text(finding.owner))])
    }
}

/// What a body inherits, marked as not its own.
struct InheritedSection {
    let edition: Edition
    let figures: Figures

    private var say: Wording { edition.say }

    var html: HTML {
        let findings = figures.inherited
        guard !findings.isEmpty else { return .nothing }
        let heading = edition.figure(.inherited, say("Geerbt", "Inherited"))
        let providers = say.enumeration(Set(findings.map(\.body)).sorted().map(edition.bodyLink))
        let count = say.count(findings.count, .finding)
        let caption = say("Geerbte Befunde, dringende zuerst", "Inherited findings, urgent ones first")
        return .group([
            .h2(.inherited, say("\(heading): Befunde bei Dienstleistern", "\(heading): findings at providers")),
            .p(
                say(
                    "\(count) bei \(providers) \(say.agree(findings.count, "trifft", "treffen")) diese Stelle mit. \(say.agree(findings.count, "Er zählt", "Sie zählen")) dort und in keiner Zahl dieser Seite; beheben kann nur, wer sie betreibt.",
                    "\(count) at \(providers) \(say.agree(findings.count, "concerns", "concern")) this body, too. \(say.agree(findings.count, "It counts", "They count")) there and in no figure of this page; only whoever runs the systems can fix them."
                )),
            InheritedTable(edition: edition).listing("geerbte-befunde", caption, findings, affects: false).html(
                edition),
        ])
    }
}
