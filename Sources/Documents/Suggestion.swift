/// Finds the word somebody probably meant.
package enum Suggestion {
    /// The closest candidate, if it is close enough to be a typing mistake; the first one wins a tie.
    package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        guard word.count <= longestWord else { return nil }
        let typed = Array(word.lowercased())
        let allowed = max(1, typed.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in candidates where candidate.count <= longestWord {
            let distance = distance(typed, Array(candidate.lowercased()))
            if distance <= allowed, distance < (best?.distance ?? .max) { best = (candidate, distance) }
        }
        return best?.word
    }

    /// "did you mean 'x'?", else the whole list where it is short enough to be read.
    package static func hint(for word: String, among candidates: [String]) -> String? {
        if let closest = closest(to: word, among: candidates) { return "did you mean '\(closest)'?" }
        guard !candidates.isEmpty, candidates.count <= listable else { return nil }
        return "known are: \(candidates.joined(separator: ", "))"
    }

    /// Edit distance in which two swapped neighbours count as one mistake (optimal string alignment).
    package static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let cost = left[row] == right[column] ? 0 : 1
                var best = min(current[column] + 1, last[column + 1] + 1, last[column] + cost)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }

    private static let longestWord = 100
    private static let listable = 25
}
