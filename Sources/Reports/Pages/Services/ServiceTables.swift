import Model

/// Coverage of each body, what can be adopted, what falls with a provider, and every offer.
struct ServiceTables {
    let edition: Edition
    let services: Picture.OnlineServices

    private var say: Wording { edition.say }
    private var text: ServiceText { ServiceText(edition: edition, services: services) }

    var html: HTML {
        .group([
            .h2(nil, .text(say("Abdeckung des Katalogs je Stelle", "Coverage of the catalogue by body"))),
            coverage.html(edition), adoption, providers,
            section(
                say("Alle Angebote", "All offers"), offers,
                else: say("Keine Leistungsliste nennt ein Angebot.", "No service list names an offer.")),
        ])
    }

    private func section(_ title: String, _ table: Listing, else empty: String) -> HTML {
        .group([.h2(nil, .text(title)), table.rows.isEmpty ? .p(.text(empty)) : table.html(edition)])
    }

    private var coverage: Listing {
        Listing(
            id: "abdeckung",
            caption: say(
                "Zahlen über die Leistungen, die zur Art der Stelle gehören",
                "Numbers over the services that go with the kind of body"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Leistungen", "Services"), numeric: true),
                .init(title: say("Angeboten", "Offered"), numeric: true),
                .init(title: say("Online gesehen", "Seen online"), numeric: true, figure: .serviceLive),
                .init(title: say("Übernehmbar", "Adoptable"), numeric: true, figure: .adoptable),
                .init(title: say("Niveau zu niedrig", "Level too low"), numeric: true, figure: .trustBelow),
                .init(title: say("Anteil online", "Share online"), numeric: true, figure: .serviceCoverage),
            ],
            rows: services.bodies.map { body in
                coverageRow(edition.bodyLink(body), services.figures(of: body))
            } + [coverageRow(.text(say("Zusammen", "Together")), services.figures)], sortable: false)
    }

    private func coverageRow(_ name: HTML, _ figures: Picture.OnlineServices.Counts) -> Listing.Row {
        let counts = [figures.total, figures.offered, figures.live, figures.adoptable, figures.below]
        return Listing.Row(
            cells: [.init(name)] + counts.map { .init(.text(say.number($0))) }
                + [.init(.text(figures.total == 0 ? "–" : say.share(figures.share)))])
    }

    private var adoption: HTML {
        let rows = services.cells.compactMap { cell -> Listing.Row? in
            guard case .adoptable(let neighbour, let platform) = cell.state else { return nil }
            let provider = neighbourOffer(of: cell)?.provider
            return Listing.Row(cells: [
                .init(text.name(of: cell.service)), .init(edition.bodyLink(cell.body)),
                .init(text.neighbour(neighbour)), .init(.seen(platform)),
                .init(provider.map(edition.bodyLink) ?? .text(say("selbst", "itself"))),
                .init(text.required(by: cell)),
            ])
        }
        return section(
            say("Was sich übernehmen lässt", "What can be adopted"),
            Listing(
                id: "uebernahme",
                caption: say(
                    "Die Plattform ist bei beiden in Betrieb; eine Vorlage gibt es beim Nachbarn",
                    "The platform is in use at both; the neighbour has a template"),
                columns: [
                    .init(title: say("Leistung", "Service")), .init(title: say("Für", "For")),
                    .init(title: say("Von", "From")), .init(title: say("Plattform", "Platform")),
                    .init(title: say("Betreiber dort", "Provider there")),
                    .init(title: say("Verlangtes Niveau", "Level required")),
                ],
                rows: rows, file: .onlineServices, limit: 150),
            else: say(
                "Keine Leistung lässt sich von einer Nachbarstelle auf der eigenen Plattform übernehmen.",
                "No service can be adopted from a neighbour on a platform of one's own."))
    }

    private func neighbourOffer(of cell: Picture.OnlineServices.Cell) -> Picture.OnlineServices.Cell? {
        cell.state.neighbour.flatMap { services.cell(of: cell.service, at: $0) }
    }

    private var providers: HTML {
        let rows = services.providers.map { provider, cells in
            let bodies = services.bodies.filter { body in cells.contains { $0.body == body } }
            return Listing.Row(cells: [
                .init(edition.bodyLink(provider)), .init(.text(say.number(cells.count))),
                .init(edition.bodyLinks(bodies), sortKey: String(bodies.count)),
            ])
        }
        return section(
            say("Was steht, wenn ein Betreiber ausfällt", "What stands still when a provider fails"),
            Listing(
                id: "betreiber",
                caption: say("Leistungen, die für andere betrieben werden", "Services run for others"),
                columns: [
                    .init(title: say("Betreiber", "Provider")),
                    .init(title: say("Leistungen", "Services"), numeric: true),
                    .init(title: say("Stellen", "Bodies")),
                ],
                rows: rows),
            else: say("Jede Stelle betreibt ihre Seiten selbst.", "Every body runs its pages itself."))
    }

    private var offers: Listing {
        Listing(
            id: "angebote", caption: say("Angebote mit Adresse", "Offers with their address"),
            columns: [
                .init(title: say("Stelle", "Body")), .init(title: say("Leistung", "Service")),
                .init(title: say("Stand", "State")), .init(title: say("Plattform", "Platform")),
                .init(title: say("Betreiber", "Provider")), .init(title: say("Anmeldung", "Sign-in")),
                .init(title: say("Adresse", "Address")),
            ],
            rows: services.cells.filter(\.state.isOffered).map(offer), file: .onlineServices, filterable: true,
            limit: 200)
    }

    private func offer(_ cell: Picture.OnlineServices.Cell) -> Listing.Row {
        let signIns = cell.signIns.map { HTML.text(say.signIn($0)) }
        return Listing.Row(cells: [
            .init(edition.bodyLink(cell.body)), .init(text.name(of: cell.service)),
            .init(Sign.offer(cell.state, say)), .init(.seen(cell.platform ?? "–")),
            .init(cell.provider.map(edition.bodyLink) ?? .text(say("selbst", "itself"))),
            .init(signIns.isEmpty ? .text(say("nicht gesehen", "not seen")) : .joined(signIns, ", ")),
            .init(.external(cell.url)),
        ])
    }
}
