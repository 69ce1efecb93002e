import Model

/// Probes, rule packs and rules of this run.
struct MethodTables {
    let edition: Edition

    private var say: Wording { edition.say }
    private var picture: Picture { edition.picture }

    var html: HTML {
        .group([
            .h2(nil, .text(say("Was gesendet wird", "What is sent"))), probes.html(edition),
            .h2(nil, .text(say("Regelwerke", "Rule packs"))), packs.html(edition), changelog,
            overrides, erred, rules.html(edition),
        ])
    }

    private var probes: Listing {
        Listing(
            id: "sonden", caption: say("Messungen", "Measurements"),
            columns: [
                .init(title: say("Messung", "Measurement")), .init(title: say("Was sie sendet", "What it sends")),
                .init(title: say("An", "At")), .init(title: say("Stufe", "Level")),
                .init(title: say("Verbindungen höchstens", "Connections at most"), numeric: true),
            ],
            rows: picture.probes.map { probe in
                Listing.Row(cells: [
                    .init(.text(probe.name)), .init(.text(say(probe.sends))),
                    .init(.text(probe.services.map(\.rawValue).joined(separator: ", "))),
                    .init(.text(say.consent(probe.consent))), .init(.text(say.number(probe.connections))),
                ])
            }, sortable: false)
    }

    private var packs: Listing {
        Listing(
            id: "regelwerke", caption: say("Regelwerke mit Stand", "Rule packs with their edition"),
            columns: [
                .init(title: say("Regelwerk", "Rule pack")), .init(title: say("Stand", "Edition")),
                .init(title: say("Festgelegt auf", "Pinned to")),
                .init(title: say("Aktive Regeln", "Active rules"), numeric: true),
                .init(title: say("Auf Probe", "On trial"), numeric: true),
            ],
            rows: picture.packs.map { pack in
                Listing.Row(cells: [
                    .init(.text(pack.name)), .init(.text(pack.version)),
                    .init(.text(pack.pin ?? say("nicht festgelegt", "not pinned"))),
                    .init(.text(say.number(pack.active))),
                    .init(.text(say.number(pack.trial))),
                ])
            }, sortable: false)
    }

    private var changelog: HTML {
        let known = picture.packs.filter { !$0.changelog.isEmpty }
        guard !known.isEmpty else { return .nothing }
        let rows = known.flatMap { pack in
            pack.changelog.prefix(3).map { release in
                Listing.Row(cells: [
                    .init(.text(pack.name)), .init(.text(release.version)),
                    .init(.text(release.day.map(say.day) ?? "–")), .init(.text(say(release.text))),
                ])
            }
        }
        return Listing(
            id: "regelwerk-aenderungen",
            caption: say("Was sich in den Regelwerken änderte", "What changed in the rule packs"),
            columns: [
                .init(title: say("Regelwerk", "Rule pack")), .init(title: say("Stand", "Edition")),
                .init(title: say("Tag", "Day")), .init(title: say("Änderung", "Change")),
            ],
            rows: rows, sortable: false, limit: 60
        ).html(edition)
    }

    /// What the fleet rates otherwise than the pack.
    private var overrides: HTML {
        let heading = HTML.h3(nil, .text(say("Geänderte Schweren", "Changed severities")))
        let rows = picture.rules.compactMap { rule in
            rule.text.overridden.map { override in
                Listing.Row(cells: [
                    .init(edition.ruleLink(rule.id)), .init(Sign.severity(override.shipped, say)),
                    .init(Sign.severity(rule.text.severity, say)), .init(.text(override.reason)),
                ])
            }
        }
        guard !rows.isEmpty else {
            return .group([
                heading,
                .p(
                    .text(
                        say(
                            "Jede Regel hat die Schwere ihres Regelwerks.", "Every rule has the severity of its pack."))
                ),
            ])
        }
        return .group([
            heading,
            Listing(
                id: "schweren",
                caption: say(
                    "Was dieser Verbund anders einstuft, und warum", "What this cooperation rates otherwise, and why"),
                columns: [
                    .init(title: say("Regel", "Rule")), .init(title: say("Im Regelwerk", "In the pack")),
                    .init(title: say("Hier", "Here")), .init(title: say("Grund", "Reason")),
                ],
                rows: rows, sortable: false
            ).html(edition),
        ])
    }

    private var erred: HTML {
        let failed = picture.rules.compactMap { rule in rule.error.map { (rule.id, $0) } }
        let heading = HTML.h3(nil, .text(say("Regeln, die nicht urteilen konnten", "Rules that could not judge")))
        guard !failed.isEmpty else {
            return .group([heading, .p(.text(say("Alle Regeln haben geurteilt.", "All rules have judged.")))])
        }
        return .group([
            heading,
            .p(
                .text(
                    say(
                        "Ihre Urteile lauten „nicht gemessen“.", "Their verdicts are “not measured”."))),
            .list(failed.map { "\(edition.ruleLink($0.0)): \(HTML.seen($0.1))" }),
        ])
    }

    private var rules: Listing {
        let counted: [Verdict] = [.conforms, .deviates, .possible, .phaseOut, .notListed, .notApplicable, .notMeasured]
        return Listing(
            id: "regeln",
            caption: say("Regeln und ihre Urteile in diesem Prüflauf", "Rules and their verdicts in this run"),
            columns: [
                .init(title: say("Regel", "Rule")), .init(title: say("Regelwerk", "Rule pack")),
                .init(title: say("Schwere", "Severity")),
            ] + counted.map { .init(title: say.verdict($0), numeric: true) },
            rows: picture.rules.map { rule in
                Listing.Row(
                    cells: [
                        .init(edition.ruleLink(rule.id)), .init(.text(rule.text.pack)),
                        .init(Sign.severity(rule.text.severity, say), sortKey: String(-rule.text.severity.order)),
                    ] + counted.map { .init(.text(say.number(rule.verdicts[$0] ?? 0))) })
            }, limit: 300)
    }
}
