import Model

/// Endpoints as a table, with how asking each of them ended.
struct EndpointTable {
    let edition: Edition

    private var say: Wording { edition.say }

    func listing(
        _ id: String, _ caption: String, _ endpoints: [Picture.Endpoint], filterable: Bool = false,
        limit: Int = Listing.rowLimit
    ) -> Listing {
        Listing(
            id: id, caption: caption,
            columns: [
                .init(title: say("Dienst", "Service")), .init(title: say("Adresse", "Address")),
                .init(title: say("Art", "Kind")),
                .init(title: say("Stelle", "Body")), .init(title: say("Stand", "State"), figure: .measured),
                .init(title: say("Messungen", "Measurements")), .init(title: say("Zuletzt gemessen", "Last measured")),
            ],
            rows: endpoints.map(row), file: .endpoints, filterable: filterable, limit: limit)
    }

    private func row(_ endpoint: Picture.Endpoint) -> Listing.Row {
        let host = endpoint.hostedBy.map { id -> HTML in
            say("bei \(edition.bodyLink(id))", "at \(edition.bodyLink(id))")
        }
        let domain = endpoint.softwareDomain.map { HTML.text($0) }
        let extra: [HTML] = [host, domain].compactMap(\.self)
        let body: HTML =
            extra.isEmpty
            ? edition.bodyLink(endpoint.body)
            : "\(edition.bodyLink(endpoint.body))\(HTML.lineBreak)\(HTML.small(.joined(extra, ", ")))"
        return Listing.Row(cells: [
            .init(.seen(endpoint.label)), .init(.seen(endpoint.address.isEmpty ? "–" : endpoint.address)),
            .init(.text(endpoint.service.rawValue)), .init(body), .init(Sign.state(endpoint.state, say)),
            .init(probes(endpoint)),
            .init(
                .text(
                    endpoint.lastMeasured.map { say.moment($0, zone: edition.picture.run.zone) }
                        ?? say("noch nie", "never")),
                sortKey: endpoint.lastMeasured?.description ?? ""),
        ])
    }

    private func probes(_ endpoint: Picture.Endpoint) -> HTML {
        guard !endpoint.probes.isEmpty else { return .text(say("keine", "none")) }
        return .joined(
            endpoint.probes.map { probe in
                let reason = probe.reason.isEmpty ? "" : " (\(probe.reason))"
                return "\(probe.probe): \(say.outcome(probe.outcome))\(HTML.seen(reason))"
            }, "; ")
    }
}

/// Every endpoint the fleet knows.
struct InventoryPage {
    let edition: Edition

    private var say: Wording { edition.say }

    var title: String { say("Inventar: alle Dienste", "Inventory: all services") }

    var content: HTML {
        let coverage = edition.figures.coverage
        let known = edition.figure(.known, coverage.known, .service)
        let measured = edition.figure(.measured, coverage.measured)
        let files = HTML.joined([.link(.data(.endpoints), "CSV"), .link(.data(.endpointsJSON), "JSON")], ", ")
        return .group([
            .p(
                say(
                    "\(known) \(say.agree(coverage.known, "ist", "sind")) bekannt, \(measured) davon geprüft (\(say.share(coverage.share))). Als Datei: \(files).",
                    "\(known) \(say.agree(coverage.known, "is", "are")) known, \(measured) of them measured (\(say.share(coverage.share))). As a file: \(files)."
                )),
            EndpointTable(edition: edition).listing(
                "inventar", say("Dienste nach Stelle und Name", "Services by body and name"), edition.picture.endpoints,
                filterable: true
            ).html(edition),
        ])
    }
}
