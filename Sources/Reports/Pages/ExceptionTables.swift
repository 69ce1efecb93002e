import Model

/// Exceptions as a table: what became of each, and until when.
struct ExceptionTables {
    let edition: Edition
    let figures: Figures

    private var say: Wording { edition.say }

    /// Every exception of a body, for its page.
    var all: HTML {
        guard !figures.exceptions.standings.isEmpty else {
            return .p(.text(say("Keine Ausnahme betrifft diese Stelle.", "No exception concerns this body.")))
        }
        return listing(say("Ausnahmen mit letztem Tag", "Exceptions with their last day")).html(edition)
    }

    func listing(_ caption: String) -> Listing {
        Listing(
            id: "ausnahmen-tabelle", caption: caption,
            columns: [
                .init(title: say("Ausnahme", "Exception")), .init(title: say("Regel", "Rule")),
                .init(title: say("Gilt für", "Covers")), .init(title: say("Stand", "Standing")),
                .init(title: say("Letzter Tag", "Last day")), .init(title: say("Was zu tun ist", "What to do")),
            ],
            rows: figures.exceptions.standings.map { row($0.exception, $0.standing) }, file: .exceptions, limit: 100)
    }

    private func row(_ exception: Picture.Exception, _ standing: ExceptionStanding) -> Listing.Row {
        let link = HTML.link(edition.address(.exceptions, .exception(exception.id)), .text(exception.id))
        return Listing.Row(cells: [
            .init(link), .init(edition.ruleLink(exception.rule)),
            .init(
                "\(HTML.seen(exception.subject))\(HTML.lineBreak)\(HTML.small(edition.bodyLinks(exception.bodies)))",
                sortKey: exception.subject),
            .init(Sign.standing(standing, say), sortKey: say.standing(standing)),
            .init(.text(say.day(exception.expires)), sortKey: exception.expires.description),
            .init(.text(ExceptionAdvice(exception: exception, standing: standing, say: say).text)),
        ])
    }
}

/// What the standing of an exception asks of people.
struct ExceptionAdvice {
    let exception: Picture.Exception
    let standing: ExceptionStanding
    let say: Wording

    var text: String {
        let open = exception.findings.count
        return switch standing {
        case .ended:
            open == 0
                ? say("Kein offener Befund mehr: streichen.", "No open finding any more: remove it.")
                : say(
                    "\(say.count(open, .finding)) \(say.agree(open, "zählt", "zählen")) wieder: beheben oder neu entscheiden.",
                    "\(say.count(open, .finding)) \(say.agree(open, "counts", "count")) again: fix or decide anew.")
        case .endingSoon:
            say(
                "Beheben, oder rechtzeitig neu entscheiden.", "Fix it, or decide anew in time.")
        case .unmatched:
            say(
                "Regel, Name und Port prüfen, sonst streichen.", "Check rule, name and port, or remove it.")
        case .idle:
            say(
                "Die Messung zeigt keine Abweichung mehr: streichen.",
                "The measurement shows no deviation any more: remove it.")
        case .notMeasured:
            say(
                "Das System wurde nicht gemessen; ob sie noch gebraucht wird, ist offen.",
                "The system was not measured; whether it is still needed is open.")
        case .active: say("Nichts bis zum letzten Tag.", "Nothing until the last day.")
        }
    }
}
