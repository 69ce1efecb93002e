import Model

/// How the links of a process chain hold at every body, and which of them is the weakest.
///
/// A link holds at a body where a product is in use whose support has not ended, no urgent finding is open at its hosts,
/// and not everything in use is being phased out or ends by contract within a year. Of several faults the worst counts
/// (`LinkState`). What nobody said and what nobody measured is not taken for good: not said does not hold, and not
/// measured is told beside the state.
package struct ChainComparison: Sendable, Equatable {
    package let chain: ProcessChain
    package let bodies: [String]
    /// By link, in the order of `bodies`.
    package let links: [[ChainCell]]

    /// `isUnsupported`: the product has no support any more. `urgent`: by link and body, `nil` where nothing was
    /// measured.
    package init(
        _ chain: ProcessChain, in software: SoftwareComparison, isUnsupported: (Usage) -> Bool,
        urgent: (ProcessChain.Link, String) -> Int?
    ) {
        let bodies = chain.bodies.isEmpty ? software.bodies : chain.bodies
        self.chain = chain
        self.bodies = bodies
        links = chain.links.map { link in
            bodies.map { body in
                let usages = software.usages(of: body, in: link.domain)
                let position = software.position(of: body, in: link.domain)
                let found = urgent(link, body)
                return ChainCell(
                    body: body,
                    state: Self.state(position, usages, found ?? 0, on: software.day, isUnsupported),
                    products: Self.products(position, usages),
                    provider: position.inUse.compactMap(\.operation.providerID).first, urgent: found)
            }
        }
    }

    private static func state(
        _ position: BodyPosition, _ usages: [Usage], _ urgent: Int, on day: Day, _ isUnsupported: (Usage) -> Bool
    ) -> LinkState {
        switch position {
        case .unknown: return .unknown
        case .none: return usages.contains { $0.product != nil } ? .notLive : .missing
        case .uses(_, let inUse):
            if inUse.contains(where: isUnsupported) { return .unsupported }
            if urgent > 0 { return .atRisk }
            return inUse.allSatisfy { $0.isEnding(on: day) } ? .ending : .sound
        }
    }

    private static func products(_ position: BodyPosition, _ usages: [Usage]) -> [String] {
        Set(position.inUse.isEmpty ? usages.compactMap(\.product) : Array(position.products)).sorted()
    }
}

extension ChainComparison {
    /// Bodies a link holds for.
    package func holding(_ link: Int) -> Int { links[link].count { $0.state == .sound } }

    package func worst(_ link: Int) -> LinkState { links[link].map(\.state).min() ?? .sound }

    /// Position of the link that holds for the fewest bodies; among equals the one in the worst state, then the earlier
    /// one. `nil`: every link holds for every body.
    package var weakest: Int? {
        links.indices.filter { holding($0) < bodies.count }.min { one, other in
            (holding(one), worst(one), one) < (holding(other), worst(other), other)
        }
    }

    /// Positions of the weakest links of one body.
    package func weakest(of body: String) -> [Int] {
        guard let position = bodies.firstIndex(of: body) else { return [] }
        return LinkState.weakest(of: links.map { $0[position].state })
    }

    /// What stands still at whom if a body that runs links for others fails, itself included; only what concerns two
    /// bodies or more, most bodies first.
    package var failures: [ChainFailure] {
        Set(links.joined().compactMap(\.provider)).sorted().compactMap { provider in
            let fallen = links.indices.filter { link in links[link].contains { $0.provider == provider } }
            let concerned = bodies.filter { body in
                fallen.contains { link in
                    links[link].contains { $0.body == body && ($0.provider ?? body) == provider && $0.state.isRun }
                }
            }
            return concerned.count < 2 ? nil : ChainFailure(provider: provider, links: fallen, bodies: concerned)
        }
        .sorted { ($1.bodies.count, $0.provider) < ($0.bodies.count, $1.provider) }
    }
}

extension LinkState {
    /// A product is in use.
    fileprivate var isRun: Bool { self >= .unsupported }
}

extension Usage {
    /// Phased out, or its contract ends within a year.
    fileprivate func isEnding(on day: Day) -> Bool {
        step(on: day)?.status == .phasingOut || contract.map { $0.end < day.adding(months: 12) } ?? false
    }
}
