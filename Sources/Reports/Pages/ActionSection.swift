import Model

/// One action of the work list: why, how, where, and how to check that it worked.
struct ActionSection {
    let edition: Edition
    let number: Int
    let item: WorkList.Item
    let limit: Int

    private var say: Wording { edition.say }

    var html: HTML {
        let anchor = Anchor.action(number)
        let table = FindingTable(edition: edition, showsAction: false).listing(
            anchor.id, say("Betroffene Systeme", "Affected systems") + ": " + say(item.action), item.findings,
            limit: limit)
        return .tag(
            .section, [.class(.item), .labelledBy(anchor.id)],
            [
                .h3(anchor, .text(say(item.action))),
                .p(facts), .group(item.rules.map(rule)), table.html(edition), verification,
            ])
    }

    private var facts: HTML {
        let age = item.opened.map { say.age(from: $0, to: edition.today) } ?? ""
        let due = item.due.map(say.day) ?? ""
        let owners = item.owners.joined(separator: ", ")
        return say(
            "\(Sign.severity(item.severity, say)) · \(say.count(item.systems, .system)) · zuständig: \(owners) · früheste Frist: \(due) · ältester Befund: \(age)",
            "\(Sign.severity(item.severity, say)) · \(say.count(item.systems, .system)) · owner: \(owners) · earliest due date: \(due) · oldest finding: \(age)"
        )
    }

    private func rule(_ rule: Picture.Rule) -> HTML {
        .group([
            .p("\(HTML.link(edition.address(.rule(rule.id)), .text(say(rule.text.title)))): \(say(rule.text.why))"),
            .p("\(HTML.strong(.text(say("So beheben:", "How to fix:")))) \(say(rule.text.fix))"),
        ])
    }

    /// What to type to see the new state; the first affected system stands for all.
    private var verification: HTML {
        guard
            let (finding, commands) = item.findings.lazy.compactMap({ finding in
                edition.verification(of: finding).map { (finding, $0.commands) }
            }).first
        else { return .nothing }
        let one = item.findings.count == 1
        let place = HTML.seen(finding.endpoint)
        let check = HTML.strong(.text(say("So prüfen Sie nach", "How to check")))
        return .group([
            .p(
                one
                    ? "\(check):"
                    : say(
                        "\(check), hier für \(place), die anderen ebenso:", "\(check), here \(place), the others alike:"
                    )),
            .code(lines: commands.joined(separator: "\n")),
        ])
    }
}
