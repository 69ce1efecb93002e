/// Which step of one process is which of another: one to one, the likest first.
///
/// Deterministic and symmetric: pairs are taken by likeness, then by their keys whichever side they stand on.
struct StepMatching {
    struct Match {
        let left: StepKey
        let right: StepKey
        let likeness: Double
    }

    /// In the order they were taken.
    let matches: [Match]

    init(_ left: Set<StepKey>, _ right: Set<StepKey>) {
        var freeLeft = left
        var freeRight = right
        var taken: [Match] = []
        for candidate in Self.candidates(left, right)
        where freeLeft.contains(candidate.left) && freeRight.contains(candidate.right) {
            freeLeft.remove(candidate.left)
            freeRight.remove(candidate.right)
            taken.append(candidate)
        }
        matches = taken
    }

    var rightByLeft: [StepKey: StepKey] {
        Dictionary(uniqueKeysWithValues: matches.map { ($0.left, $0.right) })
    }

    private static func candidates(_ left: Set<StepKey>, _ right: Set<StepKey>) -> [Match] {
        var byWord: [String: [StepKey]] = [:]
        for key in right { for word in key.words.isEmpty ? [""] : key.words { byWord[word, default: []].append(key) } }
        return left.flatMap { key in
            let others = Set((key.words.isEmpty ? [""] : key.words).flatMap { byWord[$0] ?? [] })
            return others.map { Match(left: key, right: $0, likeness: key.likeness(to: $0)) }
        }
        .filter { $0.likeness > 0 }
        .sorted(by: comesFirst)
    }

    private static func comesFirst(_ one: Match, _ other: Match) -> Bool {
        guard one.likeness == other.likeness else { return one.likeness > other.likeness }
        let (a, b) = (one.ordered, other.ordered)
        return a.0 == b.0 ? a.1 < b.1 : a.0 < b.0
    }
}

extension StepMatching.Match {
    fileprivate var ordered: (StepKey, StepKey) { left < right ? (left, right) : (right, left) }
}
