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
            id: "kette-\(number)", caption: "\(chain.name): \(say("Glieder und Stellen", "Links and bodies"))",
            columns: [.init(title: say("Glied", "Link"))]
                + chain.bodies.map { .init(title: edition.picture.body($0)?.name ?? $0) },
            rows: chain.links.enumerated().map { position, link in row(link, isWeakest: position == chain.weakest) }
                + [weakest(chain)], file: .chains, sortable: false)
    }

    private func row(_ link: Picture.Chain.Link, isWeakest: Bool) -> Listing.Row {
        let count = say(
            "trägt bei \(say.number(link.holding)) von \(say.number(link.cells.count))",
            "holds at \(say.number(link.holding)) of \(say.number(link.cells.count))")
        let mark: HTML = isWeakest ? .text(say(", schwächstes Glied", ", weakest link")) : .nothing
        let name: HTML = "\(link.name)\(HTML.lineBreak)\(HTML.small(.text(count), mark))"
        return Listing.Row(cells: [.init(name)] + link.cells.map { .init(content($0)) })
    }

    private func content(_ cell: ChainCell) -> HTML {
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
                + names.map { .init($0) })
    }

    private func falls(_ chain: Picture.Chain) -> HTML {
        .list(
            chain.failures.map { failure in
                let links = say.enumeration(
                    failure.links.filter(chain.links.indices.contains).map { .text(chain.links[$0].name) })
                let verb = say.agree(failure.links.count, say("steht", "stands"), say("stehen", "stand"))
                let bodies = say.count(failure.bodies.count, .bodyDative)
                let provider = edition.bodyLink(failure.provider)
                let named = edition.bodyLinks(failure.bodies)
                return say(
                    "Fällt \(provider) aus, \(verb) \(links) bei \(bodies): \(named).",
                    "If \(provider) fails, \(links) \(verb) still at \(bodies): \(named).")
            })
    }
}
