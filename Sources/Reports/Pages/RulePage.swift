import Model

/// One rule: what it asks, on what authority, how it is decided and whom it concerns.
struct RulePage {
    let edition: Edition
    let rule: Picture.Rule

    private var say: Wording { edition.say }

    var title: String { say(rule.text.title) }

    var content: HTML {
        .group([
            facts, standing, error, .p(.text(say(rule.text.why))),
            .h2(nil, .text(say("So beheben", "How to fix"))), .p(.text(say(rule.text.fix))), verdicts,
            RulePast(edition: edition, rule: rule).html, affected, hints, exceptions,
            .h2(nil, .text(say("Quellen", "Sources"))), sources,
            ControlLinks(edition: edition, rule: rule.id).html, decision,
        ])
    }

    private var facts: HTML {
        .div(
            class: .facts,
            .terms([
                (.text(say("Regel", "Rule")), .code(rule.id)),
                (.text(say("Regelwerk", "Rule pack")), .text(pack)),
                (.text(say("Schwere", "Severity")), Sign.severity(rule.text.severity, say)),
                (.text(say("Stand der Regel", "State of the rule")), .text(say.status(rule.text.status))),
                (.text(say("Maßnahme", "Action")), .text(say(rule.text.action))),
            ]))
    }

    /// Said only where the rule does not simply count with its pack's severity.
    private var standing: HTML {
        let state: HTML =
            switch rule.text.status {
            case .active: .nothing
            case .trial:
                .p(
                    class: .note,
                    .text(
                        say(
                            "Auf Probe: Was diese Regel zeigt, zählt nicht und hat keine Frist.",
                            "On trial: what this rule shows does not count and has no due date.")))
            case .retired:
                .p(
                    class: .note,
                    .text(
                        say(
                            "Zurückgezogen: Diese Regel urteilt nicht mehr. Ihre Befunde sind geschlossen, aber nicht behoben.",
                            "Retired: this rule no longer judges. Its findings are closed, but not fixed.")))
            }
        guard let override = rule.text.overridden else { return state }
        let shipped = Sign.severity(override.shipped, say)
        return .group([
            state,
            .p(
                class: .note,
                say(
                    "Im Regelwerk: \(shipped). Dieser Verbund stuft die Regel anders ein: \(override.reason)",
                    "In the pack: \(shipped). This cooperation rates the rule otherwise: \(override.reason)")),
        ])
    }

    private var exceptions: HTML {
        let list = edition.figures.exceptions.standings.filter { $0.exception.rule == rule.id }
        guard !list.isEmpty else { return .nothing }
        return .group([
            .h2(nil, .text(say("Ausnahmen von dieser Regel", "Exceptions from this rule"))),
            .list(
                list.prefix(50).map { exception, standing in
                    let link = HTML.link(
                        edition.address(.exceptions, .exception(exception.id)), .text(exception.id))
                    let until = say("bis \(say.day(exception.expires))", "until \(say.day(exception.expires))")
                    return "\(link), \(HTML.seen(exception.subject)): \(Sign.standing(standing, say)), \(until)"
                }),
        ])
    }

    private var pack: String {
        let version = edition.picture.packs.first { $0.name == rule.text.pack }?.version ?? ""
        return version.isEmpty ? rule.text.pack : "\(rule.text.pack) \(version)"
    }

    private var error: HTML {
        guard let message = rule.error else { return .nothing }
        return .p(
            class: .alarm,
            say(
                "Diese Regel konnte nicht beurteilen, alle Urteile lauten „nicht gemessen“: \(HTML.seen(message))",
                "This rule could not judge; every verdict is “not measured”: \(HTML.seen(message))"))
    }

    private var verdicts: HTML {
        let counted = Verdict.allCases.filter { (rule.verdicts[$0] ?? 0) > 0 }
        let heading = HTML.h2(nil, .text(say("Urteile in diesem Prüflauf", "Verdicts in this run")))
        guard !counted.isEmpty else {
            let reason =
                rule.verdicts.isEmpty
                ? say("Keine Zählung in diesem Bericht.", "No count in this report.")
                : say(
                    "In diesem Prüflauf gab es für diese Regel nichts zu beurteilen.",
                    "In this run there was nothing for this rule to judge.")
            return .group([heading, .p(.text(reason))])
        }
        return .group([
            heading,
            Listing(
                id: "urteile", caption: say("Anzahl je Urteil", "Number by verdict"),
                columns: [
                    .init(title: say("Urteil", "Verdict")), .init(title: say("Dienste", "Services"), numeric: true),
                ],
                rows: counted.map { verdict in
                    Listing.Row(cells: [
                        .init(.text(say.verdict(verdict))), .init(.text(say.number(rule.verdicts[verdict] ?? 0))),
                    ])
                }, sortable: false
            ).html(edition),
        ])
    }

    private var affected: HTML {
        let figures = edition.figures
        let findings = (figures.open + figures.excepted).filter { $0.rule == rule.id }
        let heading = HTML.h2(nil, .text(say("Betroffene Systeme", "Affected systems")))
        guard !findings.isEmpty else {
            return .group([heading, .p(.text(say("Kein Befund ist offen.", "No finding is open.")))])
        }
        let table = FindingTable(edition: edition, showsAction: false).listing(
            "betroffen", say("Offene Befunde nach dieser Regel", "Open findings by this rule"), findings, limit: 300)
        return .group([heading, table.html(edition)])
    }

    private var hints: HTML {
        guard !rule.hints.isEmpty else { return .nothing }
        let rows = rule.hints.map { hint in
            Listing.Row(cells: [
                .init(.seen(hint.endpoint)), .init(edition.bodyLink(hint.body)),
                .init(.text(say.verdict(hint.verdict))), .init(.seen(hint.evidence)),
            ])
        }
        return .group([
            .h2(
                nil,
                .text(
                    say(
                        "Weitere Urteile, die nicht als Befund zählen", "Further verdicts that do not count as findings"
                    ))),
            Listing(
                id: "hinweise", caption: say("Läuft aus, nicht gelistet oder Probe", "Phase-out, not listed or trial"),
                columns: [
                    .init(title: say("System", "System")), .init(title: say("Stelle", "Body")),
                    .init(title: say("Urteil", "Verdict")),
                    .init(title: say("Beleg", "Evidence")),
                ],
                rows: rows, limit: 150
            ).html(edition),
        ])
    }

    private var sources: HTML {
        let items = rule.text.references.map { reference -> HTML in
            var parts: [HTML] = [.strong(.text(reference.document))]
            if let edition = reference.edition { parts.append(.text(say("Ausgabe \(edition)", "edition \(edition)"))) }
            if let section = reference.section {
                parts.append(.text(say("Abschnitt \(section)", "section \(section)")))
            }
            if let url = reference.url { parts.append(.external(url)) }
            return .joined(parts, ", ")
        }
        return items.isEmpty ? .p(.text(say("Keine Quelle angegeben.", "No source given."))) : .list(items)
    }

    private var decision: HTML {
        let sql: HTML =
            rule.text.deviates.isEmpty ? .nothing : .tag(.pre, [], [.tag(.code, [], [.text(rule.text.deviates)])])
        return .group([
            .h2(nil, .text(say("Wie entschieden wird", "How it is decided"))),
            .p(
                say(
                    "Beurteilt wird jede Zeile von \(HTML.code(rule.text.scope)). Abweichend ist, was diese Abfrage liefert:",
                    "Every row of \(HTML.code(rule.text.scope)) is judged. What this query returns deviates:")),
            rule.text.deviates.isEmpty
                ? .p(
                    .text(
                        say(
                            "Diese Regel kennt keine Abweichung, nur Hinweise.",
                            "This rule knows no deviation, only hints."))) : sql,
        ])
    }
}
