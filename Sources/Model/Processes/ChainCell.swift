/// How one link of a process chain stands at one body.
package struct ChainCell: Sendable, Equatable {
    package let body: String
    package let state: LinkState
    /// In use; else those the lists name at all. Ids of the catalogue, or names where people read them.
    package let products: [String]
    /// Who runs it, where that is not the body itself.
    package let provider: String?
    /// Open urgent findings at its hosts; `nil`: no host of it was measured.
    package let urgent: Int?

    package init(
        body: String, state: LinkState, products: [String] = [], provider: String? = nil, urgent: Int? = nil
    ) {
        self.body = body
        self.state = state
        self.products = products
        self.provider = provider
        self.urgent = urgent
    }
}

/// A body that runs links of a chain for others, and for whom they stand still if it fails.
package struct ChainFailure: Sendable, Equatable {
    package let provider: String
    /// Positions in the chain.
    package let links: [Int]
    package let bodies: [String]

    package init(provider: String, links: [Int], bodies: [String]) {
        self.provider = provider
        self.links = links
        self.bodies = bodies
    }
}
