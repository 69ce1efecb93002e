import Model

/// Status as sign and word: colour only repeats what both say.
enum Sign {
    static func severity(_ severity: Severity, _ say: Wording) -> HTML {
        switch severity {
        case .critical: sign("▲", .critical, say.severity(severity))
        case .high: sign("▲", .high, say.severity(severity))
        case .medium: sign("■", .medium, say.severity(severity))
        case .low: sign("●", .low, say.severity(severity))
        case .info: sign("○", .low, say.severity(severity))
        }
    }

    static func need(_ need: Need, _ say: Wording) -> HTML {
        switch need {
        case .high: sign("▲", .high, say("hoch", "high"))
        case .medium: sign("■", .medium, say("mittel", "medium"))
        case .none: sign("●", .good, say("kein dringender", "none urgent"))
        case .unknown: sign("◆", .unknown, say("unvollständig geprüft", "measured incompletely"))
        }
    }

    static func overdue(_ say: Wording) -> HTML { sign("▲", .critical, say("über Frist", "overdue")) }

    static func notMeasured(_ say: Wording) -> HTML { sign("◇", .unknown, say("nicht gemessen", "not measured")) }

    static func state(_ state: EndpointState, _ say: Wording) -> HTML {
        switch state {
        case .measured: sign("●", .good, say("geprüft", "measured"))
        case .gap(let outcome, _): sign("◇", .unknown, say.outcome(outcome))
        case .notAuthorised: sign("◆", .medium, say("ohne Freigabe", "not authorised"))
        }
    }

    static func possible(_ say: Wording) -> HTML { sign("◇", .unknown, say("zu prüfen", "to be checked")) }

    static func standing(_ standing: ExceptionStanding, _ say: Wording) -> HTML {
        let word = say.standing(standing)
        return switch standing {
        case .ended: sign("▲", .critical, word)
        case .endingSoon: sign("■", .medium, word)
        case .unmatched, .idle: sign("◆", .medium, word)
        case .notMeasured: sign("◇", .unknown, word)
        case .active: sign("●", .good, word)
        }
    }

    static func support(_ support: Control.Support, _ say: Wording) -> HTML {
        let word = say.support(support)
        return switch support {
        case .measured: sign("●", .good, word)
        case .partly: sign("◐", .unknown, word)
        case .people: sign("○", .low, word)
        }
    }

    static func sign(_ mark: String, _ style: Style, _ word: String) -> HTML {
        .tag(.span, [.class(.sign, style)], [.tag(.span, [.decorative], [.text(mark)]), .text(" \(word)")])
    }
}
