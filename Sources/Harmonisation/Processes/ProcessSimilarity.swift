import Model

/// How alike two processes are, from 0 (nothing in common) to 1 (the same steps in the same order).
///
/// `value` is the mean of two parts, each a Dice coefficient over what both have:
/// - `steps`: steps found on the other side, each weighted by its likeness (`StepKey.likeness`), twice, over all steps of
///   both. Of a step drawn several times as many are found as the other side has.
/// - `order`: pairs "directly after" whose two steps are found in the same order on the other side, twice, over all such
///   pairs of both; events and gateways are passed over.
///
/// Where neither has such a pair, only the steps count. Two processes without steps are alike. Symmetric; 1 exactly where
/// steps, kinds and order are the same.
package struct ProcessSimilarity: Sendable, Equatable {
    package let steps: Double
    /// `nil`: neither process has two steps in a row.
    package let order: Double?

    package var value: Double { order.map { (steps + $0) / 2 } ?? steps }

    package init(_ left: ProcessModel, _ right: ProcessModel) {
        let (a, b) = (Outline(left), Outline(right))
        let matches = StepMatching(Set(a.keys), Set(b.keys)).matches.map { match in
            (left: a.number(of: match.left), right: b.number(of: match.right), likeness: match.likeness)
        }
        let found = matches.reduce(0.0) { $0 + $1.likeness * Double(min(a.counts[$1.left], b.counts[$1.right])) }
        let all = a.total + b.total
        steps = all == 0 ? 1 : 2 * found / Double(all)
        let pairs = a.pairTotal + b.pairTotal
        let shared = Self.sharedPairs(a, b, matches.map { ($0.left, $0.right) })
        order = pairs == 0 ? nil : Double(2 * shared) / Double(pairs)
    }

    private static func sharedPairs(_ a: Outline, _ b: Outline, _ matches: [(left: Int, right: Int)]) -> Int {
        let right = Dictionary(uniqueKeysWithValues: matches.map { ($0.left, $0.right) })
        return a.pairs.reduce(0) { sum, entry in
            guard let from = right[entry.key.from], let to = right[entry.key.to] else { return sum }
            return sum + min(entry.value, b.pairs[StepOrder.Pair(from: from, to: to)] ?? 0)
        }
    }

    /// Steps and pairs of steps by the number of their key, with how often each occurs.
    private struct Outline {
        let keys: [StepKey]
        let counts: [Int]
        let pairs: [StepOrder.Pair: Int]
        private let numbers: [StepKey: Int]

        init(_ process: ProcessModel) {
            let found = process.nodes.map { $0.kind.isStep ? StepKey($0) : nil }
            let keys = Set(found.compactMap { $0 }).sorted()
            let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
            let places = found.map { $0.flatMap { numbers[$0] } ?? 0 }
            var counts = [Int](repeating: 0, count: keys.count)
            for case let key? in found { counts[numbers[key] ?? 0] += 1 }
            let order = StepOrder(in: process, over: [.sequence]) { $0.kind.isStep }
            let known = order.pairs.map { (StepOrder.Pair(from: places[$0.from], to: places[$0.to]), 1) }
            pairs = Dictionary(known, uniquingKeysWith: +)
            self.keys = keys
            self.counts = counts
            self.numbers = numbers
        }

        /// Of a key that is one of `keys`.
        func number(of key: StepKey) -> Int {
            guard let number = numbers[key] else { preconditionFailure("a match names a step of neither process") }
            return number
        }

        var total: Int { counts.reduce(0, +) }
        var pairTotal: Int { pairs.values.reduce(0, +) }
    }
}
