import Cryptography
import Model
import Store

/// The vocabulary's tables inside the store: what the last run saw, for rules, `query` and reports.
///
/// Everything here follows from the history and can be dropped and made anew at any time.
struct CurrentState: Sendable {
    private let statements: [String]
    private let tablesByProbe: [String: [CurrentTable]]
    /// Of everything rules read: equal where the tables are.
    let shape: String
    let vocabulary: Vocabulary
    let reader: StoredFactsReader

    private static let shapeSetting = "vocabulary"
    /// Names of tables that hold history, or belong to GRDB and SQLite.
    private static let lasting = ["h_", "grdb_", "sqlite_"]

    init(vocabulary: Vocabulary) {
        statements = VocabularySchema.statements(for: vocabulary) + PublicViewDefinitions.statements
        shape = Digest.sha256(Array(statements.joined(separator: ";\n").utf8)).hex
        self.vocabulary = vocabulary
        reader = StoredFactsReader(vocabulary: vocabulary)
        var tablesByProbe: [String: [CurrentTable]] = [:]
        for table in vocabulary.tables {
            for probe in vocabulary.probesByTable[table.name] ?? [] {
                tablesByProbe[probe, default: []].append(CurrentTable(table))
            }
        }
        self.tablesByProbe = tablesByProbe
    }

    /// Whether the tables in the file have the shape of this vocabulary.
    func fits(_ session: StoreSession) throws -> Bool {
        try session.setting(Self.shapeSetting) == shape
    }

    func rebuild(_ session: StoreSession) throws {
        if try fits(session) { return }
        try dropAll(session)
        for statement in statements { try session.script(statement) }
        try session.script(
            """
            INSERT INTO endpoint (endpoint_id, body, name, address, port, transport, service)
              SELECT e.endpoint_id, e.body, e.server_name, e.address, e.port, e.transport, min(p.service)
              FROM h_endpoint e JOIN h_plan p ON p.endpoint_id = e.endpoint_id AND p.until_run IS NULL
              GROUP BY e.endpoint_id;
            INSERT INTO observation (endpoint_id, probe, outcome, reason)
              SELECT endpoint_id, probe, outcome, reason FROM h_observation WHERE until_run IS NULL
            """)
        for table in vocabulary.figures { try fill(table, session) }
        try refill(session)
        try SoftwareWeighing(session, vocabulary)?.weighAll()
        try session.keep(shape, as: Self.shapeSetting)
    }

    /// A table of figures with what holds now.
    func fill(_ table: FactTable, _ session: StoreSession) throws {
        let columns = HistoryTables.columns(of: table)
        try session.run(
            "INSERT INTO \(table.name) (\(columns)) SELECT \(columns) FROM h_\(table.name) WHERE until_run IS NULL")
    }

    /// How one endpoint and probe went replaces what stood there.
    func replace(_ session: StoreSession, endpointID: Int, probe: String, outcome: Outcome, reason: String) throws {
        try session.run(
            """
            INSERT INTO observation (endpoint_id, probe, outcome, reason) VALUES (?, ?, ?, ?)
            ON CONFLICT (endpoint_id, probe) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason
            """, endpointID, probe, outcome.rawValue, reason)
    }

    /// The facts of one endpoint and probe replace what stood there: only tables whose part is another one are written.
    /// `before` are the parts known until now; `nil`: none.
    func replace(
        _ session: StoreSession, endpointID: Int, probe: String, facts: [(part: StoredFacts.Part, id: Int)],
        before: [Int]?
    ) throws {
        let known = Set(before ?? [])
        let parts = facts.reduce(into: [String: (rows: [FactRow], id: Int)]()) {
            $0[$1.part.table.name] = ($1.part.rows, $1.id)
        }
        for table in tablesByProbe[probe] ?? [] {
            let part = parts[table.name]
            if let part, known.contains(part.id) { continue }
            let rows = part?.rows ?? []
            if before == nil {
                try table.insert(session, endpointID: endpointID, probe: probe, rows: rows)
            } else {
                try table.replace(session, endpointID: endpointID, probe: probe, rows: rows)
            }
        }
    }

    /// The facts of one endpoint and probe where none stood.
    func insert(_ session: StoreSession, endpointID: Int, probe: String, facts: Facts) throws {
        for table in tablesByProbe[probe] ?? [] {
            try table.insert(session, endpointID: endpointID, probe: probe, rows: facts.rows[table.name] ?? [])
        }
    }

    func remove(_ session: StoreSession, endpointID: Int, probe: String) throws {
        try session.run("DELETE FROM observation WHERE endpoint_id = ? AND probe = ?", endpointID, probe)
        for table in tablesByProbe[probe] ?? [] {
            try table.clear(session, endpointID: endpointID, probe: probe)
        }
    }

    private func refill(_ session: StoreSession) throws {
        let shelf = DocumentShelf(session: session, reader: reader)
        try DocumentConversion(shelf: shelf, vocabulary: vocabulary).run()
        try session.forEach(
            "SELECT endpoint_id, probe, document_id FROM h_observation WHERE until_run IS NULL ORDER BY endpoint_id"
        ) { row in
            try insert(
                session, endpointID: row.integer("endpoint_id"), probe: row.text("probe"),
                facts: shelf.facts(of: row.integer("document_id")))
        }
    }

    private func dropAll(_ session: StoreSession) throws {
        let objects = try session.rows(
            "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY type DESC, name"
        ) { (type: try $0.text("type"), name: try $0.text("name")) }
        for object in objects where !Self.lasting.contains(where: object.name.hasPrefix) {
            let name = object.name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            try session.script("DROP \(object.type == "view" ? "VIEW" : "TABLE") \"\(name)\"")
        }
    }
}

/// One fact table's statements.
private struct CurrentTable: Sendable {
    let name: String
    private let deletion: String
    private let insertion: String
    private let replacement: String

    init(_ table: FactTable) {
        name = table.name
        let columns = (VocabularySchema.common + table.columns).map { "\"\($0.name)\"" }
        let places = columns.map { _ in "?" }
        deletion = "DELETE FROM \(name) WHERE endpoint_id = ? AND probe = ?"
        insertion =
            "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places.joined(separator: ", ")))"
        let own = columns.dropFirst(VocabularySchema.common.count).map { "\($0) = excluded.\($0)" }
        replacement =
            "\(insertion) ON CONFLICT (endpoint_id, probe, fact_number) DO UPDATE SET \(own.joined(separator: ", "))"
    }

    func clear(_ session: StoreSession, endpointID: Int, probe: String) throws {
        try session.run(deletion, endpointID, probe)
    }

    /// Row by row where one stood: a row of the same length is written in its place, and pages need not be split.
    func replace(_ session: StoreSession, endpointID: Int, probe: String, rows: [FactRow]) throws {
        for (number, row) in rows.enumerated() {
            try session.run(replacement, values: [endpointID, probe, number] + row.values)
        }
        try session.run("\(deletion) AND fact_number >= ?", endpointID, probe, rows.count)
    }

    func insert(_ session: StoreSession, endpointID: Int, probe: String, rows: [FactRow]) throws {
        for (number, row) in rows.enumerated() {
            try session.run(insertion, values: [endpointID, probe, number] + row.values)
        }
    }
}
