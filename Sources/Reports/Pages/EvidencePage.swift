import Model

/// Which controls of which framework the rules bear on, what a scan supports there, and what it cannot.
struct EvidencePage {
    let edition: Edition

    private var say: Wording { edition.say }
    private var controls: [Picture.Control] { edition.picture.controls }

    var title: String { say("Nachweise", "Evidence") }

    var content: HTML {
        .group([
            .p(
                class: .note,
                .strong(
                    .text(
                        say(
                            "Nachweise, keine Aussage über Konformität.", "Evidence, not a statement of conformity."))),
                .text(
                    say(
                        " Diese Seite sagt, was ein Scan zu einer Anforderung zeigen kann und was nicht. Ob eine Anforderung erfüllt ist, beurteilen Menschen.",
                        " This page says what a scan can show for a requirement and what it cannot. Whether a requirement is met is for people to judge."
                    ))),
            controls.isEmpty
                ? .p(
                    .text(
                        say(
                            "In diesem Bericht ist keine Regel einem Baustein zugeordnet.",
                            "In this report no rule is mapped to a control."))) : frameworks,
        ])
    }

    private var frameworks: HTML {
        .group([
            .p(
                class: .quiet,
                .text(
                    say(
                        "Gezählt werden Urteile: eine Regel an einem Dienst. Genannt sind nur die Kennungen; die Texte stehen beim BSI.",
                        "Verdicts are counted: one rule at one service. Only the ids are named; the texts are the BSI's."
                    ))),
            .group(Control.Framework.allCases.map(section)),
        ])
    }

    private func section(_ framework: Control.Framework) -> HTML {
        let list = controls.filter { $0.framework == framework }
        guard !list.isEmpty else { return .nothing }
        let table = Listing(
            id: "n-" + FileSafeName.of(framework.rawValue),
            caption: say(
                "\(say.framework(framework)): was der Scan zeigt", "\(say.framework(framework)): what the scan shows"),
            columns: [
                .init(title: say("Kennung", "Id")),
                .init(title: say("Was ein Scan stützt und was nicht", "What a scan supports and what not")),
                .init(title: say("Regeln", "Rules")), .init(title: say("Beurteilt", "Assessed"), numeric: true),
                .init(title: say.verdict(.conforms), numeric: true),
                .init(title: say.verdict(.deviates), numeric: true),
                .init(title: say.verdict(.notMeasured), numeric: true),
                .init(title: say("Offene Befunde", "Open findings"), numeric: true, figure: .open),
            ],
            rows: list.map(row), file: .evidence, limit: 160)
        return .group([.h2(nil, .text(say.framework(framework))), table.html(edition)])
    }

    private func row(_ control: Picture.Control) -> Listing.Row {
        let rules: HTML = control.rules.isEmpty ? "–" : .joined(control.rules.map(edition.ruleLink), "; ")
        let counts = control.counts
        let numbers = [counts?.assessed, counts?.conforms, counts?.deviates, counts?.notMeasured]
        return Listing.Row(
            cells: [
                .init(.text(control.id)),
                .init(
                    "\(Sign.support(control.support, say))\(HTML.lineBreak)\(say(control.note))",
                    sortKey: control.support.rawValue),
                .init(rules),
            ] + numbers.map { .init(.text($0.map(say.number) ?? "–")) }
                + [.init(.text(control.rules.isEmpty ? "–" : say.number(edition.figures.openFindings(for: control))))],
            anchor: .control(control))
    }
}

/// The controls a rule bears on, as the way to the page on evidence.
struct ControlLinks {
    let edition: Edition
    let rule: String

    var html: HTML {
        let controls = edition.picture.controls.filter { $0.rules.contains(rule) }
        guard !controls.isEmpty else { return .nothing }
        let say = edition.say
        let lines = Control.Framework.allCases.compactMap { framework -> HTML? in
            let ids = controls.filter { $0.framework == framework }.map { control in
                HTML.link(edition.address(.evidence, .control(control)), .text(control.id))
            }
            return ids.isEmpty ? nil : "\(say.framework(framework)): \(HTML.joined(ids, ", "))"
        }
        return .group([.h2(nil, .text(say("Nachweise", "Evidence"))), .list(lines)])
    }
}

extension Figures {
    /// Findings that count, by any rule that bears on a control.
    func openFindings(for control: Picture.Control) -> Int { open.count { control.rules.contains($0.rule) } }
}
