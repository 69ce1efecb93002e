import Model

/// Findings that flipped at several bodies within a day, told as the one thing that happened.
struct CommonEventList {
    let edition: Edition

    private var say: Wording { edition.say }

    var html: HTML {
        let events = edition.picture.commonEvents
        guard !events.isEmpty else { return .nothing }
        let heading = edition.figure(.commonEvent, say("Ein Ereignis", "One event"))
        return .group([
            .h2(nil, say("\(heading), mehrere Stellen", "\(heading), several bodies")),
            .group(events.prefix(20).enumerated().map { item($0.offset + 1, $0.element) }),
        ])
    }

    private func item(_ number: Int, _ event: Picture.CommonEvent) -> HTML {
        let anchor = Anchor.event(number)
        let title = edition.picture.rule(event.rule).map { say($0.text.title) } ?? event.rule
        let count = event.bodies.count
        let findings = HTML.joined(event.findings.prefix(40).map(edition.findingLink), ", ")
        return .tag(
            .section, [.class(.item), .labelledBy(anchor.id)],
            [
                .h3(
                    anchor,
                    say(
                        "Ein Ereignis bei \(say.number(count)) Stellen: \(title)",
                        "One event at \(say.number(count)) bodies: \(title)")),
                .p("\(happened(event)) \(shared(event))"),
                .p(
                    class: .quiet,
                    say(
                        "Regel: \(edition.ruleLink(event.rule)). Befunde: \(findings).",
                        "Rule: \(edition.ruleLink(event.rule)). Findings: \(findings).")),
            ])
    }

    private func happened(_ event: Picture.CommonEvent) -> HTML {
        let day = say.day(event.day)
        let bodies = say.enumeration(event.bodies.map(edition.bodyLink))
        return switch event.kind {
        case .opened: say("Am \(day) neu bei \(bodies).", "New on \(day) at \(bodies).")
        case .reopened: say("Am \(day) wieder aufgetreten bei \(bodies).", "Came back on \(day) at \(bodies).")
        case .fixed: say("Am \(day) behoben bei \(bodies).", "Fixed on \(day) at \(bodies).")
        }
    }

    private func shared(_ event: Picture.CommonEvent) -> HTML {
        guard !event.shared.isEmpty else {
            return .text(
                say("Eine gemeinsame Ursache ist nicht bekannt.", "No common cause is known."))
        }
        let things = event.shared.map { thing -> HTML in "\(say.common(thing.kind)) (\(edition.common(thing)))" }
        return say(
            "Was sie verbindet: \(HTML.joined(things, ", ")).", "What connects them: \(HTML.joined(things, ", ")).")
    }
}
