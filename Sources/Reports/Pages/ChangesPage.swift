import Model

/// What is different since the comparison run, split by cause.
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
            .p(Situation(edition: edition, figures: figures).changes), .group(causes.map(section)),
            section(say("Behoben", "Fixed"), figures.changes.filter { $0.kind == .fixed }, id: "behoben"),
            section(
                say("Nicht mehr geprüft (keine Verbesserung)", "No longer judged (not an improvement)"),
                figures.changes.filter { $0.kind == .withdrawn }, id: "entfallen"),
            figures.changes.isEmpty ? .p(.text(say("Nichts hat sich geändert.", "Nothing has changed."))) : .nothing,
        ])
    }

    private var causes: [(String, [Picture.Change], String)] {
        Picture.OpeningCause.allCases.map { cause in
            (
                say("Hinzugekommen: \(say.cause(cause))", "Added: \(say.cause(cause))"),
                figures.changes.filter { $0.isAddition && $0.cause == cause }, "neu-\(cause.rawValue)"
            )
        } + [
            (
                say("Hinzugekommen: Ursache unbekannt", "Added: cause unknown"),
                figures.changes.filter { $0.isAddition && $0.cause == nil }, "neu"
            )
        ]
    }

    private func section(_ part: (String, [Picture.Change], String)) -> HTML { section(part.0, part.1, id: part.2) }

    private func section(_ heading: String, _ changes: [Picture.Change], id: String) -> HTML {
        guard !changes.isEmpty else { return .nothing }
        let table = Listing(
            id: id, caption: "\(heading): \(say.number(changes.count))",
            columns: [
                .init(title: say("System", "System")), .init(title: say("Befund", "Finding")),
                .init(title: say("Stelle", "Body")),
                .init(title: say("Schwere", "Severity")), .init(title: say("Art", "Kind")),
                .init(title: say("Tag", "Day")),
            ],
            rows: changes.sorted { $0.comesBefore($1) }.map(row), file: .changes, limit: 80)
        return .group([.h2(nil, .text(heading)), table.html(edition)])
    }

    private func row(_ change: Picture.Change) -> Listing.Row {
        Listing.Row(cells: [
            .init(.seen(change.endpoint)), .init(edition.ruleLink(change.rule)), .init(edition.bodyLink(change.body)),
            .init(Sign.severity(change.severity, say), sortKey: String(-change.severity.order)),
            .init(.text(say.change(change.kind))),
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
