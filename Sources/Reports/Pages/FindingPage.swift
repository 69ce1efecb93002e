import Model

/// One finding: what, where, since when, why, what to do, how to check, and everything that happened to it.
struct FindingPage {
    let edition: Edition
    let finding: Picture.Finding

    private var say: Wording { edition.say }
    private var rule: Picture.Rule? { edition.picture.rule(finding.rule) }
    private var cells: FindingCells { FindingCells(edition: edition, finding: finding) }
    private var isInherited: Bool { !edition.figures.scope.contains(finding.body) }

    var title: String { "\(finding.id): \(rule.map { say($0.text.title) } ?? finding.rule)" }

    var content: HTML { .group([standing, facts, why, fix, verification, exception, life, controls]) }

    private var standing: HTML {
        if finding.possible {
            return .p(
                class: .note,
                say(
                    "\(Sign.possible(say)): ein Verdacht aus der Versionsnummer. Er zählt nirgends mit, bis jemand nachgesehen hat.",
                    "\(Sign.possible(say)): a suspicion from the version number. It counts nowhere until someone has looked."
                ))
        }
        guard isInherited else { return .nothing }
        return .p(
            class: .note,
            say(
                "\(edition.figure(.inherited, "Geerbt")): Der Befund liegt bei \(edition.bodyLink(finding.body)) und zählt dort.",
                "\(edition.figure(.inherited, "Inherited")): the finding lies with \(edition.bodyLink(finding.body)) and counts there."
            ))
    }

    private var facts: HTML {
        let address: HTML = finding.address.isEmpty ? .nothing : " (\(HTML.seen(finding.address)))"
        var pairs: [(HTML, HTML)] = [
            (.text(say("System", "System")), "\(HTML.seen(finding.endpoint))\(address)"),
            (.text(say("Stelle", "Body")), edition.bodyLink(finding.body)),
        ]
        if finding.isPassedOn {
            pairs.append((.text(say("Trifft auch", "Also concerns")), edition.bodyLinks(finding.affects)))
        }
        let age = say.age(from: finding.opened, to: edition.today)
        pairs += [
            (
                .text(
                    finding.possible
                        ? say("Schwere, falls bestätigt", "Severity if confirmed") : say("Schwere", "Severity")),
                Sign.severity(finding.severity, say)
            ),
            (.text(say("Beleg", "Evidence")), cells.evidence.content),
            (
                .text(say("Offen seit", "Open since")),
                .text(
                    say(
                        "\(say.day(finding.opened)) (\(age)), Prüflauf \(finding.openedRun)",
                        "\(say.day(finding.opened)) (\(age)), run \(finding.openedRun)"))
            ),
        ]
        if !finding.possible {
            let cause = "\(say.cause(finding.cause.word)): \(say.meaning(finding.cause.word))"
            pairs.append((.text(say("Geöffnet, weil", "Opened because")), .text(cause)))
            pairs.append((.text(say("Frist", "Due")), cells.deadline))
        }
        pairs.append((.text(say("Zuständig", "Owner")), .text(finding.owner)))
        return .div(class: .facts, .terms(pairs))
    }

    private var why: HTML {
        let reason = rule.map { say($0.text.why) } ?? ""
        let heading =
            finding.possible
            ? say("Worauf der Verdacht beruht", "What the suspicion rests on")
            : say("Warum das ein Befund ist", "Why this is a finding")
        return .group([
            .h2(nil, .text(heading)),
            reason.isEmpty ? .nothing : .p(.text(reason)),
            .p(
                say(
                    "Regel: \(edition.ruleLink(finding.rule)), mit Quelle und Abfrage.",
                    "Rule: \(edition.ruleLink(finding.rule)), with its source and query.")),
        ])
    }

    private var fix: HTML {
        guard let rule else { return .nothing }
        return .group([
            .h2(nil, .text(say("So beheben", "How to fix"))),
            .p(.strong(.text(say(rule.text.action))), ". ", .text(say(rule.text.fix))),
        ])
    }

    private var verification: HTML {
        guard let commands = edition.verification(of: finding)?.commands else { return .nothing }
        return .group([
            .h2(nil, .text(say("So prüfen Sie nach", "How to check"))), .code(lines: commands.joined(separator: "\n")),
        ])
    }

    private var exception: HTML {
        guard !isInherited, !finding.possible else { return .nothing }
        let heading = HTML.h2(nil, .text(say("Ausnahme", "Exception")))
        if let accepted = finding.exception, finding.isExcepted(on: edition.today) {
            let known = edition.picture.exceptions.contains { $0.id == accepted.id }
            let name =
                known
                ? HTML.link(edition.address(.exceptions, .exception(accepted.id)), .text(accepted.id))
                : .seen(accepted.id)
            let until = say.day(accepted.until)
            return .group([
                heading,
                .p(
                    say(
                        "Hingenommen bis \(until) durch Ausnahme \(name). Ohne sie: \(say.verdict(.deviates)). Danach zählt der Befund wieder.",
                        "Accepted until \(until) by exception \(name). Without it: \(say.verdict(.deviates)). After that the finding counts again."
                    )),
            ])
        }
        guard !finding.exceptionBlock.isEmpty else { return .nothing }
        return .group([
            heading,
            .p(
                .text(
                    say(
                        "Lässt sich der Befund nicht fristgerecht beheben, kann eine Ausnahme beantragt werden: diesen Block in der Flottendatei unter exceptions: ergänzen und von jemand anderem genehmigen lassen.",
                        "If the finding cannot be fixed in time, an exception can be asked for: add this block to the fleet file under exceptions: and have someone else approve it."
                    ))),
            .code(lines: finding.exceptionBlock),
        ])
    }

    private var life: HTML {
        guard !finding.events.isEmpty else { return .nothing }
        let shown = finding.events.suffix(60)
        let rows = shown.map { event in
            Listing.Row(cells: [
                .init(.text(say.day(event.day))), .init(.text(say.event(event.kind))),
                .init(event.detail.isEmpty ? "–" : .seen(event.detail)), .init(.seen(event.run)),
            ])
        }
        let more: HTML =
            shown.count == finding.events.count
            ? .nothing
            : .p(
                class: .quiet,
                say(
                    "Die jüngsten \(say.number(shown.count)); alle stehen in \(HTML.link(.data(.events), .text(DataName.events.rawValue))).",
                    "The latest \(say.number(shown.count)); all are in \(HTML.link(.data(.events), .text(DataName.events.rawValue)))."
                ))
        return .group([
            .h2(nil, .text(say("Verlauf", "History"))),
            Listing(
                id: "verlauf", caption: say("Was geschah, das Älteste zuerst", "What happened, oldest first"),
                columns: [
                    .init(title: say("Tag", "Day")), .init(title: say("Was geschah", "What happened")),
                    .init(title: say("Dazu", "Detail")), .init(title: say("Prüflauf", "Run")),
                ],
                rows: rows, file: .events, sortable: false
            ).html(edition), more,
        ])
    }

    private var controls: HTML { ControlLinks(edition: edition, rule: finding.rule).html }
}
