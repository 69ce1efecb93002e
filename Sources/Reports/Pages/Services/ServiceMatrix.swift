import Model

/// Every service of the catalogue beside every body.
struct ServiceMatrix {
    let edition: Edition
    let services: Picture.OnlineServices

    private var say: Wording { edition.say }
    private var text: ServiceText { ServiceText(edition: edition, services: services) }

    var html: HTML {
        .group([
            .h2(nil, .text(say("Wer was anbietet", "Who offers what"))), table.html(edition), legend,
        ])
    }

    private var table: Listing {
        Listing(
            id: "leistungen",
            caption: say("Leistungen und Stellen im letzten Prüflauf", "Services and bodies in the last run"),
            columns: [
                .init(title: say("Leistung", "Service")), .init(title: say("Verlangtes Niveau", "Level required")),
            ]
                + services.bodies.map { .init(title: edition.picture.body($0)?.name ?? $0) },
            rows: services.services.compactMap(row), file: .onlineServices, filterable: true, limit: 200)
    }

    /// Nothing where no body here could offer it.
    private func row(_ service: CatalogueService) -> Listing.Row? {
        let cells = services.bodies.map { services.cell(of: service.id, at: $0) }
        guard cells.contains(where: { $0 != nil }) else { return nil }
        return Listing.Row(
            cells: [
                .init("\(say(service.name))"),
                .init(text.required(by: service), sortKey: String(service.required.order)),
            ] + cells.map { .init($0.map(content) ?? .text(say("nicht zuständig", "not its task"))) })
    }

    private func content(_ cell: Picture.OnlineServices.Cell) -> HTML {
        let sign = Sign.offer(cell.state, say)
        let more: HTML? =
            switch cell.state {
            case .adoptable(let neighbour, _):
                say("von \(text.neighbour(neighbour))", "from \(text.neighbour(neighbour))")
            case .elsewhere(let neighbour): say("bei \(text.neighbour(neighbour))", "at \(text.neighbour(neighbour))")
            case .live, .listed, .failing: cell.trust == .below ? Sign.trustBelow(say) : nil
            case .missing: nil
            }
        return more.map { "\(sign)\(HTML.lineBreak)\(HTML.small($0))" } ?? sign
    }

    private var legend: HTML {
        let states: [(ServiceState, String)] = [
            (.live, say("die Seite kam im letzten Prüflauf", "the page came in the last run")),
            (
                .listed,
                say(
                    "laut Leistungsliste; nicht gemessen, ohne Antwort oder auf einem Server, der nicht gefragt werden darf",
                    "by the service list; not measured, without an answer, or on a server that may not be asked")
            ),
            (.failing, say("die genannte Seite antwortet mit einem Fehler", "the page named answers with an error")),
            (
                .adoptable(from: "", platform: ""),
                say(
                    "eine Nachbarstelle bietet es auf einer Plattform an, die die Stelle selbst nutzt",
                    "a neighbour offers it on a platform the body uses itself")
            ),
            (
                .elsewhere(at: ""),
                say(
                    "eine Nachbarstelle bietet es auf einer anderen oder unbekannten Plattform an",
                    "a neighbour offers it on another platform or an unknown one")
            ),
            (.missing, say("niemand im Verbund bietet es an", "nobody in the cooperation offers it")),
        ]
        return .list(states.map { "\(Sign.offer($0.0, say)): \($0.1)" })
    }
}

extension TrustLevel {
    fileprivate var order: Int { TrustLevel.allCases.firstIndex(of: self) ?? 0 }
}
