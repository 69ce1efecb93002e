import Model

/// Exceptions as tables; an exception never hides a finding.
struct ExceptionTables {
    let edition: Edition
    let figures: Figures

    private var say: Wording { edition.say }
    private var sorted: ExceptionFigures { figures.exceptions }

    /// Every exception in one table, for a body's page.
    var all: HTML {
        let every = sorted.expired + sorted.active
        guard !every.isEmpty else {
            return .p(.text(say("Keine Ausnahme betrifft diese Stelle.", "No exception concerns this body.")))
        }
        return table("ausnahmen-tabelle", every, say("Ausnahmen mit letztem Tag", "Exceptions with their last day"))
            .html(edition)
    }

    func section(_ anchor: Anchor, _ heading: String, _ exceptions: [Picture.Exception], none: String) -> HTML {
        let body =
            exceptions.isEmpty
            ? HTML.p(.text(none)) : table(anchor.id + "-tabelle", exceptions, heading).html(edition)
        return .group([.h2(anchor, .text(heading)), body])
    }

    private func table(_ id: String, _ exceptions: [Picture.Exception], _ caption: String) -> Listing {
        Listing(
            id: id, caption: caption,
            columns: [
                .init(title: say("Ausnahme", "Exception")), .init(title: say("Regel", "Rule")),
                .init(title: say("Gilt für", "Covers")),
                .init(title: say("Grund", "Reason")),
                .init(title: say("Ausgleichende Maßnahme", "Compensating measure")),
                .init(title: say("Genehmigt", "Approved")), .init(title: say("Letzter Tag", "Last day")),
            ],
            rows: exceptions.map(row), file: .exceptions)
    }

    private func row(_ exception: Picture.Exception) -> Listing.Row {
        let bodies = HTML.joined(exception.bodies.map(edition.bodyLink), ", ")
        let requester = exception.requestedBy.map { say(", beantragt von \($0)", ", requested by \($0)") } ?? ""
        let approved = say(
            "\(say.day(exception.approvedOn)) von \(exception.acceptedBy)\(requester)",
            "\(say.day(exception.approvedOn)) by \(exception.acceptedBy)\(requester)")
        return Listing.Row(cells: [
            .init(.text(exception.id)), .init(edition.ruleLink(exception.rule)),
            .init("\(HTML.seen(exception.subject))\(HTML.lineBreak)\(bodies)", sortKey: exception.subject),
            .init(.text(exception.reason)),
            .init(.text(exception.compensating ?? "–")),
            .init(.text(approved), sortKey: exception.approvedOn.description),
            .init(end(exception), sortKey: exception.expires.description),
        ])
    }

    private func end(_ exception: Picture.Exception) -> HTML {
        let day = say.day(exception.expires)
        let open = exception.findings.count
        if exception.expires < edition.today {
            let state = Sign.sign("▲", .critical, say("abgelaufen", "over"))
            let again =
                open == 0
                ? say("kein offener Befund mehr", "no open finding any more")
                : say(
                    "\(say.count(open, .finding)) \(say.agree(open, "zählt", "zählen")) wieder",
                    "\(say.count(open, .finding)) \(say.agree(open, "counts", "count")) again")
            return "\(day)\(HTML.lineBreak)\(state), \(again)"
        }
        let state =
            exception.expires.number - edition.today.number <= 30
            ? Sign.sign("■", .medium, say("endet bald", "ends soon")) : Sign.sign("●", .good, say("gültig", "valid"))
        let covers =
            open == 0
            ? say("passt zu keinem offenen Befund", "fits no open finding")
            : say("deckt \(say.count(open, .finding))", "covers \(say.count(open, .finding))")
        return "\(day)\(HTML.lineBreak)\(state), \(covers)"
    }
}

/// All exceptions, by what the day of the run makes of them.
struct ExceptionsPage {
    let edition: Edition

    private var say: Wording { edition.say }

    var title: String { say("Ausnahmen", "Exceptions") }

    var content: HTML {
        let tables = ExceptionTables(edition: edition, figures: edition.figures)
        let sorted = edition.figures.exceptions
        return .group([
            .p(
                .text(
                    say(
                        "Eine Ausnahme nimmt eine Abweichung bis zu einem Tag hin. Sie verbirgt nichts: Der Befund bleibt sichtbar und zählt "
                            + "nach dem letzten Tag wieder. Ausnahmen stehen nur in der Flottendatei.",
                        "An exception accepts a deviation until a day. It hides nothing: the finding stays visible and counts again after "
                            + "the last day. Exceptions stand only in the fleet file."))),
            tables.section(
                .expired, say("Abgelaufen", "Over"), sorted.expired,
                none: say("Keine Ausnahme ist abgelaufen.", "No exception is over.")),
            tables.section(
                .active, say("Gültig", "Valid"), sorted.active,
                none: say("Keine Ausnahme ist genehmigt.", "No exception is approved.")),
            covered, unmatched(sorted.unmatched),
        ])
    }

    private var covered: HTML {
        let findings = edition.figures.excepted
        guard !findings.isEmpty else { return .nothing }
        let caption = say("Befunde, die eine gültige Ausnahme deckt", "Findings a valid exception covers")
        return .group([
            .h2(nil, .text(say("Was die Ausnahmen decken", "What the exceptions cover"))),
            FindingTable(edition: edition, showsAction: true).listing("gedeckt", caption, findings).html(edition),
        ])
    }

    private func unmatched(_ exceptions: [Picture.Exception]) -> HTML {
        guard !exceptions.isEmpty else { return .nothing }
        let names = exceptions.map(\.id).joined(separator: ", ")
        return .p(
            class: .note,
            .text(
                say(
                    "Ohne passenden Befund und damit wohl entbehrlich: \(names).",
                    "Fits no finding and can probably go: \(names).")))
    }
}
