import Model

/// What is left until every body of a domain works with the agreed product.
package struct TargetDistance: Sendable, Equatable {
    /// One body's way from what it has to the target.
    package struct Migration: Sendable, Equatable {
        package let body: String
        package let from: [String]
        package let stage: MigrationStage
        /// Day on which the stage was reached; `nil` where it is open.
        package let since: Day?
        /// Day on which the target goes live by plan.
        package let due: Day?
        package let owner: String?

        package var isLeft: Bool { stage.isLeft }
    }

    package let domain: String
    package let target: TargetProduct
    package let migrations: [Migration]
    /// Bodies of whom nothing is known: no distance can be stated.
    package let unknown: [String]

    package var left: Int { migrations.count(where: \.isLeft) }

    /// Left at the end of a month.
    package struct BurnDown: Sendable, Equatable {
        package let month: Month
        package let left: Int
        package let unknown: Int
    }
}

extension SoftwareComparison {
    /// `nil` where nothing was agreed.
    package func distance(in domain: String) -> TargetDistance? {
        guard let target = targets[domain] else { return nil }
        return TargetDistance(
            domain: domain, target: target,
            migrations: bodies.compactMap { migration(of: $0, to: target) },
            unknown: bodies.filter { position(of: $0, in: domain) == .unknown })
    }

    /// Migrations left at the end of each month, from what the lists say was and will be.
    package func burnDown(in domain: String, from first: Month, to last: Month) -> [TargetDistance.BurnDown] {
        guard targets[domain] != nil, first <= last else { return [] }
        return (0...first.months(until: last)).compactMap { offset in
            let month = first.adding(offset)
            return on(month.last).distance(in: domain).map {
                TargetDistance.BurnDown(month: month, left: $0.left, unknown: $0.unknown.count)
            }
        }
    }

    private func migration(of body: String, to target: TargetProduct) -> TargetDistance.Migration? {
        let rows = usages(of: body, in: target.domain)
        let arriving = rows.first { $0.product == target.product }
        let old = rows.filter { $0.product != nil && $0.product != target.product }
        let position = position(of: body, in: target.domain)
        let from = old.filter { $0.step(on: day)?.status.isInUse == true }.compactMap(\.product).sorted()
        let isOnTarget = position.products == [target.product]
        guard isOnTarget ? !old.isEmpty : !position.products.isEmpty else { return nil }
        return TargetDistance.Migration(
            body: body, from: from, stage: isOnTarget ? (from.isEmpty ? .retired : .live) : stage(arriving),
            since: arriving?.step(on: day)?.since,
            due: arriving?.history.first { $0.status == .live && $0.since > day }?.since, owner: arriving?.owner)
    }

    /// Target and something else are both live: the migration is as far as a pilot.
    private func stage(_ arriving: Usage?) -> MigrationStage {
        switch arriving?.step(on: day)?.status {
        case nil, .retired, .phasingOut: .open
        case .evaluating: .evaluating
        case .planned: .planned
        case .bought: .bought
        case .pilot, .live: .pilot
        }
    }
}
