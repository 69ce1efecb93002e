import Model

/// All exceptions: what became of each, first what needs a decision.
struct ExceptionsPage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var figures: Figures { edition.figures }

    var title: String { say("Ausnahmen", "Exceptions") }

    var content: HTML {
        let standings = figures.exceptions.standings
        let pressing = standings.filter { $0.standing.needsDecision }
        let calm = standings.filter { !$0.standing.needsDecision }
        return .group([
            .p(
                .text(
                    say(
                        "Eine Ausnahme nimmt eine Abweichung bis zu einem Tag hin. Sie verbirgt nichts: Der Befund bleibt sichtbar und zählt "
                            + "nach dem letzten Tag wieder. Ausnahmen stehen nur in der Flottendatei.",
                        "An exception accepts a deviation until a day. It hides nothing: the finding stays visible and counts again after "
                            + "the last day. Exceptions stand only in the fleet file."))),
            standings.isEmpty
                ? .p(.text(say("Keine Ausnahme ist genehmigt.", "No exception is approved.")))
                : ExceptionTables(edition: edition, figures: figures).listing(
                    say("Alle Ausnahmen, zuerst was zu entscheiden ist", "All exceptions, first what has to be decided")
                ).html(edition),
            .h2(.decisions, .text(say("Was zu entscheiden ist", "What has to be decided"))),
            pressing.isEmpty
                ? .p(
                    .text(
                        say(
                            "Zu keiner Ausnahme ist etwas zu entscheiden.",
                            "Nothing has to be decided on any exception.")))
                : .group(pressing.map { item($0.exception, $0.standing) }),
            calm.isEmpty ? .nothing : .h2(.active, .text(say("Die übrigen", "The others"))),
            .group(calm.map { item($0.exception, $0.standing) }),
        ])
    }

    private func item(_ exception: Picture.Exception, _ standing: ExceptionStanding) -> HTML {
        let anchor = Anchor.exception(exception.id)
        let advice = ExceptionAdvice(exception: exception, standing: standing, say: say).text
        return .tag(
            .section, [.class(.item), .labelledBy(anchor.id)],
            [
                .h3(anchor, .text(exception.id), ": ", edition.ruleLink(exception.rule)),
                .p("\(Sign.standing(standing, say)) · \(advice)"), .div(class: .facts, .terms(facts(exception))),
                covered(exception),
            ])
    }

    private func facts(_ exception: Picture.Exception) -> [(HTML, HTML)] {
        let none = say("nicht angegeben", "not given")
        let range = "\(say.day(exception.approvedOn)) – \(say.day(exception.expires))"
        return [
            (
                .text(say("Gilt für", "Covers")),
                exception.bodies.isEmpty
                    ? .seen(exception.subject)
                    : "\(HTML.seen(exception.subject)) (\(edition.bodyLinks(exception.bodies)))"
            ),
            (.text(say("Gilt", "Holds")), .text(range)),
            (.text(say("Grund", "Reason")), .text(exception.reason)),
            (.text(say("Ausgleichende Maßnahme", "Compensating measure")), .text(exception.compensating ?? none)),
            (.text(say("Restrisiko", "Residual risk")), .text(exception.residualRisk ?? none)),
            (.text(say("Ablösung", "Replacement")), .text(plan(exception) ?? none)),
            (.text(say("Beantragt von", "Requested by")), .text(exception.requestedBy ?? none)),
            (.text(say("Genehmigt von", "Approved by")), .text(exception.acceptedBy)),
        ]
    }

    private func plan(_ exception: Picture.Exception) -> String? {
        guard let what = exception.planWhat else { return nil }
        guard let by = exception.planBy else { return what }
        let late = by < edition.today ? say(" (überschritten)", " (passed)") : ""
        return say("\(what), bis \(say.day(by))\(late)", "\(what), by \(say.day(by))\(late)")
    }

    /// What it covers, and what the verdict would be without it.
    private func covered(_ exception: Picture.Exception) -> HTML {
        let ids = Set(exception.findings.prefix(20))
        let findings = edition.picture.findings.filter { ids.contains($0.id) }
        guard !findings.isEmpty else { return .nothing }
        let shown = findings.map { finding -> HTML in
            let place = edition.findingLink(finding.id, rule: finding.rule, .seen(finding.endpoint))
            let severity = Sign.severity(finding.severity, say)
            return say(
                "\(finding.id), \(place): ohne Ausnahme „\(say.verdict(.deviates))“, \(severity)",
                "\(finding.id), \(place): without it “\(say.verdict(.deviates))”, \(severity)")
        }
        let rest = exception.findings.count - shown.count
        let more: HTML =
            rest == 0
            ? .nothing
            : .p(class: .quiet, .text(say("und \(say.number(rest)) weitere", "and \(say.number(rest)) more")))
        return .group([
            .p(.strong(.text(say("Betroffene Befunde", "Findings concerned")))), .list(shown), more,
        ])
    }
}
