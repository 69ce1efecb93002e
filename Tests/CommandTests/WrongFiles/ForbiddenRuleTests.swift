import Testing

private let write = "a statement may only read, this one wants to write"
private let unknownFunction = "'lagebild schema' lists the functions"

/// What a rule might try, and how it is refused before it ever runs.
private let forbidden = [
    ("INSERT INTO tls_protocol VALUES (1)", write, "write one SELECT"),
    ("INSERT INTO endpoint (port) VALUES (1) RETURNING endpoint_id, 'x' AS evidence", write, "write one SELECT"),
    ("UPDATE endpoint SET port = 1", write, "write one SELECT"),
    ("WITH a AS (SELECT 1) DELETE FROM endpoint", write, "write one SELECT"),
    ("CREATE TABLE kept (a)", write, "write one SELECT"),
    ("DROP TABLE endpoint", write, "write one SELECT"),
    (
        "ATTACH 'other.db' AS other", "a statement may only read, this one wants to open another database",
        "write one SELECT"
    ),
    ("VACUUM INTO 'copy.db'", "only SELECT is allowed here", "write one SELECT"),
    (
        "PRAGMA query_only = OFF", "a statement may only read, this one wants to change a setting (PRAGMA)",
        "write one SELECT"
    ),
    (
        "SELECT seq AS endpoint_id, file AS evidence FROM pragma_database_list",
        "a table that SQLite makes by itself (pragma_…, json_each, …) is not public",
        "'lagebild schema' lists them all"
    ),
    (
        "SELECT endpoint_id, readfile('/etc/passwd') AS evidence FROM endpoint", "no such function: \"readfile\"",
        unknownFunction
    ),
    (
        "SELECT endpoint_id, writefile('x', 'y') AS evidence FROM endpoint", "no such function: \"writefile\"",
        unknownFunction
    ),
    (
        "SELECT endpoint_id, load_extension('x.so') AS evidence FROM endpoint",
        "the function load_extension is not available here", unknownFunction
    ),
    ("CREATE VIRTUAL TABLE f USING fts5(a)", write, "write one SELECT"),
    (
        "SELECT endpoint_id, fts5(1) AS evidence FROM endpoint", "the function fts5 is not available here",
        unknownFunction
    ),
    (
        "SELECT rowid AS endpoint_id, sql AS evidence FROM sqlite_schema", "sqlite_master is not a public table",
        "'lagebild schema' lists them all"
    ),
    (
        "SELECT endpoint_id, evidence FROM h_finding", "no such table: \"h_finding\"",
        "'lagebild schema' lists them all"
    ),
    (
        "SELECT endpoint_id, name AS evidence FROM endpoint; DELETE FROM endpoint", "there is a second statement",
        "one SELECT, nothing after it"
    ),
]

@Test(arguments: forbidden)
func `a rule that writes, opens or reads a file is refused when it is loaded`(
    sql: String, message: String, hint: String
) throws {
    let shell = try Shell.withGoodFiles()
    defer { shell.remove() }
    try shell.write(GoodFiles.pack("own", version: 1), to: "own/pack.yaml")
    try shell.write(GoodFiles.rule("own-old", deviates: sql), to: "own/rule.yaml")
    let answer = try shell.run("lagebild rules test own")
    #expect(answer.lines == ["own/rule.yaml:11:1: error: deviates: \(message)", "hint: \(hint)", "1 error"])
    #expect(answer.status == 78)
    #expect(shell.files == ["fleet.yaml", "own", "rules"])
}
