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

    package func replaceDerived(_ table: FactTable, probe: String, with rows: Set<DerivedRow>) throws {
        try file.replaceDerived(table, probe: probe, with: rows)
    }

    package func workedOut(_ name: String) throws -> String? { nil }
    package func keep(workedOut value: String, as name: String) throws {}

    package func close() throws { try file.close() }
}

extension InventoryStore {
    /// Lays out a finished run in a new file at a path where none is yet; the caller removes it. `endpoints`: only these,
    /// with everything that is no derived fact.
    package func state(asOf run: Run, of endpoints: [Int]? = nil, at path: String) throws -> PastState {
        guard run.state == .finished else { throw InventoryError.runNotFinished(run.name) }
        let past = try StoreFile(path: path, migrations: [])
        try past.write { target in
            for statement in VocabularySchema.statements(for: vocabulary) { try target.script(statement) }
            try file.read { source in
                let past = PastRun(run: run, current: current, source: source, target: target)
                if let endpoints { try endpoints.forEach(past.write) } else { try past.write() }
            }
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

    func write() throws { try write(where: "", []) }

    func write(endpoint: Int) throws { try write(where: "endpoint_id = ?", [endpoint]) }

    /// `condition` on the table that is read first, with its arguments.
    private func write(where condition: String, _ arguments: [Int]) throws {
        let values = arguments + [run.sequence, run.sequence]
        try source.forEach(
            """
            SELECT e.*, min(p.service) AS service FROM h_endpoint e JOIN h_plan p ON p.endpoint_id = e.endpoint_id
            WHERE \(condition.isEmpty ? "" : "e.\(condition) AND ")\(HistoryTables.holds("p")) GROUP BY e.endpoint_id
            """, values: values
        ) { row in
            try target.run(
                """
                INSERT INTO endpoint (endpoint_id, body, name, address, port, transport, service)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, try row.integer("endpoint_id"), try row.text("body"), try row.text("server_name"),
                try row.text("address"), try row.integer("port"), try row.text("transport"), try row.text("service"))
        }
        let shelf = DocumentShelf(session: source, reader: current.reader)
        try source.forEach(
            """
            SELECT endpoint_id, probe, outcome, reason, document_id FROM h_observation o
            WHERE \(condition.isEmpty ? "" : "\(condition) AND ")\(HistoryTables.holds("o")) ORDER BY endpoint_id, probe
            """, values: values
        ) { row in
            let (endpointID, probe) = (try row.integer("endpoint_id"), try row.text("probe"))
            try current.replace(
                target, endpointID: endpointID, probe: probe, outcome: row.word("outcome"), reason: row.text("reason"))
            try current.insert(
                target, endpointID: endpointID, probe: probe, facts: shelf.facts(of: row.integer("document_id")))
        }
    }
}
