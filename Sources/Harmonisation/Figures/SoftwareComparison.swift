import Model

/// Bodies of a cooperation and what they say they run, on a day: what every figure starts from.
///
/// Providers and special-purpose associations run software for others; they are asked for no answer of their own.
package struct SoftwareComparison: Sendable {
    package let bodies: [String]
    package let targets: [String: TargetProduct]
    package let day: Day
    private let usages: [Position: [Usage]]

    private struct Position: Hashable {
        let body: String
        let domain: String
    }

    /// `imported`: what imported lists say. It counts only for a body and domain of which no usage list says anything.
    package init(
        bodies: [String], usages: [Usage], targets: [TargetProduct] = [], imported: [Usage] = [], on day: Day
    ) {
        self.bodies = bodies
        self.targets = Dictionary(targets.map { ($0.domain, $0) }, uniquingKeysWith: { first, _ in first })
        self.day = day
        let listed = Dictionary(grouping: usages) { Position(body: $0.body, domain: $0.domain) }
        self.usages = Dictionary(grouping: imported) { Position(body: $0.body, domain: $0.domain) }
            .merging(listed) { _, list in list }
    }

    private init(_ other: SoftwareComparison, on day: Day) {
        bodies = other.bodies
        targets = other.targets
        usages = other.usages
        self.day = day
    }

    package func on(_ day: Day) -> SoftwareComparison { SoftwareComparison(self, on: day) }

    /// Domains somebody said something about or agreed on, sorted.
    package var domains: [String] { Set(usages.keys.map(\.domain)).union(targets.keys).sorted() }

    package func usages(of body: String, in domain: String) -> [Usage] {
        usages[Position(body: body, domain: domain)] ?? []
    }

    /// What a body's lists mean on the day.
    package func position(of body: String, in domain: String) -> BodyPosition {
        BodyPosition(usages(of: body, in: domain), on: day)
    }

    package func figures(of domain: String) -> DomainFigures {
        DomainFigures(
            domain: domain, positions: bodies.map { ($0, position(of: $0, in: domain)) },
            target: targets[domain]?.product)
    }
}
