import Model

/// The situation in six sentences, for the cooperation or one body.
struct Situation {
    let edition: Edition
    let figures: Figures

    private var say: Wording { edition.say }

    /// Stands above everything else where too little was measured to say anything.
    var alarm: HTML? {
        guard figures.coverage.isIncomplete else { return nil }
        return .text(say("Die Aussagen sind unvollständig.", "These statements are incomplete."))
    }

    var sentences: [HTML] { [coverage, urgent, changes, certificates, software, exceptions] }

    var coverage: HTML {
        let coverage = figures.coverage
        guard coverage.known > 0 else {
            return .text(
                say(
                    "Es sind keine Dienste bekannt; geprüft wurde nichts.",
                    "No services are known; nothing was measured."))
        }
        let gaps = gapClauses(coverage)
        return "\(measured(coverage))\(gaps.isEmpty ? "" : "; ")\(HTML.joined(gaps, ", "))."
    }

    private func measured(_ coverage: Coverage) -> HTML {
        let bodies = figures.scope.bodies.count
        let count = edition.figure(.bodies, bodies, .body)
        let place: HTML = bodies > 1 ? say(" bei \(count)", " at \(count)") : ""
        let share = say.share(coverage.share)
        guard coverage.measured < coverage.known else {
            let one = coverage.known == 1
            let all = edition.figure(
                .measured, one ? say("der eine", "the one") : "\(say("alle", "all")) \(say.number(coverage.known))")
            return say(
                "Geprüft \(one ? "wurde" : "wurden") \(all) \(one ? "bekannte Dienst" : "bekannten Dienste")\(place) (\(share))",
                "Measured: \(all) known \(Noun.service(coverage.known, .en))\(place) (\(share))")
        }
        let part = edition.figure(
            .measured,
            say(
                "\(say.number(coverage.measured)) von \(say.number(coverage.known))",
                "\(say.number(coverage.measured)) of \(say.number(coverage.known))"))
        return say(
            "Geprüft \(say.agree(coverage.measured, "wurde", "wurden")) \(part) bekannten \(Noun.serviceDative(coverage.known, .de))\(place) (\(share))",
            "Measured: \(part) known \(Noun.serviceDative(coverage.known, .en))\(place) (\(share))")
    }

    private func gapClauses(_ coverage: Coverage) -> [HTML] {
        var clauses: [HTML] = []
        if coverage.unanswered > 0 {
            let count = edition.figure(.unanswered, coverage.unanswered)
            let wholly = coverage.partial == 0
            clauses.append(
                say(
                    "\(count) \(say.agree(coverage.unanswered, "antwortete", "antworteten")) nicht\(wholly ? "" : " oder nicht vollständig")",
                    "\(count) did not answer\(wholly ? "" : " or not completely")"))
        }
        if coverage.notAuthorised > 0 {
            let count = edition.figure(.notAuthorised, coverage.notAuthorised)
            clauses.append(
                say(
                    "\(count) durften wir nicht prüfen, weil die Freigabe fehlt",
                    "\(count) we were not allowed to ask because the authorisation is missing"))
        }
        return clauses
    }

    var urgent: HTML {
        let count = figures.urgent.count
        guard count > 0 else { return nothingUrgent }
        let noun = edition.figure(.urgent, count, .urgentFinding)
        return say(
            "\(noun) \(say.agree(count, "ist", "sind")) offen\(deadline)\(affected).",
            "\(noun) \(say.agree(count, "is", "are")) open\(deadline)\(affected).")
    }

    /// One sentence more, only where urgent findings reach beyond the body they lie with.
    var inherited: HTML? {
        let from = figures.inherited.filter { $0.severity.isUrgent && !$0.isExcepted(on: figures.today) }
        if !from.isEmpty {
            let count = say.count(from.count, .urgentFinding)
            let providers = say.enumeration(Set(from.map(\.body)).sorted().map(edition.bodyLink))
            return say(
                "\(edition.figure(.inherited, "Geerbt")): \(count) bei \(providers) \(say.agree(from.count, "trifft", "treffen")) diese Stelle mit und \(say.agree(from.count, "zählt", "zählen")) dort.",
                "\(edition.figure(.inherited, "Inherited")): \(count) at \(providers) \(say.agree(from.count, "concerns", "concern")) this body, too, and \(say.agree(from.count, "counts", "count")) there."
            )
        }
        let passedOn = figures.urgent.filter(\.isPassedOn)
        guard !passedOn.isEmpty else { return nil }
        let bodies = Set(passedOn.flatMap(\.affects)).count
        let link = HTML.link(edition.address(.shared), .text(say("Gemeinsame Risiken", "Shared risks")))
        let count = edition.figure(.inherited, passedOn.count)
        return say(
            "\(count) der dringenden Befunde \(say.agree(passedOn.count, "trifft", "treffen")) \(say.count(bodies, .body)), die \(say.agree(passedOn.count, "ihn", "sie")) nicht selbst beheben können: \(link).",
            "\(count) of the urgent findings \(say.agree(passedOn.count, "concerns", "concern")) \(say.count(bodies, .body)) that cannot fix \(say.agree(passedOn.count, "it", "them")) themselves: \(link)."
        )
    }

    private var nothingUrgent: HTML {
        let others = figures.open.count
        let none = edition.figure(.urgent, say("kein dringender Befund", "no urgent finding"))
        let rest =
            others == 0
            ? HTML.nothing
            : say(
                "; weniger dringend: \(edition.figure(.open, others, .finding))",
                "; less urgent: \(edition.figure(.open, others, .finding))")
        return say(
            "Bei dem, was geprüft wurde, ist \(none) offen\(rest).", "In what was measured, \(none) is open\(rest).")
    }

    private var deadline: HTML {
        let late = figures.urgentOverdue.count
        let total = figures.urgent.count
        if late == 0 { return .text(say(", keiner über der Frist", ", none overdue")) }
        if total == 1 {
            return say(
                " und \(edition.figure(.overdue, "über der Frist"))", " and \(edition.figure(.overdue, "overdue"))")
        }
        let count = edition.figure(.overdue, late)
        return say(", davon \(count) über der Frist", ", of which \(count) \(say.agree(late, "is", "are")) overdue")
    }

    /// Only where there are several units that could be meant.
    private var affected: HTML {
        let units = figures.units
        let hit = units.count { unit in figures.urgent.contains { unit.scope.contains($0.body) } }
        guard units.count > 1, hit > 0 else { return .nothing }
        let noun = figures.unitsAreCounties ? Noun.county : Noun.body
        let text = say(
            "\(say.number(hit)) der \(say.number(units.count)) \(noun(2, .de))",
            "\(say.number(hit)) of the \(say.number(units.count)) \(noun(2, .en))")
        let one = figures.urgent.count == 1
        return say(
            "; \(one ? "er betrifft" : "sie betreffen") \(edition.figure(.affected, text))",
            "; \(one ? "it concerns" : "they concern") \(edition.figure(.affected, text))")
    }
}
