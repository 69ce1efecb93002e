import Foundation
import GRDBSQLite
import Model
import Testing

@testable import Store

/// A small vocabulary: one table, one scope.
private let vocabulary = Vocabulary(
    probes: [
        (
            "tls",
            [
                FactTable(
                    "tls_protocol", "Versions.", [.text("protocol", "Name."), .text("answer", "Answer.")])
            ]
        )
    ],
    scopes: [Scope("tls_endpoint", probe: "tls", "Endpoints.")])

private let noon = Timestamp(seconds: 1_795_435_200)

private func database(timeout: Duration = .seconds(2), rows: Int = 1_000) throws -> ReadOnlyDatabase {
    try ReadOnlyDatabase(
        scratch: VocabularySchema.statements(for: vocabulary) + [
            "CREATE TABLE secret (word TEXT)", "INSERT INTO secret VALUES ('x')",
        ],
        rows: [
            ScratchRow(
                "endpoint",
                [
                    "endpoint_id": .integer(1), "body": .text("a"), "name": .text("www.example.org"),
                    "address": .text("192.0.2.1"), "port": .integer(443), "transport": .text("tcp"),
                    "service": .text("https"),
                ]),
            ScratchRow(
                "observation",
                [
                    "endpoint_id": .integer(1), "probe": .text("tls"), "outcome": .text("answered"),
                    "reason": .text(""),
                ]),
            ScratchRow(
                "tls_protocol",
                [
                    "endpoint_id": .integer(1), "probe": .text("tls"), "fact_number": .integer(0),
                    "protocol": .text("TLSv1.0"),
                    "answer": .text("accepted"),
                ]),
        ], words: PublicWords(vocabulary), now: noon,
        limits: ReadingLimits(timeout: timeout, rows: rows, valueBytes: 10_000))
}

private func value(_ expression: String) throws -> SQLValue {
    let database = try database()
    return try database.rows(of: database.prepare("SELECT \(expression) AS value"), limit: 1).rows[0][0]
}

private func problem(_ sql: String) -> SQLProblem? {
    do {
        let database = try database()
        _ = try database.rows(of: database.prepare(sql), limit: 10)
        return nil
    } catch {
        return error as? SQLProblem
    }
}

@Test func `says which tables a statement reads, also behind a view`() throws {
    let query = try database().prepare(
        "SELECT t.endpoint_id, upper(t.answer) AS evidence FROM tls_endpoint JOIN tls_protocol AS t USING (endpoint_id)"
    )
    #expect(query.columns == ["endpoint_id", "evidence"])
    #expect(query.tables == ["tls_endpoint", "endpoint", "observation", "tls_protocol"])
    #expect(query.functions == ["upper"])
}

@Test(arguments: [
    "INSERT INTO tls_protocol VALUES (1, 'tls', 'a', 'b')", "UPDATE endpoint SET body = 'b'",
    "DELETE FROM endpoint", "DROP TABLE endpoint", "CREATE TABLE mine (a)", "CREATE TEMP TABLE mine (a)",
    "ATTACH '/etc/passwd' AS other", "ATTACH ':memory:' AS other", "PRAGMA writable_schema = ON",
    "PRAGMA table_info(endpoint)", "VACUUM INTO '/tmp/copy.sqlite'", "BEGIN", "SAVEPOINT a", "REINDEX", "ANALYZE",
    "SELECT load_extension('x')", "SELECT readfile('/etc/passwd')", "SELECT writefile('/tmp/x', 'y')",
    "SELECT word FROM secret", "SELECT count(*) FROM secret", "SELECT * FROM sqlite_master",
    "SELECT count(*) FROM sqlite_schema", "SELECT * FROM pragma_table_info('endpoint')",
    "SELECT count(*) FROM json_each('[1]')", "SELECT * FROM dbstat", "SELECT rowid FROM tls_protocol",
    "WITH sqlite_master AS (SELECT 1 AS a) SELECT count(*) FROM sqlite_master",
    "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE endpoint", "EXPLAIN SELECT 1",
    "SELECT name FROM endpoint WHERE name LIKE 'w%'", "SELECT name FROM endpoint WHERE name GLOB 'w*'",
    "SELECT date('now')", "SELECT strftime('%s', 'now')", "SELECT CURRENT_TIMESTAMP", "SELECT '{}' ->> 'a'",
    "SELECT json_extract('{}', '$')", "SELECT randomblob(1000000)", "SELECT zeroblob(1000000)",
    "SELECT fts3_tokenizer('simple')", "SELECT sqlite_version()",
])
func `refuses everything but reading public tables`(sql: String) {
    #expect(problem(sql) != nil, "\(sql) was allowed")
}

@Test(arguments: [
    (
        "SELECT protocl FROM tls_protocol", "no such column: \"protocl\" in tls_protocol",
        "did you mean \"protocol\"? 'lagebild schema tls_protocol' lists them all"
    ),
    (
        "SELECT t.protocl FROM tls_protocol AS t", "no such column: \"protocl\" in tls_protocol",
        "did you mean \"protocol\"? 'lagebild schema tls_protocol' lists them all"
    ),
    (
        "SELECT answer FROM tls_protocols", "no such table: \"tls_protocols\"",
        "did you mean \"tls_protocol\"? 'lagebild schema' lists them all"
    ),
    ("SELECT answer FROM nothing_like_it", "no such table: \"nothing_like_it\"", "'lagebild schema' lists them all"),
    ("SELECT word FROM secret", "secret is not a public table", "'lagebild schema' lists them all"),
    ("SELECT daysuntil('x')", "no such function: \"daysuntil\"", "did you mean \"days_until\"?"),
    (
        "SELECT name FROM endpoint WHERE name LIKE 'w%'", "LIKE is not available here",
        "use starts_with, ends_with or contains"
    ),
    (
        "SELECT name FROM endpoint WHERE name = \"www.example.org\"", "no such column: \"www.example.org\"",
        "text stands in single quotes: 'www.example.org'"
    ),
    (
        "SELECT name FROM endpoint WHERE \"nmae\" = 'x'", "no such column: \"nmae\" in endpoint",
        "did you mean \"name\"? 'lagebild schema endpoint' lists them all"
    ),
    (
        "SELECT * FROM pragma_database_list",
        "a table that SQLite makes by itself (pragma_…, json_each, …) is not public",
        "'lagebild schema' lists them all"
    ),
    ("VACUUM INTO 'copy.db'", "only SELECT is allowed here", "write one SELECT"),
    ("DELETE FROM endpoint", "a statement may only read, this one wants to write", "write one SELECT"),
    ("ATTACH 'x' AS y", "a statement may only read, this one wants to open another database", "write one SELECT"),
    (
        "PRAGMA user_version", "a statement may only read, this one wants to change a setting (PRAGMA)",
        "write one SELECT"
    ),
    ("SELECT 1 AS a; SELECT 2", "there is a second statement", "one SELECT, nothing after it"),
    ("", "there is no statement", "write one SELECT"),
    (
        "SELECT name FROM endpoint WHERE name = \"www\"", "no such column: \"www\"",
        "text stands in single quotes: 'www'"
    ),
])
func `says what is wrong and what would be right`(sql: String, message: String, hint: String?) {
    #expect(problem(sql)?.message == message)
    #expect(problem(sql)?.hint == hint)
}

@Test func `names the line of a mistake`() {
    let sql = "SELECT endpoint_id\nFROM tls_protocol\nWHERE anwser = 'accepted'"
    #expect(problem(sql)?.line(in: sql) == 2)
}

@Test func `stops a statement that runs for ever`() throws {
    let database = try database(timeout: .seconds(1))
    let query = try database.prepare(
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS top FROM n")
    #expect(throws: SQLProblem.self) { try database.forEachRow(of: query) { _ in } }
    let again = try database.prepare("SELECT endpoint_id FROM endpoint")
    #expect(try database.rows(of: again, limit: 5).rows == [[.integer(1)]])
}

@Test func `stops at the limits of rows and of a value's size`() throws {
    let database = try database(rows: 5)
    let many = try database.prepare(
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")
    #expect(throws: SQLProblem.self) { try database.forEachRow(of: many) { _ in } }
    #expect(try database.rows(of: many, limit: 3).more)
    let long = (0..<9).map { _ in "replace(" }.joined() + "'a'" + String(repeating: ", 'a', 'aaaaaaaaaa')", count: 9)
    #expect(problem("SELECT \(long) AS long") != nil)
}

@Test func `binds parameters and counts them`() throws {
    let database = try database()
    let query = try database.prepare("SELECT name FROM endpoint WHERE port = ? AND service = ?")
    #expect(
        try database.rows(of: query, [.integer(443), .text("https")], limit: 5).rows == [[.text("www.example.org")]])
    #expect(throws: SQLProblem.self) { try database.rows(of: query, [.integer(443)], limit: 5) }
}

@Test func `allows a common table to be counted`() {
    #expect(problem("WITH mine AS (SELECT endpoint_id FROM endpoint) SELECT count(*) AS n FROM mine") == nil)
}

@Test func `reads a file that another connection writes, and cannot write it`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    var writer: OpaquePointer?
    #expect(sqlite3_open(path, &writer) == SQLITE_OK)
    defer { sqlite3_close(writer) }
    for statement in ["PRAGMA journal_mode = WAL"] + VocabularySchema.statements(for: vocabulary) {
        #expect(sqlite3_exec(writer, statement, nil, nil, nil) == SQLITE_OK)
    }
    let reader = try ReadOnlyDatabase(path: path, words: PublicWords(vocabulary), now: noon)
    let query = try reader.prepare("SELECT count(*) AS n FROM tls_protocol")
    #expect(try reader.rows(of: query, limit: 1).rows == [[.integer(0)]])
    sqlite3_exec(writer, "INSERT INTO tls_protocol VALUES (1, 'tls', 0, 'TLSv1.2', 'accepted')", nil, nil, nil)
    #expect(try reader.rows(of: query, limit: 1).rows == [[.integer(1)]])
}

@Test func `a file that does not exist is not made`() {
    #expect(throws: SQLProblem.self) {
        try ReadOnlyDatabase(path: "/nowhere/at/all.sqlite", words: PublicWords(vocabulary), now: noon)
    }
}

@Test(arguments: [
    ("days_until('2026-11-24T12:00:00Z')", SQLValue.integer(1)),
    ("days_until('2026-11-24T11:59:59Z')", .integer(0)),
    ("days_until('2026-11-23T11:59:59Z')", .integer(-1)),
    ("days_until('2026-11-22T12:00:00Z')", .integer(-1)),
    ("days_until('tomorrow')", .null), ("days_until(NULL)", .null),
    ("days_between('2026-01-01T00:00:00Z', '2027-01-02T00:00:00Z')", .integer(366)),
    ("days_between('2026-01-01T00:00:00Z', 'later')", .null),
    ("version_compare('2.4.9', '2.4.10')", .integer(-1)), ("version_compare('9.2p1', '9.2')", .integer(1)),
    ("version_compare('1.0', '1.0.0')", .integer(0)), ("version_compare('1.0rc1', '1.0')", .integer(-1)),
    ("version_compare('1.0-beta', '1.0.1')", .integer(-1)), ("version_compare('', '1')", .integer(-1)),
    ("version_compare('99999999999999999999999', '9')", .integer(1)),
    ("under_domain('a.example.org', 'Example.ORG.')", .integer(1)),
    ("under_domain('notexample.org', 'example.org')", .integer(0)), ("under_domain('a', '')", .integer(0)),
    ("starts_with('arcfour256', 'arcfour')", .integer(1)), ("starts_with('a', 'ab')", .integer(0)),
    ("ends_with('aes128-cbc', '-cbc')", .integer(1)), ("ends_with('cbc', '-cbc')", .integer(0)),
    ("contains('abc', 'bc')", .integer(1)), ("contains('abc', 'd')", .integer(0)), ("contains('', '')", .integer(1)),
    ("has_version('nginx/1.22.1')", .integer(1)), ("has_version('nginx')", .integer(0)),
    ("has_version('a/b c/')", .integer(0)), ("has_version('Jetty/v9')", .integer(1)),
    ("directive_seconds('max-age=31536000; includeSubDomains', 'max-age')", .integer(31_536_000)),
    ("directive_seconds('includeSubDomains ; Max-Age = \"300\"', 'max-age')", .integer(300)),
    ("directive_seconds('max-age=-1', 'max-age')", .null), ("directive_seconds('max-age', 'max-age')", .null),
    ("directive_seconds('max-agent=5', 'max-age')", .null),
    ("directive_seconds('max-age=99999999999999999999', 'max-age')", .integer(Int.max)),
    ("has_directive('default-src ''self''; Frame-Ancestors ''none''', 'frame-ancestors')", .integer(1)),
    ("has_directive('default-src frame-ancestors', 'frame-ancestors')", .integer(0)),
    ("(SELECT sorted_list(a) FROM (SELECT 'b' AS a UNION ALL SELECT 'a' UNION ALL SELECT 'b'))", .text("a, b")),
    ("(SELECT sorted_list(name) FROM endpoint WHERE port = 1)", .null),
])
func `the project's functions compute what they say`(expression: String, expected: SQLValue) throws {
    #expect(try value(expression) == expected)
}

@Test func `a long list says how many more there are`() {
    let texts = Set((100..<125).map { String($0) })
    #expect(SortedList.joined(texts).hasSuffix("119, ... +5"))
}

@Test func `every project function is registered and documented`() throws {
    let database = try database()
    for function in SQLFunction.project {
        let arguments = function.usage.contains(",") ? "('a', 'b')" : "('a')"
        #expect(throws: Never.self) { try database.prepare("SELECT \(function.name)\(arguments) AS value") }
        #expect(function.usage.hasPrefix("\(function.name)("))
    }
}

@Test func `tokens put together are the statement`() {
    for sql in ["SELECT 'it''s' -- why\n/* and */ <> \"x\" 1.5||a", "'open", "/* open", "SELECT ü"] {
        #expect(SQLToken.all(in: sql).map(\.text).joined() == sql)
    }
}
