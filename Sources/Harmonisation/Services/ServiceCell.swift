import Model

/// How one body stands with one service of the catalogue.
package struct ServiceCell: Sendable, Equatable {
    package let service: String
    package let body: String
    package let state: ServiceState
    package let offered: OfferedService?
    package let platform: String?
    package let trust: OfferedTrust

    init(service: CatalogueService, body: String, state: ServiceState, offered: OfferedService?, platform: String?) {
        self.service = service.id
        self.body = body
        self.state = state
        self.offered = offered
        self.platform = platform
        trust = Self.trust(of: offered, required: service.required)
    }

    /// What was seen counts before what the list states; that no sign-in stands on a page does not say there is none.
    private static func trust(of offered: OfferedService?, required: TrustLevel) -> OfferedTrust {
        guard let offered else { return .unknown }
        if required == .none { return .sufficient }
        let seen = offered.seen?.reach.flatMap { $0 == .none ? nil : $0 }
        let known = [seen, offered.offer.declared].compactMap { $0 }
        guard let lowest = known.min() else { return .unknown }
        return lowest < required ? .below : .sufficient
    }
}
