import Model

/// Online services: who offers what, what can be taken over from whom, and where the sign-in is too weak.
struct OnlineServicesPage {
    let edition: Edition
    let services: Picture.OnlineServices

    private var say: Wording { edition.say }

    var title: String { say("Online-Dienste", "Online services") }

    var content: HTML {
        .group([
            lead, below, ServiceMatrix(edition: edition, services: services).html,
            ServiceTables(edition: edition, services: services).html,
        ])
    }

    private var lead: HTML {
        let figures = services.figures
        let catalogue = say.count(services.services.count, .onlineService)
        let bodies = say.count(services.bodies.count, .bodyDative)
        let offered = edition.figure(.serviceCoverage, figures.offered)
        let share = edition.figure(.serviceCoverage, say.share(figures.share))
        let live = edition.figure(.serviceLive, figures.live)
        let adoptable = edition.figure(.adoptable, figures.adoptable)
        let total = say.number(figures.total)
        return .group([
            .p(
                say(
                    "Der Katalog führt \(catalogue). Bei \(bodies) wären das \(total) Angebote; \(offered) davon stehen in den Leistungslisten (\(share)), \(live) wurden im letzten Prüflauf online gesehen. \(adoptable) ließen sich von einer Nachbarstelle auf einer Plattform übernehmen, die schon da ist.",
                    "The catalogue has \(catalogue). At \(bodies) that would be \(total) offers; the service lists name \(offered) of them (\(share)), \(live) were seen online in the last run. \(adoptable) could be adopted from a neighbour on a platform that is there already."
                )),
            unverified,
        ])
    }

    /// Levels nobody has looked up yet are not told as facts.
    private var unverified: HTML {
        let open = services.services.count { $0.mark == .knowledge }
        guard open > 0 else { return .nothing }
        return .p(
            class: .note,
            .text(
                say(
                    "Bei \(say.count(open, .onlineServiceDative)) ist das verlangte Vertrauensniveau noch an keiner Quelle geprüft; es ist mit „ungeprüft“ gekennzeichnet und im Katalog (rules/services) zu bestätigen.",
                    "For \(say.count(open, .onlineService)) the trust level required has not been checked against a source yet; it is marked “unverified” and is to be confirmed in the catalogue (rules/services)."
                )))
    }

    private var below: HTML {
        let cells = services.cells.filter { $0.trust == .below }
        let figure = edition.figure(.trustBelow, say("Vertrauensniveau", "trust level"))
        let heading = HTML.h2(
            nil, say("Anmeldung unter dem verlangten \(figure)", "Sign-in below the required \(figure)"))
        guard !cells.isEmpty else {
            return .group([
                heading,
                .p(
                    .text(
                        say(
                            "Bei keiner Leistung, deren Anmeldung bekannt ist, liegt sie unter dem verlangten Niveau.",
                            "No service whose sign-in is known stays below the required level."))),
            ])
        }
        return .group([heading, belowTable(cells).html(edition)])
    }

    private func belowTable(_ cells: [Picture.OnlineServices.Cell]) -> Listing {
        Listing(
            id: "niveau",
            caption: say("Verlangt und angeboten nach BSI TR-03107-1", "Required and offered by BSI TR-03107-1"),
            columns: [
                .init(title: say("Leistung", "Service")), .init(title: say("Stelle", "Body")),
                .init(title: say("Verlangt", "Required")), .init(title: say("Angeboten", "Offered")),
                .init(title: say("Gesehene Anmeldung", "Sign-in seen")), .init(title: say("Betreiber", "Provider")),
            ],
            rows: cells.map(belowRow), file: .onlineServices, limit: 150)
    }

    private func belowRow(_ cell: Picture.OnlineServices.Cell) -> Listing.Row {
        let text = ServiceText(edition: edition, services: services)
        let signIns = cell.signIns.map { HTML.text(say.signIn($0)) }
        return Listing.Row(cells: [
            .init(text.name(of: cell.service)), .init(edition.bodyLink(cell.body)), .init(text.required(by: cell)),
            .init(.text(cell.offeredLevel.map(say.level) ?? "–")),
            .init(
                signIns.isEmpty
                    ? .text(say("nicht gesehen, laut Liste", "not seen, by the list")) : .joined(signIns, ", ")),
            .init(cell.provider.map(edition.bodyLink) ?? .text(say("selbst", "itself"))),
        ])
    }
}

/// What every table says of a service alike.
struct ServiceText {
    let edition: Edition
    let services: Picture.OnlineServices

    private var say: Wording { edition.say }

    func name(of id: String) -> HTML { services.service(id).map { .text(say($0.name)) } ?? .seen(id) }

    func required(by cell: Picture.OnlineServices.Cell) -> HTML {
        guard let service = services.service(cell.service) else { return "–" }
        return required(by: service)
    }

    func required(by service: CatalogueService) -> HTML {
        let level = HTML.text(say.level(service.required))
        guard service.mark == .knowledge else { return level }
        return "\(level)\(HTML.small(.text(say(" (ungeprüft)", " (unverified)"))))"
    }

    /// A neighbour, or that it is one where its name is left out.
    func neighbour(_ id: String) -> HTML {
        id.isEmpty ? .text(say("einer Nachbarstelle", "a neighbour")) : edition.bodyLink(id)
    }
}
