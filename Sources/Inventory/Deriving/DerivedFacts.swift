import Model
import Store

/// A row that no probe saw: it follows from the facts of all endpoints together.
package struct DerivedRow: Hashable, Sendable {
    package let endpointID: Int
    /// Of the facts it follows from.
    package let probe: String
    /// In the order of the table's columns, which all hold text.
    package let values: [String]

    package init(endpointID: Int, probe: String, values: [String]) {
        self.endpointID = endpointID
        self.probe = probe
        self.values = values
    }
}

/// Where rules find their facts: the store's current state, or the state as of an earlier run.
///
/// Derived facts stand there beside those of probes, so that rules read them alike. They are no history: whoever judges
/// works them out anew first, and what an endpoint that is gone had a part in is gone with it.
package protocol DerivingState {
    /// Text columns of the rows of a fact table.
    func texts(_ columns: [String], of table: FactTable) throws -> [DerivedRow]
    /// Makes these the table's rows. Nothing is written where nothing changed.
    func replaceDerived(_ table: FactTable, with rows: Set<DerivedRow>) throws
    /// How many different texts a column holds.
    func count(of column: String, in table: FactTable) throws -> Int
    /// Makes the table say the same of each different text of another table's column at each endpoint; its columns are
    /// that text and the reason. Only what differs is written, so a million of them cost nothing where they stay.
    func replaceDerived(
        _ table: FactTable, probe: String, withKeysOf source: FactTable, column: String, reason: String) throws
    /// What was worked out last with this name, to save the work where its input is the same.
    func workedOut(_ name: String) throws -> String?
    func keep(workedOut value: String, as name: String) throws
}

extension StoreFile {
    func derivedTexts(_ columns: [String], of table: FactTable) throws -> [DerivedRow] {
        try read { session in
            try session.rows("SELECT * FROM \(table.name) ORDER BY endpoint_id") { row in
                DerivedRow(
                    endpointID: try row.integer("endpoint_id"), probe: try row.text("probe"),
                    values: try columns.map(row.text))
            }
        }
    }

    func derivedCount(of column: String, in table: FactTable) throws -> Int {
        try read { session in try session.count("SELECT count(DISTINCT \(column)) FROM \(table.name)") }
    }

    func replaceDerived(
        _ table: FactTable, probe: String, withKeysOf source: FactTable, column: String, reason: String
    ) throws {
        let columns = table.columns.map { "\"\($0.name)\"" }
        try write { session in
            try session.run(
                """
                DELETE FROM \(table.name) WHERE \(columns[1]) <> ? OR NOT EXISTS (SELECT 1 FROM \(source.name) AS s
                WHERE s.endpoint_id = \(table.name).endpoint_id AND s.\(column) = \(table.name).\(columns[0]))
                """, reason)
            try session.run(
                """
                INSERT INTO \(table.name) (endpoint_id, probe, fact_number, \(columns.joined(separator: ", ")))
                SELECT endpoint_id, ?, row_number() OVER (PARTITION BY endpoint_id ORDER BY \(column)) - 1
                  + (SELECT coalesce(max(fact_number) + 1, 0) FROM \(table.name) AS t WHERE t.endpoint_id = s.endpoint_id),
                  \(column), ?
                FROM (SELECT DISTINCT endpoint_id, \(column) FROM \(source.name)) AS s
                WHERE NOT EXISTS (SELECT 1 FROM \(table.name) AS t
                  WHERE t.endpoint_id = s.endpoint_id AND t.\(columns[0]) = s.\(column))
                """, probe, reason)
        }
    }

    func replaceDerived(_ table: FactTable, with rows: Set<DerivedRow>) throws {
        let known = try derivedTexts(table.columns.map(\.name), of: table)
        guard Set(known) != rows || known.count != rows.count else { return }
        let columns = (["endpoint_id", "probe", "fact_number"] + table.columns.map(\.name)).map { "\"\($0)\"" }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try write { session in
            try session.run("DELETE FROM \(table.name)")
            let sorted = rows.sorted { ($0.endpointID, $0.values.joined()) < ($1.endpointID, $1.values.joined()) }
            for (number, row) in sorted.enumerated() {
                let values: [any SQLBindable] = [row.endpointID, row.probe, number] + row.values
                try session.run(
                    "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(places))", values: values)
            }
        }
    }
}
