import Model

/// The online services of a cooperation: who offers what, what can be adopted from a neighbour, what nobody has.
package struct ServiceComparison: Sendable, Equatable {
    /// A body whose offers count, with the platforms it runs whether or not a service is offered on them.
    package struct Participant: Sendable, Equatable {
        package let id: String
        package let kind: Body.Kind
        package let platforms: Set<String>

        package init(id: String, kind: Body.Kind, platforms: Set<String> = []) {
            self.id = id
            self.kind = kind
            self.platforms = platforms
        }
    }

    /// Shares of a row or column: of the services a body of its kind offers.
    package struct Coverage: Sendable, Equatable {
        package let live: Int
        /// Live, listed or failing.
        package let offered: Int
        package let adoptable: Int
        package let below: Int
        package let total: Int

        init(_ cells: [ServiceCell]) {
            live = cells.count { $0.state == .live }
            offered = cells.count { $0.state.isOffered }
            adoptable = cells.count { $0.state.adoptablePlatform != nil }
            below = cells.count { $0.trust == .below }
            total = cells.count
        }

        /// `nil` where there is nothing to offer.
        package var share: Double? { total == 0 ? nil : Double(offered) / Double(total) }
    }

    package let catalogue: [CatalogueService]
    package let bodies: [String]
    /// Service by service, body by body; without those that a body of its kind does not offer.
    package let cells: [ServiceCell]

    /// `platforms`: products that are platforms of online services.
    package init(
        catalogue: [CatalogueService], participants: [Participant], offers: [OfferedService], platforms: Set<String>
    ) {
        self.catalogue = catalogue
        bodies = participants.map(\.id)
        let adoption = ServiceAdoption(participants: participants, offers: offers, platforms: platforms)
        cells = catalogue.flatMap { service in
            participants.compactMap { participant in
                let offered = offers.first { $0.offer.body == participant.id && $0.offer.service == service.id }
                guard offered != nil || service.isOffered(by: participant.kind) else { return nil }
                return ServiceCell(
                    service: service, body: participant.id,
                    state: offered.map(Self.state) ?? adoption.state(of: service.id, for: participant.id),
                    offered: offered, platform: offered?.platform(among: platforms))
            }
        }
    }

    private static func state(_ offered: OfferedService) -> ServiceState {
        switch offered.seen?.state {
        case .live: .live
        case .error: .failing
        case .elsewhere, .unknown, nil: .listed
        }
    }

    package func cell(of service: String, at body: String) -> ServiceCell? {
        cells.first { $0.service == service && $0.body == body }
    }

    package func coverage(of body: String) -> Coverage { Coverage(cells.filter { $0.body == body }) }
    package func coverage(ofService id: String) -> Coverage { Coverage(cells.filter { $0.service == id }) }
    package var coverage: Coverage { Coverage(cells) }

    /// What falls if one provider falls: its services with the bodies that offer them there; most first.
    package var providers: [(provider: String, cells: [ServiceCell])] {
        let grouped = Dictionary(grouping: cells.filter { $0.offered?.provider != nil }) { $0.offered?.provider ?? "" }
        return grouped.map { ($0.key, $0.value) }.sorted {
            $0.1.count == $1.1.count ? $0.0 < $1.0 : $0.1.count > $1.1.count
        }
    }
}
