import Model

/// Findings as a table; not measured and overdue are said in words.
struct FindingTable {
    let edition: Edition
    /// With the action and rule as a column; without it the heading above says them.
    let showsAction: Bool
    /// Each finding has its place on the page only once: where it is listed by action.
    var anchored: Bool { !showsAction }

    private var say: Wording { edition.say }

    func listing(_ id: String, _ caption: String, _ findings: [Picture.Finding], limit: Int = Listing.rowLimit)
        -> Listing
    {
        Listing(
            id: id + "-befunde", caption: caption,
            columns: [.init(title: say("System", "System"))]
                + (showsAction ? [.init(title: say("Befund", "Finding"))] : [])
                + [
                    .init(title: say("Stelle", "Body")), .init(title: say("Schwere", "Severity")),
                    .init(title: say("Beleg", "Evidence")), .init(title: say("Frist", "Due")),
                    .init(title: say("Offen seit", "Open since")), .init(title: say("Zuständig", "Owner")),
                ],
            rows: findings.map(row), file: .findings, limit: limit)
    }

    private func row(_ finding: Picture.Finding) -> Listing.Row {
        let parts = FindingCells(edition: edition, finding: finding)
        let cells =
            [parts.system] + (showsAction ? [.init(edition.ruleLink(finding.rule))] : [])
            + [parts.body, parts.severity, parts.evidence, parts.due, parts.age, .init(.text(finding.owner))]
        return Listing.Row(cells: cells, anchor: anchored ? .finding(finding.id) : nil)
    }
}

/// What tables say of a finding, each part in one way.
struct FindingCells {
    let edition: Edition
    let finding: Picture.Finding

    private var say: Wording { edition.say }

    /// The way to the finding's page.
    var system: Listing.Cell {
        let link = edition.findingLink(finding.id, rule: finding.rule, .seen(finding.endpoint))
        let address: HTML = finding.address.isEmpty ? "" : "\(HTML.seen(finding.address)) · "
        return .init(
            "\(link)\(HTML.lineBreak)\(HTML.small("\(address)\(HTML.id(finding.id))"))", sortKey: finding.endpoint)
    }

    /// Where it is, and how many others it concerns.
    var body: Listing.Cell {
        let body = edition.bodyLink(finding.body)
        guard finding.isPassedOn else { return .init(body) }
        let others = say.count(finding.affects.count, .body)
        return .init(
            "\(body)\(HTML.lineBreak)\(HTML.small(.text(say("trifft auch \(others)", "also concerns \(others)"))))")
    }

    var severity: Listing.Cell {
        .init(Sign.severity(finding.severity, say), sortKey: String(-finding.severity.order))
    }

    var evidence: Listing.Cell {
        guard !finding.measured else { return .init(.seen(finding.evidence)) }
        let reason: HTML = finding.gap.isEmpty ? "" : " (\(HTML.seen(finding.gap)))"
        return .init(
            say(
                "\(HTML.seen(finding.evidence))\(HTML.lineBreak)\(Sign.notMeasured(say))\(reason), letzter bekannter Stand",
                "\(HTML.seen(finding.evidence))\(HTML.lineBreak)\(Sign.notMeasured(say))\(reason), last known state"))
    }

    var due: Listing.Cell { .init(deadline, sortKey: finding.due.description) }

    var deadline: HTML {
        let day = say.day(finding.due)
        if let exception = finding.exception, finding.isExcepted(on: edition.today) {
            let until = say.day(exception.until)
            return say(
                "\(day)\(HTML.lineBreak)Ausnahme bis \(until)", "\(day)\(HTML.lineBreak)exception until \(until)")
        }
        return finding.isOverdue(on: edition.today) ? "\(day)\(HTML.lineBreak)\(Sign.overdue(say))" : .text(day)
    }

    var age: Listing.Cell {
        let days = HTML.small(.text(say.age(from: finding.opened, to: edition.today)))
        return .init("\(say.day(finding.opened))\(HTML.lineBreak)\(days)", sortKey: finding.opened.description)
    }
}

extension Severity {
    /// For sorting by script: a number that grows with severity.
    var order: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}
