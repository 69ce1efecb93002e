import Model

/// The work list of county IT: what to do, where, until when, by whom, and how to see that it worked.
struct FindingsPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var figures: Figures { edition.figures }

    var title: String { say("Arbeitsliste: Befunde nach Maßnahme", "Work list: findings by action") }

    var content: HTML {
        let items = WorkList(figures.open, rules: edition.picture.rules).items
        return .group([
            summary(items), overdue,
            .h2(.workList, .text(say("Was zu tun ist", "What to do"))),
            overview(items), .group(sections(items)), uncounted.possible, uncounted.trials,
        ])
    }

    private var uncounted: UncountedSections { UncountedSections(edition: edition, figures: figures) }

    private func summary(_ items: [WorkList.Item]) -> HTML {
        let open = edition.figure(.open, figures.open.count, .finding)
        let actions = edition.figure(.action, items.count, .action)
        let files = HTML.joined([.link(.data(.findings), "CSV"), .link(.data(.findingsJSON), "JSON")], ", ")
        let excepted = figures.excepted.count
        let hidden: HTML =
            excepted == 0
            ? .nothing
            : say(
                " Dazu \(say.agree(excepted, "kommt", "kommen")) \(say.count(excepted, .finding)) mit gültiger \(HTML.link(edition.address(.exceptions), "Ausnahme")).",
                " Beside them: \(say.count(excepted, .finding)) under a valid \(HTML.link(edition.address(.exceptions), "exception"))."
            )
        guard !items.isEmpty else {
            return .p(
                say(
                    "Bei dem, was geprüft wurde, ist kein Befund offen.\(hidden)",
                    "In what was measured, no finding is open.\(hidden)"))
        }
        return .p(
            say(
                "\(open) in \(actions), dringende zuerst. Vollständig als Datei: \(files).\(hidden)\(pages)",
                "\(open) in \(actions), urgent ones first. Complete as a file: \(files).\(hidden)\(pages)"))
    }

    /// Said only where a reader could miss a page.
    private var pages: HTML {
        let limit = Figures.pageLimit
        guard figures.open.count + figures.excepted.count + figures.possible.count > limit else { return .nothing }
        return .text(
            say(
                " Eine eigene Seite haben die \(say.number(limit)) schwersten; die anderen führen zur Seite ihrer Regel.",
                " The \(say.number(limit)) most severe have a page of their own; the others lead to the page of their rule."
            ))
    }

    private var overdue: HTML {
        let late = figures.overdue
        let heading = HTML.h2(.overdue, .text(say("Über der Frist", "Overdue")))
        guard !late.isEmpty else {
            return .group([heading, .p(.text(say("Keine Frist ist überschritten.", "No deadline has passed.")))])
        }
        let table = FindingTable(edition: edition, showsAction: true).listing(
            "frist-tabelle", say("Befunde über der Frist", "Overdue findings"), late, limit: 100)
        return .group([heading, table.html(edition)])
    }

    private func overview(_ items: [WorkList.Item]) -> HTML {
        let rows = items.enumerated().map { index, item in
            Listing.Row(cells: [
                .init(.link(.here(.action(index + 1)), .text(say(item.action)))),
                .init(Sign.severity(item.severity, say), sortKey: String(-item.severity.order)),
                .init(.text(say.number(item.systems))),
                .init(.text(item.owners.joined(separator: ", "))),
                .init(.text(item.due.map(say.day) ?? ""), sortKey: item.due?.description),
                .init(
                    .text(item.opened.map { say.age(from: $0, to: edition.today) } ?? ""),
                    sortKey: item.opened?.description),
            ])
        }
        return Listing(
            id: "massnahmen", caption: say("Maßnahmen, dringende zuerst", "Actions, urgent ones first"),
            columns: [
                .init(title: say("Maßnahme", "Action"), figure: .action), .init(title: say("Schwere", "Severity")),
                .init(title: say("Systeme", "Systems"), numeric: true), .init(title: say("Zuständig", "Owner")),
                .init(title: say("Früheste Frist", "Earliest due date")),
                .init(title: say("Ältester Befund", "Oldest finding")),
            ],
            rows: rows, file: .findings, limit: 100
        ).html(edition)
    }

    /// Each action gets its share of the rows a page bears.
    private func sections(_ items: [WorkList.Item]) -> [HTML] {
        var left = 200
        return items.enumerated().map { index, item in
            let limit = min(left, 50)
            left -= min(limit, item.findings.count)
            return ActionSection(edition: edition, number: index + 1, item: item, limit: limit).html
        }
    }
}
