import Model

/// Chains of systems: what holds where, and which link is the weakest.
struct ChainSection {
    let edition: Edition

    private var say: Wording { edition.say }

    var html: HTML {
        .group(
            edition.picture.chains.enumerated().map { number, chain in
                .group([
                    .h2(nil, .text(say("Kette: \(chain.name)", "Chain: \(chain.name)"))), sentence(chain),
                    table(chain, number).html(edition), falls(chain),
                ])
            })
    }

    private func sentence(_ chain: Picture.Chain) -> HTML {
        let figure = edition.figure(.weakestLink, say("schwächste Glied", "weakest link"))
        let way = HTML.joined(chain.links.map { .text($0.name) }, " → ")
        guard let weakest = chain.weakest, chain.links.indices.contains(weakest) else {
            return .p(
                say(
                    "\(way). Fällt ein Glied aus, steht die Kette. Soweit bekannt, trägt jedes Glied; ein \(figure) ist nicht zu nennen.",
                    "\(way). Where one link fails, the chain stands still. As far as is known every link holds; there is no \(figure) to name."
                ))
        }
        let link = chain.links[weakest]
        let holding = say.number(link.holding)
        let bodies = say.count(link.cells.count, .bodyDative)
        return .p(
            say(
                "\(way). Fällt ein Glied aus, steht die Kette. Das \(figure) ist \(HTML.strong(.text(link.name))): Es trägt bei \(holding) von \(bodies).",
                "\(way). Where one link fails, the chain stands still. The \(figure) is \(HTML.strong(.text(link.name))): it holds at \(holding) of \(bodies)."
            ))
    }

    private func table(_ chain: Picture.Chain, _ number: Int) -> Listing {
        Listing(
            id: "kette-\(number)", caption: say("Glieder und Stellen", "Links and bodies"),
            columns: [.init(title: say("Glied", "Link"))]
                + chain.bodies.map { .init(title: edition.picture.body($0)?.name ?? $0) }
                + [.init(title: say("Trägt bei", "Holds at"), numeric: true)],
            rows: chain.links.enumerated().map { position, link in row(link, isWeakest: position == chain.weakest) }
                + [weakest(chain)], file: .chains, sortable: false)
    }

    private func row(_ link: Picture.Chain.Link, isWeakest: Bool) -> Listing.Row {
        let mark = HTML.small(.text(say("schwächstes Glied", "weakest link")))
        let name: HTML = isWeakest ? "\(link.name)\(HTML.lineBreak)\(mark)" : .text(link.name)
        let count = say(
            "\(say.number(link.holding)) von \(say.number(link.cells.count))",
            "\(say.number(link.holding)) of \(say.number(link.cells.count))")
        return Listing.Row(cells: [.init(name)] + link.cells.map { .init(content($0)) } + [.init(.text(count))])
    }

    private func content(_ cell: Picture.Chain.Cell) -> HTML {
        let product: HTML? = cell.products.isEmpty ? nil : .joined(cell.products.map { .seen($0) }, ", ")
        let provider = cell.provider.map { id -> HTML in
            say("bei \(edition.bodyLink(id))", "at \(edition.bodyLink(id))")
        }
        let urgent: HTML? =
            switch cell.urgent {
            case nil: cell.products.isEmpty ? nil : .text(say("nicht gemessen", "not measured"))
            case 0?: nil
            case let count?: .text(say.count(count, .urgentFinding))
            }
        let more = [product, provider, urgent].compactMap(\.self)
        let sign = Sign.link(cell.state, say)
        return more.isEmpty ? sign : "\(sign)\(HTML.lineBreak)\(HTML.small(.joined(more, ", ")))"
    }

    private func weakest(_ chain: Picture.Chain) -> Listing.Row {
        let names = chain.bodies.indices.map { position -> HTML in
            let found = LinkState.weakest(of: chain.links.map { $0.cells[position].state })
            return found.isEmpty
                ? .text(say("keins bekannt", "none known")) : .joined(found.map { .text(chain.links[$0].name) }, ", ")
        }
        return Listing.Row(
            cells: [.init(.text(say("Schwächstes Glied der Stelle", "Weakest link of the body")))]
                + names.map { .init($0) } + [""])
    }

    /// Who runs links for several bodies.
    private func falls(_ chain: Picture.Chain) -> HTML {
        let all = chain.links.flatMap { link in
            link.cells.compactMap { cell in cell.provider.map { ($0, link.name, cell.body) } }
        }
        let items = Set(all.map(\.0)).sorted().compactMap { provider -> HTML? in
            let rests = all.filter { $0.0 == provider }
            let bodies = chain.bodies.filter { body in rests.contains { $0.2 == body } }
            guard bodies.count > 1 else { return nil }
            let names = chain.links.map(\.name).filter { name in rests.contains { $0.1 == name } }
            return say(
                "Fällt \(edition.bodyLink(provider)) aus, steht \(names.joined(separator: ", ")) bei \(say.count(bodies.count, .bodyDative)): \(edition.bodyLinks(bodies)).",
                "If \(edition.bodyLink(provider)) fails, \(names.joined(separator: ", ")) stands still at \(say.count(bodies.count, .body)): \(edition.bodyLinks(bodies))."
            )
        }
        return .list(items)
    }
}
