import Model

/// A body's offer of a service with what the last measurement saw of it.
package struct OfferedService: Sendable, Equatable {
    /// What a visit to its page showed.
    package struct Sighting: Sendable, Equatable {
        /// The best first.
        package enum State: String, Sendable, CaseIterable, Comparable {
            case live
            /// The page leads to a server that is not asked.
            case elsewhere
            case error, unknown

            package static func < (left: State, right: State) -> Bool { left.rank < right.rank }
            private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
        }

        package let state: State
        /// Where it leads, or why nothing is known; empty otherwise.
        package let detail: String
        /// Kinds of sign-in found, sorted.
        package let signIns: [String]
        /// Highest level they can give; `nil`: nothing is known.
        package let reach: TrustLevel?
        /// Product ids its pages name, surest first.
        package let products: [String]

        package init(state: State, detail: String, signIns: [String], reach: TrustLevel?, products: [String]) {
            self.state = state
            self.detail = detail
            self.signIns = signIns
            self.reach = reach
            self.products = products
        }
    }

    package let offer: OnlineOffer
    /// Body that runs the host, where that is not the one that offers.
    package let provider: String?
    /// `nil`: never measured.
    package let seen: Sighting?

    package init(offer: OnlineOffer, provider: String?, seen: Sighting?) {
        self.offer = offer
        self.provider = provider
        self.seen = seen
    }

    /// The platform by the list, else the surest product seen that is one of `platforms`.
    func platform(among platforms: Set<String>) -> String? {
        offer.platform ?? seen?.products.first(where: platforms.contains)
    }
}
