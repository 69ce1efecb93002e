import Model

/// What would change if every body of a domain worked with one product.
package struct WhatIf: Sendable, Equatable {
    package let domain: String
    package let product: String
    package let index: Double?
    package let indexThen: Double?
    /// Bodies that would have to move.
    package let migrations: [String]
    package let installations: Int
    package let installationsThen: Int
    /// Endpoints where the products they leave were seen, at them or at who runs them, and the open findings there.
    package let endpoints: Int
    package let findings: Int
}

/// Where a product was seen running for a body, and how many findings are open there.
package struct SeenInstallation: Sendable, Equatable {
    package let body: String
    package let product: String
    package let version: String?
    package let endpoint: String
    package let openFindings: Int

    package init(body: String, product: String, version: String? = nil, endpoint: String, openFindings: Int = 0) {
        self.body = body
        self.product = product
        self.version = version
        self.endpoint = endpoint
        self.openFindings = openFindings
    }
}

extension SoftwareComparison {
    package func whatIf(_ domain: String, moveTo product: String, seen: [SeenInstallation] = []) -> WhatIf {
        let now = figures(of: domain)
        let movers = bodies.filter { body in
            let products = position(of: body, in: domain).products
            return !products.isEmpty && products != [product]
        }
        // All who share an installation move, so what runs it goes away with them.
        let left = movers.flatMap { position(of: $0, in: domain).inUse }.filter { $0.product != product }
        let gone = RunningPlaces(of: left, in: seen)
        let kept = now.installations.filter { $0.product == product }
        // Who has none yet joins the centre that runs the product; without a centre each gets its own.
        let joining = Set(movers).subtracting(kept.flatMap(\.consumers)).count
        let isShared = kept.contains { $0.provider != nil }
        return WhatIf(
            domain: domain, product: product, index: now.index,
            indexThen: now.whyNoIndex == nil ? 1 : nil, migrations: movers, installations: now.installations.count,
            installationsThen: kept.count + (isShared ? 0 : joining), endpoints: gone.endpoints,
            findings: gone.openFindings)
    }
}
