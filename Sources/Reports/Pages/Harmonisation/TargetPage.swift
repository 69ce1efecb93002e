import Model

/// What was agreed, who is on the way, how long it takes by plan, and what could be taken over from neighbours.
struct TargetPage {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var harmonisation: Picture.Harmonisation { words.harmonisation }

    var title: String { say("Weg zum Ziel und Übernahme", "Way to the target and adoption") }

    var content: HTML {
        .group([lead, .group(harmonisation.agreed.map(section)), AdoptionSection(words: words).html, files])
    }

    private var files: HTML { words.source(.migrations, .burnDown, .adoption) }

    private var lead: HTML {
        let left = harmonisation.migrationsLeft
        guard !harmonisation.agreed.isEmpty else {
            return .p(
                .text(
                    say(
                        "Vereinbart ist noch kein Produkt; die Flottendatei nennt vereinbarte Produkte unter „targets“.",
                        "No product is agreed yet; the fleet file names agreed products under “targets”.")))
        }
        let count = edition.figure(.migrationsLeft, left.count, .migration)
        let open = left.count { $0.stage == .open }
        let late = harmonisation.agreed.reduce(0) { $0 + TargetFigures($1).late }
        let decided = HTML.text(
            open == 0
                ? say("für alle gibt es einen nächsten Schritt", "each has a next step")
                : say(
                    "bei \(say.number(open)) hat noch niemand entschieden",
                    "for \(say.number(open)) nobody has decided yet"))
        let pressing: HTML =
            late == 0
            ? .nothing
            : .text(
                say(
                    " Bei \(say.number(late)) liegt der geplante Tag nach dem vereinbarten, oder es gibt keinen.",
                    " For \(say.number(late)) the planned day is after the agreed one, or there is none."))
        return .p(
            say(
                "Bis alle mit dem Vereinbarten arbeiten, \(say.agree(left.count, "steht", "stehen")) \(count) aus; \(decided).\(pressing)",
                "Until all work with what was agreed, \(count) \(say.agree(left.count, "is", "are")) left; \(decided).\(pressing)"
            ))
    }

    private func section(_ domain: Picture.Harmonisation.Domain) -> HTML {
        guard let target = domain.target else { return .nothing }
        return .group([
            .h2(.domain(domain.id), "\(say(domain.name)): \(HTML.seen(target.product))"), facts(target, domain),
            .tag(
                .figure, [],
                [
                    BurnDownChart(id: domain.id, months: target.burnDown, today: harmonisation.day, say: say).html,
                    .tag(
                        .figcaption, [],
                        [
                            .text(
                                say(
                                    "Ausstehende Umstellungen am Ende jedes Monats. Gefüllt: was war; umrandet: der Plan, wie die Listen ihn nennen.",
                                    "Migrations left at the end of each month. Filled: what was; outlined: the plan in the lists."
                                ))
                        ]),
                ]),
            migrations(target, domain),
        ])
    }

    private func facts(_ target: Picture.Harmonisation.Target, _ domain: Picture.Harmonisation.Domain) -> HTML {
        let agreed = say.day(target.agreedOn)
        let by = target.by.map { say(", zu erreichen bis \(say.day($0))", ", to be reached by \(say.day($0))") } ?? ""
        let arrived = edition.figure(.targetShare, say.number(domain.onTarget))
        let unknown: HTML =
            domain.unknown.isEmpty
            ? .nothing
            : say(
                " Unbekannt und nicht mitgezählt: \(edition.bodyLinks(domain.unknown)).",
                " Unknown and not counted: \(edition.bodyLinks(domain.unknown)).")
        return .p(
            say(
                "Vereinbart am \(agreed)\(by). Am Ziel \(say.agree(domain.onTarget, "ist", "sind")) \(arrived) von \(say.number(domain.withProduct)) mit einem Produkt; es \(say.agree(target.left.count, "fehlt", "fehlen")) \(say.number(target.left.count)).\(unknown)",
                "Agreed on \(agreed)\(by). \(arrived) of \(say.number(domain.withProduct)) with a product \(say.agree(domain.onTarget, "has", "have")) arrived; \(say.number(target.left.count)) \(say.agree(target.left.count, "is", "are")) left.\(unknown)"
            ))
    }

    private func migrations(
        _ target: Picture.Harmonisation.Target, _ domain: Picture.Harmonisation.Domain
    ) -> HTML {
        guard !target.migrations.isEmpty else {
            return .p(.text(say("Hier stellt niemand um.", "Nobody has to move here.")))
        }
        return Listing(
            id: "umstellungen-" + FileSafeName.of(domain.id),
            caption: say("Umstellungen auf \(target.product)", "Migrations to \(target.product)"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Von", "From")),
                .init(title: say("Stand", "Stage")), .init(title: say("Seit", "Since")),
                .init(title: say("Produktiv ab", "Live from")), .init(title: say("Zuständig", "Owner")),
            ],
            rows: target.migrations.map { row($0, target) }, file: .migrations, sortable: false, limit: 40
        ).html(edition)
    }

    private func row(
        _ migration: Picture.Harmonisation.Migration, _ target: Picture.Harmonisation.Target
    ) -> Listing.Row {
        Listing.Row(cells: [
            .init(edition.bodyLink(migration.body)), .init(words.products(migration.from)),
            .init(Sign.stage(migration.stage, say)), words.day(migration.since), words.day(migration.due),
            .init(.text(migration.owner ?? "–")),
        ])
    }
}

/// What is counted of one agreed product.
struct TargetFigures {
    /// Left, and not planned to be there by the agreed day; 0 where none was agreed.
    let late: Int

    init(_ domain: Picture.Harmonisation.Domain) {
        guard let by = domain.target?.by else {
            late = 0
            return
        }
        late = domain.target?.left.count { $0.due.map { $0 > by } ?? true } ?? 0
    }
}

extension Sign {
    static func stage(_ stage: MigrationStage, _ say: Wording) -> HTML {
        let word = say.stage(stage)
        return switch stage {
        case .open: sign("▲", .high, word)
        case .evaluating, .planned: sign("○", .unknown, word)
        case .bought, .pilot: sign("◐", .unknown, word)
        case .live, .retired: sign("●", .good, word)
        }
    }
}
