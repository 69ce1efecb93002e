import Model
import Store

/// The tables rules read as they were at the end of a finished run, in a file of their own.
package final class PastState: DerivingState {
    package let run: Run
    private let file: StoreFile

    fileprivate init(run: Run, file: StoreFile) {
        self.run = run
        self.file = file
    }

    package var path: String { file.path }

    package func texts(_ columns: [String], of table: FactTable) throws -> [DerivedRow] {
        try file.derivedTexts(columns, of: table)
    }

    package func count(of column: String, in table: FactTable) throws -> Int {
        try file.derivedCount(of: column, in: table)
    }

    package func replaceDerived(
        _ table: FactTable, probe: String, withKeysOf source: FactTable, column: String, reason: String
    ) throws {
        try file.replaceDerived(table, probe: probe, withKeysOf: source, column: column, reason: reason)
    }

    package func replaceDerived(_ table: FactTable, with rows: Set<DerivedRow>) throws {
        try file.replaceDerived(table, with: rows)
    }

    package func workedOut(_ name: String) throws -> String? { nil }
    package func keep(workedOut value: String, as name: String) throws {}

    package func close() throws { try file.close() }
}

extension InventoryStore {
    /// Lays out a finished run in a new file at a path where none is yet; the caller removes it. `endpoints`: only these,
    /// with everything that follows from them alone, so without derived facts and what other endpoints make sure.
    package func state(asOf run: Run, of endpoints: [Int]? = nil, at path: String) throws -> PastState {
        guard run.state == .finished else { throw InventoryError.runNotFinished(run.name) }
        let past = try StoreFile(path: path, migrations: [])
        try past.write { target in
            for statement in VocabularySchema.statements(for: vocabulary) { try target.script(statement) }
            try file.read { source in
                let past = PastRun(run: run, current: current, source: source, target: target)
                try past.writeFigures()
                if let endpoints { try endpoints.forEach(past.write) } else { try past.write() }
            }
            if endpoints == nil { try SoftwareWeighing(target, vocabulary)?.weighAll() }
        }
        return PastState(run: run, file: past)
    }
}

/// Copies one run's endpoints, outcomes and facts from the history.
private struct PastRun {
    let run: Run
    let current: CurrentState
    let source: StoreSession
    let target: StoreSession
    private let parts = ReadParts()

    init(run: Run, current: CurrentState, source: StoreSession, target: StoreSession) {
        self.run = run
        self.current = current
        self.source = source
        self.target = target
    }

    func write() throws {
        let holds = [run.sequence, run.sequence]
        try source.forEach(
            """
            SELECT e.*, min(p.service) AS service FROM h_endpoint e JOIN h_plan p ON p.endpoint_id = e.endpoint_id
            WHERE \(HistoryTables.holds("p")) GROUP BY e.endpoint_id
            """, values: holds, body: writeEndpoint)
        try source.forEach(
            "SELECT * FROM h_observation o WHERE \(HistoryTables.holds("o")) ORDER BY endpoint_id, probe",
            values: holds, body: writeObservation)
    }

    func writeFigures() throws {
        for table in current.vocabulary.figures {
            let columns = HistoryTables.columns(of: table)
            let places = table.columns.map { _ in "?" }.joined(separator: ", ")
            try source.forEach(
                "SELECT \(columns) FROM h_\(table.name) h WHERE \(HistoryTables.holds("h"))",
                values: [run.sequence, run.sequence]
            ) { row in
                try target.run(
                    "INSERT INTO \(table.name) (\(columns)) VALUES (\(places))",
                    values: table.columns.map { row.value($0.name) })
            }
        }
    }

    /// Open and ended intervals are asked for apart, because each has an index of its own.
    func write(endpoint: Int) throws {
        let run = run.sequence
        try source.forEach(
            """
            SELECT e.*, min(p.service) AS service FROM h_endpoint e JOIN h_plan p ON p.endpoint_id = e.endpoint_id
            WHERE e.endpoint_id = ? AND \(HistoryTables.holds("p")) GROUP BY e.endpoint_id
            """, endpoint, run, run, body: writeEndpoint)
        let interval = "SELECT * FROM h_observation WHERE endpoint_id = ? AND from_run <= ? AND until_run"
        try source.forEach(
            "\(interval) IS NULL UNION ALL \(interval) IS NOT NULL AND until_run > ? ORDER BY probe",
            endpoint, run, endpoint, run, run, body: writeObservation)
    }

    private func writeEndpoint(_ row: SQLRow) throws {
        try target.run(
            """
            INSERT INTO endpoint (endpoint_id, body, name, address, port, transport, service)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, try row.integer("endpoint_id"), try row.text("body"), try row.text("server_name"),
            try row.text("address"), try row.integer("port"), try row.text("transport"), try row.text("service"))
    }

    private func writeObservation(_ row: SQLRow) throws {
        let shelf = DocumentShelf(session: source, reader: current.reader, read: parts)
        let (endpointID, probe) = (try row.integer("endpoint_id"), try row.text("probe"))
        try current.replace(
            target, endpointID: endpointID, probe: probe, outcome: row.word("outcome"), reason: row.text("reason"))
        try current.insert(
            target, endpointID: endpointID, probe: probe, facts: shelf.facts(of: row.integer("document_id")))
    }
}
