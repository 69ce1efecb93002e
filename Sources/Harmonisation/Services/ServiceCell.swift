import Model

/// How one body stands with one service of the catalogue.
package struct ServiceCell: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        /// A page came when it was visited.
        case live
        /// The list says so; not measured, without an answer, or on a server that is not asked.
        case listed
        /// The page the list names answers with an error.
        case failing
        /// Not offered; this neighbour offers it on a platform the body has itself.
        case adoptable(from: String, platform: String)
        /// Not offered; this neighbour offers it on a platform the body does not have, or on an unknown one.
        case elsewhere(at: String)
        /// Nobody in the cooperation offers it.
        case missing

        package var isOffered: Bool {
            switch self {
            case .live, .listed, .failing: true
            case .adoptable, .elsewhere, .missing: false
            }
        }

        package var word: String {
            switch self {
            case .live: "live"
            case .listed: "listed"
            case .failing: "failing"
            case .adoptable: "adoptable"
            case .elsewhere: "elsewhere"
            case .missing: "missing"
            }
        }
    }

    /// The trust level offered beside the one required.
    package enum Trust: String, Sendable {
        case sufficient
        /// The sign-in found, or the level the list states, stays below.
        case below
        /// Nothing is stated and no sign-in was found, or the service is not offered.
        case unknown
    }

    package let service: String
    package let body: String
    package let state: State
    package let offered: OfferedService?
    package let platform: String?
    package let trust: Trust

    init(service: CatalogueService, body: String, state: State, offered: OfferedService?, platform: String?) {
        self.service = service.id
        self.body = body
        self.state = state
        self.offered = offered
        self.platform = platform
        trust = Self.trust(of: offered, required: service.required)
    }

    /// What was seen counts before what the list states; that no sign-in stands on a page does not say there is none.
    private static func trust(of offered: OfferedService?, required: TrustLevel) -> Trust {
        guard let offered else { return .unknown }
        if required == .none { return .sufficient }
        let seen = offered.seen?.reach.flatMap { $0 == .none ? nil : $0 }
        let known = [seen, offered.offer.declared].compactMap { $0 }
        guard let lowest = known.min() else { return .unknown }
        return lowest < required ? .below : .sufficient
    }
}
