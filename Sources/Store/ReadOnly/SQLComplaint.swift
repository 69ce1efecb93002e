/// SQLite's own error message, turned into one with a way out.
struct SQLComplaint {
    private let message: String
    private let statement: String
    private let tables: Set<String>
    private let words: PublicWords

    init(_ message: String, of statement: String, tables: Set<String>, words: PublicWords) {
        self.message = message
        self.statement = statement
        self.tables = tables
        self.words = words
    }

    func problem(offset: Int?) -> SQLProblem {
        if let name = rest(after: "no such column: ") { return unknownColumn(name, offset) }
        if let name = rest(after: "no such table: ") {
            let hint = words.table(like: name).map { "did you mean \"\($0)\"? 'lagebild schema' lists them all" }
            return SQLProblem(
                .invalid, "no such table: \"\(name)\"", hint: hint ?? "'lagebild schema' lists them all",
                offset: offset)
        }
        if let name = rest(after: "no such function: ") {
            let near = Spelling.nearest(to: name.lowercased(), in: SQLDialect.rules.functions.sorted())
            let hint = near.map { "did you mean \"\($0)\"?" } ?? "'lagebild schema' lists the functions"
            return SQLProblem(.invalid, "no such function: \"\(name)\"", hint: hint, offset: offset)
        }
        return SQLProblem(.invalid, message, hint: "'lagebild schema' lists tables and columns", offset: offset)
    }

    /// `name` may carry a table or an alias before it.
    private func unknownColumn(_ name: String, _ offset: Int?) -> SQLProblem {
        if let problem = quotedText(name, offset) { return problem }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let column = parts.last ?? name
        let read = parts.count > 1 && words.columns[parts[0]] != nil ? [parts[0]] : tables.sorted()
        let place = read.count == 1 ? " in \(read[0])" : ""
        let list = read.count == 1 ? "'lagebild schema \(read[0])' lists them all" : "'lagebild schema' lists them all"
        let near = words.column(like: column, in: read.isEmpty ? words.columns.keys.sorted() : read)
        return SQLProblem(
            .invalid, "no such column: \"\(column)\"\(place)",
            hint: near.map { "did you mean \"\($0.column)\"? \(list)" } ?? list, offset: offset)
    }

    /// Double quotes make a name of what was meant as text.
    private func quotedText(_ name: String, _ offset: Int?) -> SQLProblem? {
        guard statement.contains("\"\(name)\""), words.column(like: name, in: words.columns.keys.sorted()) == nil
        else { return nil }
        return SQLProblem(
            .invalid, "no such column: \"\(name)\"", hint: "text stands in single quotes: '\(name)'", offset: offset)
    }

    private func rest(after prefix: String) -> String? {
        message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : nil
    }
}
