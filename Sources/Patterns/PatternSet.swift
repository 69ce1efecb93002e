import CRE2

/// Many expressions asked in one pass over a text: which of them match somewhere.
package final class PatternSet: @unchecked Sendable {
    // Proof: the sets are compiled in `init` and never changed; RE2 allows matching from any number of threads at once.
    private let parts: [Part]
    package let patterns: [Pattern]

    /// The automaton of a set, in bytes.
    private static let mostMemory: Int64 = 8 * 1_048_576

    /// RE2's sets know no expressions of mixed case: one set for each kind.
    private final class Part {
        let set: OpaquePointer
        /// The number of each expression among all.
        let numbers: [Int]

        /// `nil` where there is none, or where the automaton would need too much.
        init?(_ patterns: [(offset: Int, element: Pattern)], ignoringCase: Bool) {
            guard !patterns.isEmpty, let made = cre2_set_new(ignoringCase, PatternSet.mostMemory) else { return nil }
            set = made
            numbers = patterns.map(\.offset)
            let added = patterns.allSatisfy { _, pattern in
                PatternText(pattern.source).withBytes { cre2_set_add(set, $0.baseAddress, $0.count) >= 0 }
            }
            guard added, cre2_set_compile(set) else { return nil }
        }

        deinit { cre2_set_free(set) }

        /// `nil` where a text drives the automaton beyond its memory.
        func matching(_ text: UnsafeBufferPointer<CChar>) -> [Int]? {
            var found = [Int32](repeating: 0, count: numbers.count)
            let count = cre2_set_match(set, text.baseAddress, text.count, &found, Int32(numbers.count))
            return count < 0 ? nil : found.prefix(Int(count)).map { numbers[Int($0)] }
        }
    }

    /// The expressions no set could take: they are asked one by one.
    private let single: [Int]

    package init(_ patterns: [Pattern]) {
        self.patterns = patterns
        var parts: [Part] = []
        var single: [Int] = []
        for ignoringCase in [false, true] {
            let own = Array(patterns.enumerated().filter { $0.element.ignoresCase == ignoringCase })
            guard !own.isEmpty else { continue }
            if let part = Part(own, ignoringCase: ignoringCase) {
                parts.append(part)
            } else {
                single += own.map(\.offset)
            }
        }
        self.parts = parts
        self.single = single
    }

    /// The numbers of the expressions that match somewhere in the first `Pattern.longestText` bytes, ascending.
    package func matching(_ text: String) -> [Int] {
        let found = PatternText(text).withBytes { bytes in
            parts.flatMap { part in
                part.matching(bytes) ?? part.numbers.filter { patterns[$0].match(in: text) != nil }
            }
        }
        return (found + single.filter { patterns[$0].match(in: text) != nil }).sorted()
    }
}
