import Model

/// How far a cooperation is harmonised over all its domains on one day.
package struct CooperationFigures: Sendable, Equatable {
    package let domains: [DomainFigures]

    /// Mean of the domains that have an index, each with the same weight; `nil` where none has one.
    package var index: Double? {
        let indexes = domains.compactMap(\.index)
        return indexes.isEmpty ? nil : indexes.reduce(0, +) / Double(indexes.count)
    }

    package var indexedDomains: Int { domains.count { $0.index != nil } }

    /// Answers that are known, and all that are asked for: one for each body and domain.
    package var known: Int { domains.reduce(0) { $0 + $1.known } }
    package var answers: Int { domains.reduce(0) { $0 + $1.bodies } }

    /// Bodies on the agreed product and bodies with a product, over the domains for which one was agreed.
    package var onTarget: Int { domains.reduce(0) { $0 + $1.onTarget.count } }
    package var withTarget: Int { domains.reduce(0) { $0 + ($1.target == nil ? 0 : $1.withProduct) } }
}

extension SoftwareComparison {
    package var cooperation: CooperationFigures { CooperationFigures(domains: domains.map(figures)) }
}

extension Body.Kind {
    /// Answers for software of its own; who runs it for others is asked for none.
    package var isCompared: Bool { self != .itProvider && self != .specialPurposeAssociation }
}
