import GRDBSQLite

/// Answers SQLite's question, while a statement is prepared, whether it may do what it says; keeps what it reads.
///
/// Everything that is not reading allowed tables with allowed functions is refused.
final class StatementAuthorizer {
    private let words: PublicWords
    private let functions: Set<String>
    /// Names of common table expressions of the statement at hand: they look like tables when counted.
    private var ownTables: Set<String> = []
    private var statement = ""

    private(set) var tables: Set<String> = []
    private(set) var called: Set<String> = []
    private(set) var refusal: SQLProblem?
    /// Set only while the connection runs a statement of its own.
    var isTrusting = false

    init(words: PublicWords, dialect: SQLDialect) {
        self.words = words
        functions = dialect.functions
    }

    func begin(_ statement: String) {
        tables = []
        called = []
        refusal = nil
        ownTables = CommonTables.names(in: statement)
        self.statement = statement.lowercased()
    }

    /// `first` and `second` mean what `sqlite3_set_authorizer` says for the action; `view` is the innermost view.
    func allows(_ action: Int32, _ first: String, _ second: String, view: String?) -> Bool {
        if isTrusting { return true }
        return switch action {
        case SQLITE_SELECT, SQLITE_RECURSIVE: true
        case SQLITE_READ: reads(first, column: second, through: view)
        case SQLITE_FUNCTION: calls(second.lowercased())
        case SQLITE_UPDATE where makesTable(first):
            refuse(
                "a table that SQLite makes by itself (pragma_…, json_each, …) is not public",
                hint: "'lagebild schema' lists them all")
        default:
            refuse("a statement may only read, this one wants to \(Self.deed(action))", hint: "write one SELECT")
        }
    }

    private func reads(_ table: String, column: String, through view: String?) -> Bool {
        if let view, words.columns[view] != nil {
            tables.formUnion([view, table].filter { words.columns[$0] != nil })
            return true
        }
        if words.allows(table, column: column) {
            tables.insert(table)
            return true
        }
        if column.isEmpty, ownTables.contains(table.lowercased()) || isBehindView(table.lowercased()) { return true }
        if words.columns[table] != nil { return refuse("\(table).\(column) is not public") }
        return refuse(
            "\(table) is not a public table",
            hint: words.table(like: table).map { "did you mean \"\($0)\"?" } ?? "'lagebild schema' lists them all")
    }

    /// SQLite does not say the view when it takes rows of a table behind one without a column (`count(*)`, a join by
    /// key alone). Such a table is not named by the statement itself.
    private func isBehindView(_ table: String) -> Bool {
        !table.hasPrefix("sqlite_") && !table.hasPrefix("pragma_") && !statement.contains(table)
    }

    /// SQLite declares such a table when a query names it.
    private func makesTable(_ table: String) -> Bool {
        let first = SQLToken.all(in: statement).first { !$0.isSpace }
        return table == "sqlite_master" && ["select", "with"].contains(first?.text)
    }

    private func calls(_ function: String) -> Bool {
        called.insert(function)
        if functions.contains(function) { return true }
        let instead = Self.replacements[function] ?? Spelling.nearest(to: function, in: functions.sorted())
        return refuse(
            "\(Self.operators[function] ?? "the function \(function)") is not available here",
            hint: instead.map { "use \($0)" } ?? "'lagebild schema' lists the functions")
    }

    private func refuse(_ message: String, hint: String? = nil) -> Bool {
        if refusal == nil { refusal = SQLProblem(.refused, message, hint: hint) }
        return false
    }

    private static let operators = [
        "like": "LIKE", "glob": "GLOB", "->": "the JSON operator ->", "->>": "the JSON operator ->>",
        "match": "MATCH", "regexp": "REGEXP",
    ]

    private static let replacements = [
        "like": "starts_with, ends_with or contains", "glob": "starts_with, ends_with or contains",
        "instr": "contains", "ifnull": "coalesce", "date": "days_until", "julianday": "days_until",
        "strftime": "days_until", "datetime": "days_until", "unixepoch": "days_until",
        "current_timestamp": "days_until", "current_date": "days_until",
    ]

    private static func deed(_ action: Int32) -> String {
        switch action {
        case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE: "write"
        case SQLITE_ATTACH, SQLITE_DETACH: "open another database"
        case SQLITE_PRAGMA: "change a setting (PRAGMA)"
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: "control a transaction"
        default: "change the database"
        }
    }
}

/// Finds the names a WITH clause declares.
enum CommonTables {
    static func names(in statement: String) -> Set<String> {
        let tokens = SQLToken.all(in: statement).filter { !$0.isSpace }
        var names: Set<String> = []
        for (index, token) in tokens.enumerated() where token.isWord("AS") {
            guard index + 1 < tokens.count, tokens[index + 1].text == "(",
                let name = declared(before: index, in: tokens)
            else { continue }
            names.insert(name.lowercased())
        }
        return names.filter { !$0.hasPrefix("sqlite_") && !$0.hasPrefix("pragma_") }
    }

    /// `name AS (` or `name (a, b) AS (`.
    private static func declared(before index: Int, in tokens: [SQLToken]) -> String? {
        guard index > 0 else { return nil }
        guard tokens[index - 1].text == ")" else { return tokens[index - 1].text }
        guard let open = tokens[..<index].lastIndex(where: { $0.text == "(" }), open > 0 else { return nil }
        return tokens[open - 1].text
    }
}
