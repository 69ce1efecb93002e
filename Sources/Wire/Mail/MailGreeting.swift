/// Removes from a mail server's words what changes by itself: dates, APOP timestamps, process and session ids.
///
/// Without this every scan would see another server. It works on words and only takes whole ones away.
package enum MailGreeting {
    package static func normalised(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        let kept = dropping(dates(in: words), from: words).filter { !isVolatile($0) }
        var result = kept.joined(separator: " ")
        while let last = result.last, " ;,-".contains(last) { result.removeLast() }
        return result
    }

    /// The words of every date: those around a clock time that look like part of one.
    private static func dates(in words: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for (index, word) in words.enumerated() {
            if isISODate(word) { found.insert(index) }
            guard isClock(word) else { continue }
            found.insert(index)
            var left = index - 1
            while left >= 0, index - left <= 5, isDatePart(words[left]) {
                found.insert(left)
                left -= 1
            }
            var right = index + 1
            while right < words.count, right - index <= 3, isDatePart(words[right]) || isZone(words[right]) {
                found.insert(right)
                right += 1
            }
        }
        return found
    }

    private static func dropping(_ indices: Set<Int>, from words: [String]) -> [String] {
        words.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
    }

    /// `<1896.697170952@mail.example.org>` (RFC 1939 APOP), `[4711]`, and long words mixed of letters and digits.
    private static func isVolatile(_ word: String) -> Bool {
        if word.hasPrefix("<"), word.hasSuffix(">") || word.hasSuffix(">."), word.contains("@"), digits(in: word) > 2 {
            return true
        }
        let core = word.trimmed(of: "()[]<>,;.")
        if core.count < word.count, !core.isEmpty, core.allSatisfy({ $0.isNumber }), word.hasPrefix("[") { return true }
        guard core.count >= 12, core.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            return false
        }
        return digits(in: core) >= 4 && core.contains { $0.isLetter }
    }

    private static func isClock(_ word: String) -> Bool {
        let parts = word.trimmed(of: "()[],;").split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }

    private static func isISODate(_ word: String) -> Bool {
        let shape = word.trimmed(of: "()[],;").prefix(10).map { $0.isASCII && $0.isNumber ? "0" : $0 }
        return String(shape) == "0000-00-00"
    }

    private static func isDatePart(_ word: String) -> Bool {
        let core = word.trimmed(of: "()[],;")
        if names.contains(core.lowercased()) { return true }
        return [1, 2, 4].contains(core.count) && core.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func isZone(_ word: String) -> Bool {
        let core = word.trimmed(of: "()[],;")
        if let sign = core.first, sign == "+" || sign == "-" {
            return core.count == 5 && core.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        }
        return ["UTC", "GMT", "CET", "CEST", "MEZ", "MESZ", "AM", "PM"].contains(core)
    }

    private static func digits(in word: some StringProtocol) -> Int { word.count { $0.isASCII && $0.isNumber } }

    private static let names: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
        "oct", "nov", "dec",
    ]
}

extension String {
    fileprivate func trimmed(of characters: String) -> Substring {
        var part = self[...]
        while let first = part.first, characters.contains(first) { part.removeFirst() }
        while let last = part.last, characters.contains(last) { part.removeLast() }
        return part
    }
}
