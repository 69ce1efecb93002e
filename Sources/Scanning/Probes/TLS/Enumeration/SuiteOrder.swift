import Wire

/// What decides whether leaving out groups or schemes can make a suite impossible.
struct SuiteKind: Equatable {
    private let needsCurve: Bool
    private let isSigned: Bool
    private let authentication: String

    init(_ suite: CipherSuite) {
        needsCurve = suite.needsCurve
        isSigned = suite.isSigned
        authentication = suite.authentication
    }
}

/// The order in which suites were chosen, and whose order that is.
struct SuiteOrder: Sendable {
    enum Decider: String, Sendable { case server, client, unknown }

    /// One hello and the suite chosen from it.
    struct Round: Sendable {
        let offered: [CipherSuite]
        let chosen: CipherSuite
        let lacksGroups: Bool
        let lacksSchemes: Bool
        let part: Int

        var isFull: Bool { !lacksGroups && !lacksSchemes }
    }

    /// Every hello that tells something about the order.
    private var rounds: [Round] = []
    /// The hello that gave each suite its place.
    private var places: [Round] = []
    private var isSettled = false
    var decider: Decider?

    /// In the order they were chosen.
    var ranked: [CipherSuite] { places.map(\.chosen) }
    var last: CipherSuite? { places.last?.chosen }

    mutating func rank(
        _ suite: CipherSuite, from offered: [CipherSuite], lacksGroups: Bool = false, lacksSchemes: Bool = false,
        part: Int = 1
    ) {
        let round = Round(
            offered: offered, chosen: suite, lacksGroups: lacksGroups, lacksSchemes: lacksSchemes, part: part)
        rounds.append(round)
        places.append(round)
    }

    /// How many of the first places are beyond doubt.
    var certainPlaces: Int {
        guard !isSettled else { return places.count }
        for (place, round) in places.enumerated() {
            let isDoubtful = places[(place + 1)...].contains { later in
                later.part != round.part || mayHaveBeenImpossible(later.chosen, in: round)
            }
            if isDoubtful { return place }
        }
        return places.count
    }

    var isCertain: Bool { certainPlaces == places.count }

    /// With what a round left out, a suite chosen later may not have been possible, though the server prefers it.
    private func mayHaveBeenImpossible(_ suite: CipherSuite, in round: Round) -> Bool {
        guard !round.isFull else { return false }
        if suite.needsCurve, !round.chosen.needsCurve, round.lacksGroups { return true }
        if suite.isSigned, !round.chosen.isSigned, round.lacksSchemes { return true }
        return (suite.isSigned || suite.needsCurve) && suite.authentication != round.chosen.authentication
    }

    /// Starts over behind the certain places, to ask for the order alone.
    mutating func forgetDoubtful() {
        places.removeSubrange(certainPlaces...)
        isSettled = true
    }

    /// Some hello listed an accepted suite before the one that was chosen.
    func refutesClient(accepted: [CipherSuite]) -> Bool {
        rounds.contains { round in
            let earlier = round.offered.prefix { $0 != round.chosen }
            return earlier.contains { suite in
                accepted.contains(suite) && (round.isFull || SuiteKind(suite) == SuiteKind(round.chosen))
            }
        }
    }
}

/// Whose order of groups decides, as far as the answers tell: every choice so far was the first accepted on the list.
struct GroupOrder: Sendable {
    private var rounds: [(offered: [NamedGroup], chosen: NamedGroup)] = []

    /// Groups that were chosen, not only named.
    var chosen: Set<NamedGroup> { Set(rounds.map(\.chosen)) }

    mutating func note(_ group: NamedGroup, from offered: [NamedGroup]) { rounds.append((offered, group)) }

    /// Two of the groups were on offer together in both orders, and each time the first was chosen.
    func isClients(_ one: NamedGroup, over other: NamedGroup) -> Bool {
        prefers(one, over: other) && prefers(other, over: one)
    }

    /// In some hello that listed it first, it was chosen although the other was there.
    func prefers(_ one: NamedGroup, over other: NamedGroup) -> Bool {
        rounds.contains { round in
            guard round.chosen == one, let first = round.offered.firstIndex(of: one),
                let second = round.offered.firstIndex(of: other)
            else { return false }
            return first < second
        }
    }
}
