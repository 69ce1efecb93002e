import Model

/// Where a body stands in a domain on a day.
package enum BodyPosition: Sendable, Equatable {
    /// Products in use, never empty. A body that works with two has another position than one with either of them.
    case uses(Set<String>, [Usage])
    /// It has no software in use for the domain.
    case none
    /// Nobody answered, or the lists say nothing of that day yet.
    case unknown

    /// Live products count; those being phased out only where nothing else is live. A product that is only planned,
    /// bought or in a pilot is not in use. A stated product outweighs `none`, and `none` outweighs `unknown`.
    init(_ usages: [Usage], on day: Day) {
        let steps = usages.compactMap { usage in usage.step(on: day).map { (usage, $0.status) } }
        for status in [UsageStatus.live, .phasingOut] {
            let inUse = steps.filter { $0.1 == status && $0.0.product != nil }.map(\.0)
            if !inUse.isEmpty {
                self = .uses(Set(inUse.compactMap(\.product)), inUse)
                return
            }
        }
        // What has no software needs no date.
        let saysNone = usages.contains { $0.answer == .none && ($0.history.first?.since ?? day) <= day }
        let saysUnknown = usages.contains { $0.answer == .unknown }
        self = saysNone || (!saysUnknown && steps.contains { $0.0.product != nil }) ? .none : .unknown
    }

    package var isKnown: Bool { self != .unknown }

    package var products: Set<String> {
        if case .uses(let products, _) = self { products } else { [] }
    }

    package var inUse: [Usage] {
        if case .uses(_, let usages) = self { usages } else { [] }
    }
}
