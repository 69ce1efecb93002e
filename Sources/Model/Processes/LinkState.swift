/// How well a link of a process chain holds at one body, the weakest first.
package enum LinkState: String, Sendable, CaseIterable, Comparable {
    /// The body says that it has nothing for it.
    case missing
    /// Nobody said what the body has for it.
    case unknown
    /// A product is named, but none is in use yet or any more.
    case notLive = "not-live"
    /// In use, and its support has ended, extended programmes too.
    case unsupported
    /// An urgent finding is open at a host that runs it.
    case atRisk = "at-risk"
    /// It is being phased out, or its contract ends within a year, and no successor is in use.
    case ending
    case sound

    package static func < (left: LinkState, right: LinkState) -> Bool { left.rank < right.rank }

    private var rank: Int { LinkState.allCases.firstIndex(of: self) ?? 0 }
}

extension LinkState {
    /// Positions of the weakest of some links; none where all are sound.
    package static func weakest(of states: [LinkState]) -> [Int] {
        guard let lowest = states.min(), lowest != .sound else { return [] }
        return states.indices.filter { states[$0] == lowest }
    }
}
