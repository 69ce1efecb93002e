import CSQLiteSettings
import GRDBSQLite
import Model

/// A connection for SQL that people wrote: rules, and `lagebild query`.
///
/// It is never one of GRDB's, whose own authorizer must stay. It reads public tables with listed functions, within
/// limits of time and size, and can do nothing else.
package final class ReadOnlyDatabase {
    let words: PublicWords
    let limits: ReadingLimits
    private let connection: OpaquePointer
    private let authorizer: StatementAuthorizer
    private let clock: FunctionClock
    private let deadline = Deadline()

    /// Opens a database file that another connection may be writing.
    package convenience init(
        path: String, words: PublicWords, now: Timestamp, dialect: SQLDialect = .rules, limits: ReadingLimits = .rule
    ) throws {
        let connection = try Self.open(path, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX)
        self.init(sealing: connection, words: words, now: now, dialect: dialect, limits: limits)
    }

    /// A scratch database in memory: trusted `statements` make it, `rows` fill it, then it is sealed.
    package convenience init(
        scratch statements: [String], rows: [ScratchRow], words: PublicWords, now: Timestamp,
        limits: ReadingLimits = .example
    ) throws {
        let connection = try Self.open(
            ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX)
        do {
            for statement in statements { try Self.execute(statement, on: connection) }
            for row in rows { try row.insert(into: connection) }
            try Self.execute("PRAGMA query_only = ON", on: connection)
        } catch {
            sqlite3_close_v2(connection)
            throw error
        }
        self.init(sealing: connection, words: words, now: now, dialect: .rules, limits: limits)
    }

    private init(
        sealing connection: OpaquePointer, words: PublicWords, now: Timestamp, dialect: SQLDialect,
        limits: ReadingLimits
    ) {
        self.connection = connection
        self.words = words
        self.limits = limits
        clock = FunctionClock(now)
        authorizer = StatementAuthorizer(words: words, dialect: dialect)
        FunctionRegistration.register(on: connection, clock: clock)
        seal()
    }

    deinit { sqlite3_close_v2(connection) }

    /// Refuses what does not parse, does not exist, writes, or is more than one statement.
    package func prepare(_ sql: String) throws -> PreparedQuery {
        guard !sql.utf8.contains(0) else { throw SQLProblem(.invalid, "the statement contains a NUL character") }
        authorizer.begin(sql)
        var statement: OpaquePointer?
        var rest = ""
        let code = sql.withCString { text in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v2(connection, text, -1, &statement, &tail)
            if let tail { rest = String(cString: tail) }
            return code
        }
        guard code == SQLITE_OK else { throw problem(code, sql) }
        guard let statement else { throw SQLProblem(.invalid, "there is no statement", hint: "write one SELECT") }
        do {
            try check(statement, rest: rest)
        } catch {
            sqlite3_finalize(statement)
            throw error
        }
        let columns = (0..<sqlite3_column_count(statement)).map { String(cString: sqlite3_column_name(statement, $0)) }
        return PreparedQuery(
            statement: statement, columns: columns, tables: authorizer.tables, functions: authorizer.called,
            database: self)
    }

    /// Shows every row once, in the statement's order. Stops at the limits with a problem.
    package func forEachRow(
        of query: PreparedQuery, _ parameters: [SQLValue] = [], _ show: (CurrentRow) throws -> Void
    ) throws {
        sqlite3_reset(query.statement)
        defer { sqlite3_reset(query.statement) }
        try bind(parameters, to: query.statement)
        deadline.start(limits.timeout)
        defer { deadline.clear() }
        var count = 0
        while true {
            let code = sqlite3_step(query.statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw problem(code, "") }
            count += 1
            guard count <= limits.rows else { throw SQLProblem(.failed, "more than \(limits.rows) rows") }
            try show(CurrentRow(statement: query.statement))
        }
    }

    /// Everything read inside sees one state, whatever another connection writes meanwhile.
    package func snapshot<Answer>(_ read: () throws -> Answer) throws -> Answer {
        try trusting { try Self.execute("BEGIN", on: connection) }
        let answer = Result { try read() }
        try trusting { try Self.execute("ROLLBACK", on: connection) }
        return try answer.get()
    }

    /// At most `limit` rows and whether there are more.
    package func rows(
        of query: PreparedQuery, _ parameters: [SQLValue] = [], limit: Int
    ) throws -> (rows: [[SQLValue]], more: Bool) {
        struct Enough: Error {}
        var rows: [[SQLValue]] = []
        do {
            try forEachRow(of: query, parameters) { row in
                guard rows.count < limit else { throw Enough() }
                rows.append(query.columns.indices.map { row[$0] })
            }
        } catch is Enough {
            return (rows, true)
        }
        return (rows, false)
    }
}

// Sealing, checks and errors.
extension ReadOnlyDatabase {
    static func open(_ path: String, flags: Int32) throws -> OpaquePointer {
        var connection: OpaquePointer?
        let code = sqlite3_open_v2(path, &connection, flags, nil)
        guard code == SQLITE_OK, let connection else {
            sqlite3_close_v2(connection)
            throw SQLProblem(.failed, "cannot open \(path): \(String(cString: sqlite3_errstr(code)))")
        }
        sqlite3_busy_timeout(connection, 5_000)
        return connection
    }

    static func execute(_ sql: String, on connection: OpaquePointer) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
            throw SQLProblem(.failed, String(cString: sqlite3_errmsg(connection)))
        }
    }

    private func trusting(_ run: () throws -> Void) rethrows {
        authorizer.isTrusting = true
        defer { authorizer.isTrusting = false }
        try run()
    }

    private func seal() {
        let code = lagebild_distrust(UnsafeMutableRawPointer(connection))
        precondition(code == SQLITE_OK, "SQLite refuses a setting it has had since 3.31")
        for (limit, value) in [
            (SQLITE_LIMIT_LENGTH, limits.valueBytes), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
            (SQLITE_LIMIT_COLUMN, 200), (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_COMPOUND_SELECT, 50),
            (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_VARIABLE_NUMBER, 100), (SQLITE_LIMIT_WORKER_THREADS, 0),
            (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000), (SQLITE_LIMIT_FUNCTION_ARG, 100),
        ] { sqlite3_limit(connection, limit, Int32(clamping: value)) }
        deadline.watch(connection)
        let answer:
            @convention(c) (
                UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
                UnsafePointer<CChar>?
            ) -> Int32 = { pointer, action, first, second, _, view in
                guard let pointer else { return SQLITE_DENY }
                let authorizer = Unmanaged<StatementAuthorizer>.fromOpaque(pointer).takeUnretainedValue()
                let words = [first, second].map { $0.map { String(cString: $0) } ?? "" }
                let through = view.map { String(cString: $0) }
                return authorizer.allows(action, words[0], words[1], view: through) ? SQLITE_OK : SQLITE_DENY
            }
        sqlite3_set_authorizer(connection, answer, Unmanaged.passUnretained(authorizer).toOpaque())
    }

    private func check(_ statement: OpaquePointer, rest: String) throws {
        guard SQLToken.all(in: rest).allSatisfy({ $0.isSpace || $0.text == ";" }) else {
            throw SQLProblem(.refused, "there is a second statement", hint: "one SELECT, nothing after it")
        }
        guard sqlite3_stmt_readonly(statement) != 0, sqlite3_stmt_isexplain(statement) == 0,
            sqlite3_column_count(statement) > 0
        else { throw SQLProblem(.refused, "only SELECT is allowed here", hint: "write one SELECT") }
    }

    private func bind(_ parameters: [SQLValue], to statement: OpaquePointer) throws {
        guard parameters.count == Int(sqlite3_bind_parameter_count(statement)) else {
            throw SQLProblem(.invalid, "the statement has \(sqlite3_bind_parameter_count(statement)) parameters")
        }
        for (index, value) in parameters.enumerated() { value.bind(to: statement, at: Int32(index + 1)) }
    }

    private func problem(_ code: Int32, _ sql: String) -> SQLProblem {
        if code == SQLITE_INTERRUPT { return SQLProblem(.failed, "stopped after \(limits.timeout)") }
        if let refusal = authorizer.refusal { return refusal }
        let offset = sqlite3_error_offset(connection)
        let named = SQLToken.all(in: sql).map(\.text).filter { words.columns[$0] != nil }
        return SQLComplaint(String(cString: sqlite3_errmsg(connection)), of: sql, tables: Set(named), words: words)
            .problem(offset: offset < 0 ? nil : Int(offset))
    }
}
