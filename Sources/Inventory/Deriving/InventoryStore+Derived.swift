import Model
import Store

/// A row that no probe saw: it follows from the current facts of all endpoints together.
package struct DerivedRow: Hashable, Sendable {
    package let endpointID: Int
    /// In the order of the table's columns, which all hold text.
    package let values: [String]

    package init(endpointID: Int, values: [String]) {
        self.endpointID = endpointID
        self.values = values
    }
}

/// Derived facts stand in the current state beside those of probes, so that rules read them alike. They are no history:
/// whoever judges works them out anew first, and what an endpoint that is gone had a part in is gone with it.
extension InventoryStore {
    /// Text columns of the current rows of a fact table.
    package func texts(_ columns: [String], of table: FactTable) throws -> [DerivedRow] {
        try file.read { session in
            try session.rows("SELECT * FROM \(table.name) ORDER BY endpoint_id") { row in
                DerivedRow(endpointID: try row.integer("endpoint_id"), values: try columns.map(row.text))
            }
        }
    }

    /// Makes these the table's rows. Nothing is written where nothing changed.
    package func replaceDerived(_ table: FactTable, probe: String, with rows: Set<DerivedRow>) throws {
        let known = try texts(table.columns.map(\.name), of: table)
        guard Set(known) != rows || known.count != rows.count else { return }
        let columns = (["endpoint_id", "probe", "fact_number"] + table.columns.map(\.name)).map { "\"\($0)\"" }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try file.write { session in
            try session.run("DELETE FROM \(table.name)")
            let sorted = rows.sorted { ($0.endpointID, $0.values.joined()) < ($1.endpointID, $1.values.joined()) }
            for (number, row) in sorted.enumerated() {
                let values: [any SQLBindable] = [row.endpointID, probe, number] + row.values
                try session.run(
                    "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(places))", values: values)
            }
        }
    }

    /// What was worked out last with this name, to save the work where its input is the same.
    package func workedOut(_ name: String) throws -> String? {
        try file.read { session in
            try session.first("SELECT value FROM h_setting WHERE name = ?", "derived " + name) { try $0.text("value") }
        }
    }

    package func keep(workedOut value: String, as name: String) throws {
        try file.write { session in
            try session.run(
                "INSERT INTO h_setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                "derived " + name, value)
        }
    }
}
