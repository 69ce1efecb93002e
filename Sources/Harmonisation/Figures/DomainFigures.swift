import Model

/// How far a domain is harmonised: the figures of one cooperation on one day.
package struct DomainFigures: Sendable, Equatable {
    /// What bodies run, and how many of them; two products in one body are a share of their own.
    package struct Share: Sendable, Equatable {
        package let products: [String]
        package let bodies: [String]
    }

    /// One installation and the bodies that work with it, among them the centre that runs it where it uses it too.
    package struct Installation: Sendable, Equatable {
        package let product: String
        /// `nil`: the one consumer runs it itself, for nobody else.
        package let provider: String?
        package let consumers: [String]
    }

    /// Why there is no index.
    package enum NoIndex: String, Sendable {
        /// Fewer than half the bodies gave a known answer.
        case coverage
        /// Fewer than two bodies have a known product.
        case tooFew = "too-few"
    }

    package let domain: String
    package let bodies: Int
    package let known: Int
    /// Bodies that have no software for the domain.
    package let none: Int
    /// The most common first, then by name.
    package let shares: [Share]
    package let target: String?
    /// Distinct pairs of product and release line.
    package let releaseLines: [ReleaseLineInUse]
    package let usesWithoutVersion: Int
    package let installations: [Installation]

    init(domain: String, positions: [(body: String, position: BodyPosition)], target: String?) {
        self.domain = domain
        self.target = target
        bodies = positions.count
        known = positions.count { $0.position.isKnown }
        none = positions.count { $0.position == .none }
        shares = Self.shares(positions)
        let inUse = positions.flatMap { $0.position.inUse }
        releaseLines = Set(inUse.compactMap(ReleaseLineInUse.init)).sorted()
        usesWithoutVersion = inUse.count { $0.version == nil }
        installations = Self.installations(inUse)
    }

    /// Bodies with a known product: the *k* of the index.
    package var withProduct: Int { known - none }
    package var unknown: Int { bodies - known }

    /// Share of the bodies that gave a known answer; 0 without bodies.
    package var coverage: Double { bodies == 0 ? 0 : Double(known) / Double(bodies) }

    /// From 0, all different, to 1, all alike.
    package var index: Double? { whyNoIndex == nil ? index(of: shares.map(\.bodies.count)) : nil }

    package var whyNoIndex: NoIndex? {
        if bodies == 0 || known * 2 < bodies { return .coverage }
        return withProduct < 2 ? .tooFew : nil
    }

    /// Bodies that work with the agreed product and nothing else.
    package var onTarget: [String] {
        target.map { target in shares.first { $0.products == [target] }?.bodies ?? [] } ?? []
    }

    /// Share of the bodies with a product that are on the agreed one; `nil` without one, or without a body.
    package var targetShare: Double? {
        target == nil || withProduct == 0 ? nil : Double(onTarget.count) / Double(withProduct)
    }

    package var versionSpread: Int { releaseLines.count }

    /// H = (Σ s² − 1/k) / (1 − 1/k), in whole numbers as far as it goes: (Σ n² − k) / (k² − k).
    private func index(of counts: [Int]) -> Double {
        let k = counts.reduce(0, +)
        return Double(counts.reduce(0) { $0 + $1 * $1 } - k) / Double(k * k - k)
    }

    private static func shares(_ positions: [(body: String, position: BodyPosition)]) -> [Share] {
        Dictionary(grouping: positions.filter { !$0.position.products.isEmpty }, by: \.position.products)
            .map { Share(products: $0.key.sorted(), bodies: $0.value.map(\.body)) }
            .sorted {
                ($1.bodies.count, $0.products.joined(separator: "\n")) < (
                    $0.bodies.count, $1.products.joined(separator: "\n")
                )
            }
    }

    private struct Place: Hashable {
        let product: String
        /// The centre or provider, else the body itself; a centre's own use is part of its installation.
        let runner: String
    }

    private static func installations(_ usages: [Usage]) -> [Installation] {
        let places = Dictionary(grouping: usages) { usage in
            Place(product: usage.product ?? "", runner: usage.operation.providerID ?? usage.body)
        }
        return places.map { place, usages in
            Installation(
                product: place.product, provider: usages.compactMap(\.operation.providerID).first,
                consumers: Set(usages.map(\.body)).sorted())
        }
        .sorted { ($0.product, $0.provider ?? "", $0.consumers[0]) < ($1.product, $1.provider ?? "", $1.consumers[0]) }
    }
}

/// A product in a release line that somebody works with.
package struct ReleaseLineInUse: Sendable, Hashable, Comparable {
    package let product: String
    /// The first two parts of the version: `24.1` of `24.1.3`.
    package let line: String

    init?(_ usage: Usage) {
        guard let product = usage.product, let version = usage.version else { return nil }
        self.product = product
        line = Self.line(of: version)
    }

    package static func line(of version: String) -> String {
        version.split(separator: ".", omittingEmptySubsequences: false).prefix(2).joined(separator: ".")
    }

    package static func < (left: Self, right: Self) -> Bool { (left.product, left.line) < (right.product, right.line) }
}
