import Catalogue
import Documents
import Foundation
import Harmonisation
import Inventory
import Model
import Scanning

extension SoftwarePlaces {
    /// The service catalogue beside the rule packs.
    package func services() throws -> ServiceCatalogue {
        try reading { try ServiceCatalogue.read(from: folder("services"), $0) }
    }
}

extension Workspace {
    /// Services that lists name have to be in the catalogue.
    func requireServices(_ named: [Placed<String>]) throws {
        guard !named.isEmpty else { return }
        let known = try software.services().services.map(\.id)
        let unknown = named.filter { !known.contains($0.value) }
        guard !unknown.isEmpty else { return }
        throw FleetFileError(
            diagnostics: unknown.map { name in
                Diagnostic(
                    at: name.place, "the service catalogue has no '\(name.value.excerpt)'",
                    hint: Suggestion.hint(for: name.value, among: known)
                        ?? "'lagebild services list' shows what it has; add it to rules/services")
            })
    }

    /// The pages the service lists name, with what the catalogue asks of them; none where there are no lists.
    func onlineServices() throws -> [OnlineServiceTarget] {
        guard !fleet.onlineOffers.isEmpty else { return [] }
        return OnlineServiceTarget.all(in: fleet, by: try software.services().services)
    }

    /// The online services of the cooperation by its lists and the last measurement.
    package func servicesCompared() throws -> ServiceComparison {
        let catalogue = try software.catalogue()
        let platforms = Set(catalogue.products.filter { $0.domains.contains("forms") }.map(\.id))
        let seen = try seenServices()
        let offers = fleet.onlineOffers.map { offer in
            let host = OnlineServiceTarget.host(of: offer)
            let owner = host.flatMap { fleet.provider(of: $0, for: offer.body) }
            return OfferedService(
                offer: offer, provider: owner, seen: seen[ServiceKey(body: offer.body, service: offer.service)])
        }
        let participants = fleet.comparedBodies.compactMap { fleet.body($0) }.map { body in
            let used = fleet.usages.filter { $0.body == body.id && $0.step(on: now.day)?.status.isInUse == true }
            return ServiceComparison.Participant(
                id: body.id, kind: body.kind, platforms: platforms.intersection(used.compactMap(\.product)))
        }
        return ServiceComparison(
            catalogue: try software.services().services, participants: participants, offers: offers,
            platforms: platforms)
    }

    private struct ServiceKey: Hashable {
        let body: String
        let service: String
    }

    /// What the last measurement of each page showed; empty where there is no store. Of several addresses of a host the
    /// best answer counts, and what an earlier run saw is not known today.
    private func seenServices() throws -> [ServiceKey: OfferedService.Sighting] {
        guard hasStore, !fleet.onlineOffers.isEmpty else { return [:] }
        var seen: [ServiceKey: OfferedService.Sighting] = [:]
        for known in try withInventory({ try $0.onlineServices() }) {
            let key = ServiceKey(body: known.body, service: known.service)
            let sighting = OfferedService.Sighting(known)
            if seen[key].map({ sighting.state < $0.state }) ?? true { seen[key] = sighting }
        }
        return seen
    }
}

extension OfferedService.Sighting {
    fileprivate init(_ known: KnownOnlineService) {
        self.init(
            state: known.isCurrent ? State(rawValue: known.state) ?? .unknown : .unknown,
            detail: known.isCurrent ? known.detail : "not measured in the last run", signIns: known.signIns,
            reach: TrustLevel(rawValue: known.signInLevel), products: known.products)
    }
}

extension Fleet {
    /// The body that runs a host for another one: its owner, or who hosts it.
    fileprivate func provider(of host: String, for body: String) -> String? {
        if let owner = owner(of: host), owner != body { return owner }
        return self.body(body)?.hosts.first { $0.name == host }?.hostedBy
    }
}
