import Store

/// The small mistakes somebody could have made in a query. The list of what the outermost SELECT returns is left
/// alone: it is evidence for people and decides nothing.
struct QueryMutants {
    struct Mutant: Equatable {
        let change: String
        let sql: String
    }

    /// Tokens without spaces; statements are put together again with single spaces.
    private let tokens: [SQLToken]
    /// Nesting of parentheses at each token.
    private let depth: [Int]
    private let start: Int

    init(_ sql: String) {
        tokens = SQLToken.all(in: sql).filter { !$0.isSpace }
        var level = 0
        var depth: [Int] = []
        for token in tokens {
            if token.text == ")" { level -= 1 }
            depth.append(level)
            if token.text == "(" { level += 1 }
        }
        self.depth = depth
        let tokens = tokens
        start = tokens.indices.first { depth[$0] == 0 && tokens[$0].isWord("FROM") } ?? 0
    }

    /// Every mutant once, in the order of the query.
    var all: [Mutant] {
        var seen: Set<String> = [render(tokens)]
        return (start..<max(start, tokens.count)).flatMap(mutants).filter { seen.insert($0.sql).inserted }
    }

    private func mutants(at index: Int) -> [Mutant] {
        let token = tokens[index]
        if isIdle(index) { return [] }
        switch token.kind {
        case .text: return [replacing(index, "'\(token.text.dropFirst().dropLast())~'")]
        case .number: return Int(token.text).map { [replacing(index, "\($0 + 1)")] } ?? []
        case .symbol: return (Self.flips[token.text] ?? []).map { replacing(index, $0) } + listElement(before: index)
        case .word: return wordMutants(at: index)
        case .quotedName, .space: return []
        }
    }

    /// The `1` of `EXISTS (SELECT 1 FROM ...)`: any literal says the same.
    private func isIdle(_ index: Int) -> Bool {
        isLiteral(index) && index > 0 && tokens[index - 1].isWord("SELECT")
            && index + 1 < tokens.count && tokens[index + 1].isWord("FROM")
    }

    private static let flips = [
        "=": ["<>"], "<>": ["="], "!=": ["="], "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="],
        ">=": [">", "<"],
    ]

    private func wordMutants(at index: Int) -> [Mutant] {
        switch tokens[index].text.uppercased() {
        case "AND" where !isBetween(index): [replacing(index, "OR")] + droppedOperands(at: index)
        case "OR": [replacing(index, "AND")] + droppedOperands(at: index)
        case "NOT": [removing(index...index, "drop NOT")]
        case "WHERE", "HAVING": [droppedCondition(at: index)]
        default: []
        }
    }

    // MARK: Operands

    private static let openers: Set<String> = ["AND", "OR", "WHERE", "HAVING", "ON", "WHEN", "NOT", "SELECT", "THEN"]
    private static let closers: Set<String> = [
        "AND", "OR", "GROUP", "ORDER", "HAVING", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "WHERE", "JOIN", "LEFT",
        "INNER", "CROSS", "THEN", "ELSE", "END", "AS",
    ]

    private func droppedOperands(at index: Int) -> [Mutant] {
        let left = (begin(before: index)..<index)
        let right = (index + 1)..<end(after: index)
        guard !left.isEmpty, !right.isEmpty else { return [] }
        return [
            removing(left.lowerBound...index, "drop \(render(Array(tokens[left])))"),
            removing(index...(right.upperBound - 1), "drop \(render(Array(tokens[right])))"),
        ]
    }

    /// Replaces a whole condition by one that is always true.
    private func droppedCondition(at index: Int) -> Mutant {
        var stop = index + 1
        let ends: Set<String> = ["GROUP", "ORDER", "HAVING", "LIMIT", "UNION", "EXCEPT", "INTERSECT"]
        while stop < tokens.count, depth[stop] >= depth[index],
            !(depth[stop] == depth[index] && tokens[stop].kind == .word
                && ends.contains(tokens[stop].text.uppercased()))
        { stop += 1 }
        var changed = tokens
        changed.replaceSubrange((index + 1)..<stop, with: [SQLToken(.symbol, "1 = 1")])
        return Mutant(change: "drop \(render(Array(tokens[index..<stop])))", sql: render(changed))
    }

    private func begin(before index: Int) -> Int {
        var position = index
        while position > 0 {
            let previous = position - 1
            if depth[previous] < depth[index] { break }
            if depth[previous] == depth[index] {
                if tokens[previous].text == "," { break }
                if tokens[previous].kind == .word, Self.openers.contains(tokens[previous].text.uppercased()),
                    !(tokens[previous].isWord("NOT"))
                {
                    break
                }
            }
            position = previous
        }
        return position
    }

    private func end(after index: Int) -> Int {
        var position = index + 1
        while position < tokens.count {
            if depth[position] < depth[index] { break }
            if depth[position] == depth[index] {
                if tokens[position].text == "," || tokens[position].text == ";" { break }
                if tokens[position].kind == .word, Self.closers.contains(tokens[position].text.uppercased()) { break }
            }
            position += 1
        }
        return position
    }

    private func isBetween(_ index: Int) -> Bool {
        let before = tokens[begin(before: index)..<index]
        return before.contains { $0.isWord("BETWEEN") }
    }

    // MARK: Lists

    /// At `(` or `,` of an IN list of literals: the same without the element that follows.
    private func listElement(before index: Int) -> [Mutant] {
        let opens = tokens[index].text == "(" && index > 0 && tokens[index - 1].isWord("IN")
        guard opens || tokens[index].text == ",", index + 2 < tokens.count, isLiteral(index + 1) else { return [] }
        let inside = opens ? depth[index] + 1 : depth[index]
        guard isInList(index, inside: inside) else { return [] }
        let element = tokens[index + 1].text
        if opens {
            guard tokens[index + 2].text == "," else { return [] }
            return [removing((index + 1)...(index + 2), "drop \(element)")]
        }
        return [removing(index...(index + 1), "drop \(element)")]
    }

    private func isInList(_ index: Int, inside level: Int) -> Bool {
        guard let open = (0...index).last(where: { tokens[$0].text == "(" && depth[$0] == level - 1 }), open > 0 else {
            return false
        }
        return tokens[open - 1].isWord("IN")
    }

    private func isLiteral(_ index: Int) -> Bool { tokens[index].kind == .text || tokens[index].kind == .number }

    // MARK: Rendering

    private func replacing(_ index: Int, _ text: String) -> Mutant {
        var changed = tokens
        changed[index] = SQLToken(tokens[index].kind, text)
        return Mutant(change: "\(context(index)): \(tokens[index].text) becomes \(text)", sql: render(changed))
    }

    private func removing(_ range: ClosedRange<Int>, _ change: String) -> Mutant {
        var changed = tokens
        changed.removeSubrange(range)
        return Mutant(change: "\(context(range.lowerBound)): \(change)", sql: render(changed))
    }

    /// The words around a place, so that a change can be found.
    private func context(_ index: Int) -> String {
        render(Array(tokens[max(0, index - 2)..<min(tokens.count, index + 3)]))
    }

    private func render(_ tokens: [SQLToken]) -> String {
        var text = ""
        var previous = ""
        for token in tokens {
            let tight = [".", ",", ")", ";"].contains(token.text) || [".", "(", ""].contains(previous)
            text += tight ? token.text : " \(token.text)"
            previous = token.text
        }
        return text
    }
}
