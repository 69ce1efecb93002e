import Model
import Store

/// Figures about bodies and their cooperation, run after run, in tables no probe fills.
struct FigureHistory {
    let session: StoreSession
    let run: Run
    let table: FactTable

    /// Rows that stay are not touched; others end, and new ones begin. Answers whether any did.
    func record(_ rows: [FactRow]) throws -> Bool {
        let known = try session.rows("SELECT * FROM h_\(table.name) WHERE until_run IS NULL") { row in
            FactRow(table.columns.map { FactValue(row.value($0.name), $0) })
        }
        let isRow = table.columns.map { "\"\($0.name)\" IS ?" }.joined(separator: " AND ")
        let ended = Set(known).subtracting(rows).sorted()
        let begun = Set(rows).subtracting(known).sorted()
        for row in ended {
            try session.run(
                "UPDATE h_\(table.name) SET until_run = ? WHERE until_run IS NULL AND \(isRow)",
                values: [run.sequence] + row.values)
        }
        let places = Array(repeating: "?", count: table.columns.count + 1).joined(separator: ", ")
        for row in begun {
            try session.run(
                "INSERT INTO h_\(table.name) (\(HistoryTables.columns(of: table)), from_run) VALUES (\(places))",
                values: row.values + [run.sequence])
        }
        return !(ended.isEmpty && begun.isEmpty)
    }
}

extension InventoryStore {
    /// The figures a run begins with; what holds is what rules and `query` read.
    package func record(figures: Facts, in run: Run) throws {
        try file.write { session in
            for table in vocabulary.figures {
                let history = FigureHistory(session: session, run: run, table: table)
                guard try history.record(figures.rows[table.name] ?? []) else { continue }
                try session.run("DELETE FROM \(table.name)")
                try current.fill(table, session)
            }
        }
    }
}
