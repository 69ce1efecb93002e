import Store

/// One SELECT cut into its clauses.
struct SelectClauses {
    typealias Tokens = ArraySlice<SQLToken>

    let columns: Tokens
    let from: Tokens
    /// WHERE, and every ON of the FROM clause.
    let conditions: [Condition]
    let groupBy: Tokens
    let having: Tokens
    let hasLimit: Bool
    /// A function that takes many rows together stands somewhere in it.
    let hasAggregate: Bool

    struct Condition {
        let words: Tokens
        /// The table in lower case whose LEFT JOIN it is the ON of.
        let leftJoined: String?
    }

    private static let heads = ["FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT"]
    private static let aggregates = [
        "COUNT", "SUM", "TOTAL", "AVG", "MIN", "MAX", "GROUP_CONCAT", "STRING_AGG", "SORTED_LIST",
        "JSON_GROUP_ARRAY", "JSON_GROUP_OBJECT",
    ]

    init?(_ tokens: Tokens) {
        guard tokens.first?.isWord("SELECT") == true else { return nil }
        var clauses: [String: Tokens] = [:]
        var name = "SELECT"
        var start = tokens.startIndex + 1
        for index in tokens.indicesOutsideParentheses(from: start) {
            guard let head = Self.heads.first(where: tokens[index].isWord) else { continue }
            guard clauses[name] == nil else { return nil }
            clauses[name] = tokens[start..<index]
            (name, start) = (head, index + 1)
        }
        guard clauses[name] == nil else { return nil }
        clauses[name] = tokens[start...]
        guard let columns = clauses["SELECT"], let from = clauses["FROM"] else { return nil }
        self.columns = columns
        self.from = from
        conditions =
            JoinItem.all(in: from).compactMap { item in
                item.condition.map { Condition(words: $0, leftJoined: item.isLeft ? item.alias.lowercased() : nil) }
            } + [clauses["WHERE"]].compactMap { $0.map { Condition(words: $0, leftJoined: nil) } }
        groupBy = (clauses["GROUP"] ?? []).dropFirst()
        having = clauses["HAVING"] ?? []
        hasLimit = clauses["LIMIT"] != nil
        hasAggregate = tokens.withoutInnerSelects.contains { token in Self.aggregates.contains(where: token.isWord) }
    }
}

/// A table of a FROM clause, or a SELECT in its place.
struct JoinItem {
    typealias Tokens = ArraySlice<SQLToken>

    /// The SELECT; `nil` for a table.
    private(set) var inner: Tokens?
    private(set) var alias = ""
    private(set) var isLeft = false
    private(set) var condition: Tokens?
    private(set) var usesEndpoint = false

    /// What is not understood has no alias.
    static func all(in from: Tokens) -> [JoinItem] {
        var items: [JoinItem] = []
        var start = from.startIndex
        var isLeft = false
        func close(_ end: Int) { items.append(JoinItem(from[start..<end], isLeft: isLeft)) }
        for index in from.indicesOutsideParentheses(from: start) {
            let token = from[index]
            if token.text == "," {
                close(index)
                (start, isLeft) = (index + 1, false)
            } else if token.isWord("JOIN") {
                var end = index
                var words: [String] = []
                while end > start, let word = ["LEFT", "OUTER", "INNER", "CROSS"].first(where: from[end - 1].isWord) {
                    words.append(word)
                    end -= 1
                }
                close(end)
                (start, isLeft) = (index + 1, words.contains("LEFT"))
            }
        }
        close(from.endIndex)
        return items
    }

    private init(_ tokens: Tokens, isLeft: Bool) {
        self.isLeft = isLeft
        var rest = tokens
        if rest.first?.text == "(", let end = rest.closing(rest.startIndex) {
            inner = rest[(rest.startIndex + 1)..<end]
            rest = rest[(end + 1)...]
        } else if let table = rest.first, table.kind == .word {
            alias = table.text
            rest = rest.dropFirst()
        }
        if rest.first?.isWord("AS") == true { rest = rest.dropFirst() }
        if let name = rest.first, name.kind == .word, !name.isWord("ON"), !name.isWord("USING") {
            alias = name.text
            rest = rest.dropFirst()
        }
        if rest.first?.isWord("ON") == true {
            condition = rest.dropFirst()
        } else if rest.first?.isWord("USING") == true {
            usesEndpoint = rest.count == 4 && rest.dropFirst(2).first?.isWord("ENDPOINT_ID") == true
        } else if !rest.isEmpty {
            alias = ""
        }
    }
}

extension ArraySlice<SQLToken> {
    /// Of the parenthesis that closes the one at `index`.
    func closing(_ index: Int) -> Int? {
        var depth = 0
        for position in index..<endIndex {
            if self[position].text == "(" { depth += 1 }
            if self[position].text == ")" { depth -= 1 }
            if depth == 0 { return position }
        }
        return nil
    }

    /// Without what stands in the parentheses of another SELECT.
    var withoutInnerSelects: [SQLToken] {
        var tokens: [SQLToken] = []
        var index = startIndex
        while index < endIndex {
            if self[index].text == "(", self[(index + 1)...].first?.isWord("SELECT") == true, let end = closing(index) {
                index = end + 1
            } else {
                tokens.append(self[index])
                index += 1
            }
        }
        return tokens
    }

    func indicesOutsideParentheses(from start: Int) -> [Int] {
        var depth = 0
        return (start..<endIndex).filter { index in
            if self[index].text == "(" { depth += 1 }
            if self[index].text == ")" { depth -= 1 }
            return depth == 0 && self[index].text != ")"
        }
    }

    func split(by symbol: String) -> [ArraySlice<SQLToken>] { split { $0.kind == .symbol && $0.text == symbol } }

    func split(byWords words: [String]) -> [ArraySlice<SQLToken>] {
        split { token in words.contains(where: token.isWord) }
    }

    /// Outside parentheses.
    private func split(_ isBorder: (SQLToken) -> Bool) -> [ArraySlice<SQLToken>] {
        var parts: [ArraySlice<SQLToken>] = []
        var start = startIndex
        for index in indicesOutsideParentheses(from: startIndex) where isBorder(self[index]) {
            parts.append(self[start..<index])
            start = index + 1
        }
        return parts + [self[start...]]
    }
}
