import Model

/// What is different since the comparison run: what happened, how the numbers add up, and the lists behind them.
struct ChangesPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var figures: Figures { edition.figures }

    var title: String { say("Änderungen", "Changes") }

    var content: HTML {
        guard let comparison = edition.picture.run.comparison else {
            return .p(
                .text(
                    say(
                        "Erster Prüflauf: noch kein Vergleich. Ab dem zweiten Prüflauf steht hier, was neu ist, was behoben wurde und warum.",
                        "First run: nothing to compare with yet. From the second run on, this page says what is new, what was fixed and why."
                    )))
        }
        let day = say.day(comparison.day)
        return .group([
            .p(
                .text(
                    say(
                        "Verglichen mit Prüflauf \(comparison.run) vom \(day).",
                        "Compared with run \(comparison.run) of \(day)."))),
            .p(Situation(edition: edition, figures: figures).changes), CommonEventList(edition: edition).html,
            BalanceTables(edition: edition, comparison: comparison, figures: figures, body: nil).html,
            ChangeLists(edition: edition).html, MovementLists(edition: edition).html, nothing,
        ])
    }

    private var nothing: HTML {
        guard figures.changes.isEmpty, edition.picture.movements.isEmpty else { return .nothing }
        return .p(.text(say("Nichts hat sich geändert.", "Nothing has changed.")))
    }
}

/// Findings that were added or went away, one list for each cause.
struct ChangeLists {
    let edition: Edition

    private var say: Wording { edition.say }
    private var changes: [Picture.Change] { edition.figures.changes }

    var html: HTML {
        guard !changes.isEmpty else { return .nothing }
        var left = 250
        let known = Picture.Cause.allCases.map { cause in (cause, changes.filter { $0.why == cause }) }
        let parts: [(Picture.Cause?, [Picture.Change])] = known + [(nil, changes.filter { $0.why == nil })]
        let lists = parts.filter { !$0.1.isEmpty }.map { cause, changes -> HTML in
            let limit = min(left, 60)
            left -= min(limit, changes.count)
            return list(cause, changes, limit)
        }
        return .group([.h2(nil, .text(say("Befunde nach Ursache", "Findings by cause"))), .group(lists)])
    }

    private func list(_ cause: Picture.Cause?, _ changes: [Picture.Change], _ limit: Int) -> HTML {
        let word = cause.map(say.cause) ?? say("Ursache unbekannt", "cause unknown")
        let direction =
            if changes.contains(where: \.isAddition) {
                say("Hinzugekommen", "Added")
            } else if changes.contains(where: \.isRating) {
                say("Geblieben", "Stayed")
            } else {
                say("Weggefallen", "Gone")
            }
        let count = say.number(changes.count)
        let heading = "\(direction): \(word) (\(count))"
        let anchor = Anchor.cause(cause)
        let table = Listing(
            id: anchor.id + "-tabelle", caption: cause.map(say.meaning) ?? word,
            columns: [
                .init(title: say("System", "System")), .init(title: say("Befund", "Finding")),
                .init(title: say("Stelle", "Body")), .init(title: say("Schwere", "Severity")),
                .init(title: say("Tag", "Day")),
            ],
            rows: changes.sorted { $0.comesBefore($1) }.map(row), file: .changes, limit: limit)
        return .group([
            .h3(anchor, .text(heading)), table.html(edition),
        ])
    }

    private func row(_ change: Picture.Change) -> Listing.Row {
        let link = edition.findingLink(change.finding, rule: change.rule, .seen(change.endpoint))
        return Listing.Row(cells: [
            .init("\(link)\(HTML.lineBreak)\(HTML.small(.id(change.finding)))", sortKey: change.endpoint),
            .init(edition.ruleLink(change.rule)), .init(edition.bodyLink(change.body)),
            .init(Sign.severity(change.severity, say), sortKey: String(-change.severity.order)),
            .init(.text(say.day(change.day)), sortKey: change.day.description),
        ])
    }
}

extension Picture.Change {
    /// Worst first; ids make the order total.
    func comesBefore(_ other: Self) -> Bool {
        if severity != other.severity { return severity > other.severity }
        return (endpoint, rule, finding) < (other.endpoint, other.rule, other.finding)
    }
}
