import Model

extension Picture {
    /// The online services of the cooperation: every service with every body that offers or could offer it.
    package struct OnlineServices: Sendable, Equatable {
        /// One body and one service.
        package struct Cell: Sendable, Equatable {
            package let service: String
            package let body: String
            package let state: ServiceState
            package let trust: OfferedTrust
            /// What the list says the sign-in is worth.
            package let declared: TrustLevel?
            /// The most the sign-ins found can give.
            package let seen: TrustLevel?
            /// Kinds of sign-in found, as the probe names them.
            package let signIns: [String]
            /// Name of the platform.
            package let platform: String?
            /// Body that runs it, where that is another one.
            package let provider: String?
            /// Empty where it is not offered.
            package let url: String

            package init(
                service: String, body: String, state: ServiceState, trust: OfferedTrust = .unknown,
                declared: TrustLevel? = nil,
                seen: TrustLevel? = nil, signIns: [String] = [], platform: String? = nil, provider: String? = nil,
                url: String = ""
            ) {
                self.service = service
                self.body = body
                self.state = state
                self.trust = trust
                self.declared = declared
                self.seen = seen
                self.signIns = signIns
                self.platform = platform
                self.provider = provider
                self.url = url
            }
        }

        /// What was counted of some cells.
        package struct Counts: Sendable, Equatable {
            /// Services times bodies that offer such a service.
            package let total: Int
            package let offered: Int
            package let live: Int
            package let adoptable: Int
            /// Offered with a trust level below the one required.
            package let below: Int

            package init(total: Int = 0, offered: Int = 0, live: Int = 0, adoptable: Int = 0, below: Int = 0) {
                self.total = total
                self.offered = offered
                self.live = live
                self.adoptable = adoptable
                self.below = below
            }
        }

        package let services: [CatalogueService]
        /// In the fleet's order.
        package let bodies: [String]
        /// Without services a body of its kind does not offer.
        package let cells: [Cell]
        /// By body.
        package let counts: [String: Counts]

        package init(services: [CatalogueService], bodies: [String], cells: [Cell], counts: [String: Counts]) {
            self.services = services
            self.bodies = bodies
            self.cells = cells
            self.counts = counts
        }
    }
}

extension Picture.OnlineServices {
    func cell(of service: String, at body: String) -> Cell? {
        cells.first { $0.service == service && $0.body == body }
    }

    func service(_ id: String) -> CatalogueService? { services.first { $0.id == id } }

    /// Neighbours outside the scope lose their name: a report for one body names no other one's services.
    func limited(to scope: Scope) -> Self? {
        let kept = cells.filter { scope.contains($0.body) }.map { $0.limited(to: scope) }
        guard !kept.isEmpty else { return nil }
        return Self(
            services: services, bodies: bodies.filter(scope.contains), cells: kept,
            counts: counts.filter { scope.contains($0.key) })
    }
}

extension Picture.OnlineServices.Cell {
    /// The lower of what was seen and what is declared, which is what counts.
    var offeredLevel: TrustLevel? {
        [seen.flatMap { $0 == .none ? nil : $0 }, declared].compactMap(\.self).min()
    }

    fileprivate func limited(to scope: Scope) -> Self {
        let isNamed = self.state.neighbour.map(scope.contains) ?? true
        let state: ServiceState =
            switch self.state {
            case .adoptable(_, let platform) where !isNamed: .adoptable(from: "", platform: platform)
            case .elsewhere where !isNamed: .elsewhere(at: "")
            default: self.state
            }
        return Self(
            service: service, body: body, state: state, trust: trust, declared: declared, seen: seen,
            signIns: signIns, platform: platform, provider: provider, url: url)
    }
}
