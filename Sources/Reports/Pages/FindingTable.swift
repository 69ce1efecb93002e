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
        let address: HTML = finding.address.isEmpty ? "" : "\(HTML.lineBreak)\(HTML.small(.seen(finding.address)))"
        var cells: [Listing.Cell] = [.init("\(HTML.seen(finding.endpoint))\(address)", sortKey: finding.endpoint)]
        if showsAction { cells.append(.init(edition.ruleLink(finding.rule))) }
        cells += [
            .init(edition.bodyLink(finding.body)),
            .init(Sign.severity(finding.severity, say), sortKey: String(-finding.severity.order)),
            .init(evidence(finding)), .init(due(finding), sortKey: finding.due.description),
            .init(.text(say.day(finding.opened)), sortKey: finding.opened.description), .init(.text(finding.owner)),
        ]
        return Listing.Row(cells: cells, anchor: anchored ? .finding(finding.id) : nil)
    }

    private func evidence(_ finding: Picture.Finding) -> HTML {
        guard !finding.measured else { return .seen(finding.evidence) }
        let reason = finding.gap.isEmpty ? "" : " (\(finding.gap))"
        return say(
            "\(HTML.seen(finding.evidence))\(HTML.lineBreak)\(Sign.notMeasured(say))\(reason), letzter bekannter Stand",
            "\(HTML.seen(finding.evidence))\(HTML.lineBreak)\(Sign.notMeasured(say))\(reason), last known state")
    }

    private func due(_ finding: Picture.Finding) -> HTML {
        let day = say.day(finding.due)
        if let exception = finding.exception, finding.isExcepted(on: edition.today) {
            let until = say.day(exception.until)
            return say(
                "\(day)\(HTML.lineBreak)Ausnahme bis \(until)", "\(day)\(HTML.lineBreak)exception until \(until)")
        }
        return finding.isOverdue(on: edition.today) ? "\(day)\(HTML.lineBreak)\(Sign.overdue(say))" : .text(day)
    }
}

extension Severity {
    /// For sorting by script: a number that grows with severity.
    var order: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}
