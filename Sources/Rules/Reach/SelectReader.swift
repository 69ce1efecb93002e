import Store

/// Reads SELECTs and ties their sources. Answers `nil` where it does not understand.
struct SelectReader {
    /// What a SELECT is for.
    enum Purpose {
        /// Its rows are endpoints: the statement itself, a table in FROM, a list behind IN.
        case answer
        /// EXISTS, or a single value.
        case lookup
    }

    typealias Tokens = ArraySlice<SQLToken>
    private let ties: Ties

    init(_ ties: Ties) { self.ties = ties }

    /// For an answer, the source of each arm's `endpoint_id`; for a lookup, nothing.
    func results(of tokens: Tokens, outer: Arm?, as purpose: Purpose) -> [Int]? {
        var results: [Int] = []
        for part in tokens.split(byWords: ["UNION", "EXCEPT", "INTERSECT"]) {
            let part = part.first?.isWord("ALL") == true ? part.dropFirst() : part
            guard let clauses = SelectClauses(part), let arm = arm(clauses, outer: outer, as: purpose) else {
                return nil
            }
            guard purpose == .answer else { continue }
            guard let result = result(clauses, arm) else { return nil }
            results.append(result)
        }
        return results
    }

    private func arm(_ clauses: SelectClauses, outer: Arm?, as purpose: Purpose) -> Arm? {
        let arm = Arm(outer: outer)
        guard readSources(clauses.from, into: arm) else { return nil }
        for condition in clauses.conditions where !readTies(condition, arm) { return nil }
        for rest in [clauses.columns, clauses.having, clauses.groupBy] where !readInner(rest, arm) { return nil }
        return isByEndpoint(clauses, arm, purpose) ? arm : nil
    }

    /// What counts or cuts off rows must do so within one endpoint.
    private func isByEndpoint(_ clauses: SelectClauses, _ arm: Arm, _ purpose: Purpose) -> Bool {
        if purpose == .lookup, arm.isTiedToOuter { return true }
        if clauses.hasLimit { return false }
        guard !clauses.groupBy.isEmpty else { return clauses.having.isEmpty && !clauses.hasAggregate }
        return clauses.groupBy.split(by: ",").contains { endpoint($0, arm)?.isOwn == true }
    }

    private func result(_ clauses: SelectClauses, _ arm: Arm) -> Int? {
        for column in clauses.columns.split(by: ",") {
            var column = column
            if column.first?.isWord("DISTINCT") == true { column = column.dropFirst() }
            if column.count > 2, column.dropLast().last?.isWord("AS") == true { column = column.dropLast(2) }
            guard let found = endpoint(column, arm), found.isOwn, !found.source.mayBeMissing else { continue }
            return found.source.number
        }
        return nil
    }

    /// Every name in FROM, and the conditions by which a JOIN ties it.
    private func readSources(_ from: Tokens, into arm: Arm) -> Bool {
        for item in JoinItem.all(in: from) {
            let name = item.alias.lowercased()
            guard !name.isEmpty, !arm.sources.contains(where: { $0.name == name }) else { return false }
            let source = Arm.Source(name: name, number: ties.newSource(), mayBeMissing: item.isLeft)
            if let inner = item.inner {
                guard let results = results(of: inner, outer: nil, as: .answer) else { return false }
                results.forEach { ties.tie($0, source.number) }
            }
            if item.usesEndpoint, let first = arm.sources.first { ties.tie(first.number, source.number) }
            arm.sources.append(source)
        }
        return !arm.sources.isEmpty
    }

    /// `a.endpoint_id = b.endpoint_id`, where nothing but AND stands beside it, and what is nested in the condition.
    private func readTies(_ condition: SelectClauses.Condition, _ arm: Arm) -> Bool {
        let isPlain = condition.words.split(byWords: ["OR", "BETWEEN", "CASE"]).count == 1
        for part in isPlain ? condition.words.split(byWords: ["AND"]) : [] {
            let sides = part.split(by: "=")
            guard sides.count == 2, let left = endpoint(sides[0], arm), let right = endpoint(sides[1], arm) else {
                continue
            }
            // The ON of a LEFT JOIN chooses rows of that table alone.
            if let table = condition.leftJoined,
                ![left, right].contains(where: { $0.isOwn && $0.source.name == table })
            {
                continue
            }
            ties.tie(left.source.number, right.source.number)
            if left.isOwn != right.isOwn { arm.isTiedToOuter = true }
        }
        return readInner(condition.words, arm)
    }

    /// SELECTs in parentheses, wherever they stand.
    private func readInner(_ tokens: Tokens, _ arm: Arm) -> Bool {
        var index = tokens.startIndex
        while index < tokens.endIndex {
            if tokens[index].isWord("IN"), tokens[(index + 1)...].first?.text != "(" { return false }
            guard tokens[index].text == "(", let end = tokens.closing(index) else {
                index += 1
                continue
            }
            let inner = tokens[(index + 1)..<end]
            guard inner.first?.isWord("SELECT") == true else {
                index += 1
                continue
            }
            if let asked = endpointAsked(tokens[..<index], arm) {
                guard let results = results(of: inner, outer: arm, as: .answer) else { return false }
                results.forEach { ties.tie($0, asked) }
            } else if results(of: inner, outer: arm, as: .lookup) == nil {
                return false
            }
            index = end + 1
        }
        return true
    }

    /// The source whose endpoint stands before `IN`, or `NOT IN`.
    private func endpointAsked(_ before: Tokens, _ arm: Arm) -> Int? {
        guard before.last?.isWord("IN") == true else { return nil }
        var words = before.dropLast()
        if words.last?.isWord("NOT") == true { words = words.dropLast() }
        let isQualified = words.count >= 3 && words.dropLast().last?.text == "."
        return endpoint(words.suffix(isQualified ? 3 : 1), arm)?.source.number
    }

    /// `endpoint_id` or `alias.endpoint_id`, and nothing else.
    private func endpoint(_ tokens: Tokens, _ arm: Arm) -> (source: Arm.Source, isOwn: Bool)? {
        guard tokens.last?.isWord("ENDPOINT_ID") == true else { return nil }
        let tokens = Array(tokens)
        if tokens.count == 1 { return arm.source(nil) }
        return tokens.count == 3 && tokens[1].text == "." ? arm.source(tokens[0].text) : nil
    }
}
