import Model

/// Every domain beside every body, in tables that stay readable however many bodies there are.
struct HarmonisationMatrix {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var harmonisation: Picture.Harmonisation { words.harmonisation }

    /// As many columns as a sheet of paper and a screen bear.
    static let most = 5

    var html: HTML {
        guard !harmonisation.bodies.isEmpty else { return .nothing }
        return .group([
            .h2(nil, .text(say("Wer womit arbeitet", "Who works with what"))), legend,
            .group(blocks.enumerated().map { table($0.offset, $0.element).html(edition) }),
        ])
    }

    /// Positions of bodies, spread evenly over as few tables as possible.
    private var blocks: [Range<Int>] {
        let count = harmonisation.bodies.count
        let tables = (count + Self.most - 1) / Self.most
        return (0..<tables).map { ($0 * count / tables)..<(($0 + 1) * count / tables) }
    }

    private func table(_ number: Int, _ block: Range<Int>) -> Listing {
        let part =
            blocks.count == 1
            ? ""
            : say(" (Teil \(number + 1) von \(blocks.count))", " (part \(number + 1) of \(blocks.count))")
        return Listing(
            id: "matrix-\(number + 1)",
            caption: say("Fachbereiche und Stellen", "Domains and bodies") + part,
            columns: [.init(title: say("Fachbereich", "Domain"))]
                + harmonisation.bodies[block].map { .init(title: edition.picture.body($0)?.name ?? $0) },
            rows: harmonisation.domains.map { row($0, block) }, file: .harmonisation, sortable: false, limit: 200,
            matrix: true)
    }

    private func row(_ domain: Picture.Harmonisation.Domain, _ block: Range<Int>) -> Listing.Row {
        let target = domain.target.map { target -> HTML in
            let label = say("Ziel", "target")
            return "\(HTML.lineBreak)\(HTML.small("\(label): \(HTML.seen(target.product))"))"
        }
        return Listing.Row(
            cells: [.init("\(HTML.text(say(domain.name)))\(target ?? .nothing)")]
                + domain.cells[block].map { .init(content($0)) })
    }

    private func content(_ cell: Picture.Harmonisation.Cell) -> HTML {
        let sign = Sign.standing(cell.state, say)
        guard !cell.uses.isEmpty else { return sign }
        let uses = cell.uses.map { use -> HTML in
            let version = use.version.map { " \($0)" } ?? ""
            let provider = use.provider.map { id -> HTML in
                let by = say("über", "by")
                return "\(HTML.lineBreak)\(HTML.small("\(by) \(edition.bodyLink(id))"))"
            }
            let source = use.imported.map { day -> HTML in
                let by = say("laut importierter Liste vom \(say.day(day))", "by an imported list of \(say.day(day))")
                return "\(HTML.lineBreak)\(HTML.small(.text(by)))"
            }
            return "\(HTML.seen(use.product + version))\(provider ?? .nothing)\(source ?? .nothing)"
        }
        return "\(HTML.joined(uses, "\(HTML.lineBreak)+ "))\(HTML.lineBreak)\(HTML.small(sign))"
    }

    /// Only what occurs.
    private var legend: HTML {
        let states = Set(harmonisation.domains.flatMap { $0.cells.map(\.state) })
        return .list(
            Picture.Harmonisation.Cell.State.allCases.filter(states.contains).map { state in
                "\(Sign.standing(state, say)): \(explanation(state))"
            })
    }

    private func explanation(_ state: Picture.Harmonisation.Cell.State) -> String {
        switch state {
        case .onTarget: say("arbeitet allein mit dem vereinbarten Produkt", "works with the agreed product alone")
        case .underWay:
            say(
                "arbeitet noch mit einem anderen, das vereinbarte ist in Prüfung, geplant, beschafft oder im Pilotbetrieb",
                "still works with another, the agreed one is evaluated, planned, bought or in a pilot")
        case .alike:
            say(
                "nichts ist vereinbart, mindestens eine Nachbarstelle arbeitet mit demselben",
                "nothing is agreed, at least one neighbour works with the same")
        case .other:
            say(
                "arbeitet mit etwas anderem als vereinbart, oder als Einzige damit",
                "works with something else than agreed, or is the only one with it")
        case .none: say("hat dafür keine Software", "has no software for it")
        case .unknown: say("hat nicht geantwortet oder steht in keiner Liste", "has not answered or is in no list")
        }
    }
}

extension Sign {
    static func standing(_ state: Picture.Harmonisation.Cell.State, _ say: Wording) -> HTML {
        switch state {
        case .onTarget: sign("●", .good, say("am Ziel", "on target"))
        case .underWay: sign("◐", .medium, say("unterwegs", "under way"))
        case .alike: sign("◉", .low, say("wie Nachbarn", "like neighbours"))
        case .other: sign("■", .medium, say("anderes", "other"))
        case .none: sign("–", .low, say("keine", "none"))
        case .unknown: sign("?", .unknown, say("unbekannt", "unknown"))
        }
    }
}

/// What is run once for several: provider, product, consumers.
struct SharedInstallations {
    let words: HarmonisationWords

    private var say: Wording { words.say }

    var html: HTML {
        let rows = words.harmonisation.domains.flatMap { domain in
            domain.shared.map { row($0, domain) }
        }
        guard !rows.isEmpty else { return .nothing }
        return .group([
            .h2(nil, .text(say("Gemeinsam betrieben", "Run for several"))),
            Listing(
                id: "gemeinsame-installationen",
                caption: say(
                    "Jede Zeile ist eine Installation, wie viele auch damit arbeiten",
                    "Each line is one installation, however many work with it"),
                columns: [
                    .init(title: say("Betreiber", "Provider")), .init(title: say("Fachbereich", "Domain")),
                    .init(title: say("Produkt", "Product")), .init(title: say("Arbeiten damit", "Work with it")),
                    .init(title: say("Fällt es aus", "If it fails")),
                ],
                rows: rows, file: .harmonisation, limit: 200
            ).html(words.edition),
        ])
    }

    private func row(
        _ installation: Picture.Harmonisation.Installation, _ domain: Picture.Harmonisation.Domain
    ) -> Listing.Row {
        let provider = installation.provider ?? ""
        let losses = HTML.link(
            words.address(.dependencies, .failing(Picture.Common(.provider, provider))),
            .text(say("was mit ausfällt", "what falls with it")))
        return Listing.Row(cells: [
            .init(words.edition.bodyLink(provider)), .init(words.domain(domain.id)),
            .init(.seen(installation.product)),
            .init(
                words.edition.bodyLinks(installation.consumers), sortKey: String(installation.consumers.count)),
            .init(losses),
        ])
    }
}

extension Anchor {
    static func failing(_ thing: Picture.Common) -> Anchor {
        Anchor(id: "ausfall-" + thing.kind.rawValue + "-" + FileSafeName.of(thing.value))
    }
}
