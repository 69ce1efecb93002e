import Model
import Store

/// A program as the current imports name it, once for all hosts that have it.
package struct ImportedSoftware: Sendable, Equatable {
    package let source: String
    /// `certain`, `declared` or `possible`, as the format of the file has it.
    package let confidence: String
    package let body: String
    package let vendor: String
    package let name: String
    package let version: String
    /// The id the catalogue had when it was last asked.
    package let product: String?
    package let purl: String
    package let cpe: String
    package let domain: String
    /// The first in the alphabet; empty where the file names none.
    package let host: String
    package let hosts: Int
    /// State of which day the file is that first brought it.
    package let day: Day?
}

extension InventoryStore {
    package func importedSoftware() throws -> [ImportedSoftware] {
        let columns = [
            "source", "confidence", "body", "vendor", "name", "version", "product", "purl", "cpe", "domain",
        ]
        let key = columns.map { "s.\($0)" }.joined(separator: ", ")
        return try file.read { session in
            try session.rows(
                """
                SELECT \(columns.map { "s.\($0) AS \($0)" }.joined(separator: ", ")),
                  min(s.host) AS host, count(DISTINCT s.host) AS hosts, min(i.day) AS day
                FROM imported_software s JOIN h_import i ON 'I-' || i.import_id = s.import_id
                GROUP BY \(key) ORDER BY \(key)
                """
            ) { row in
                ImportedSoftware(
                    source: try row.text("source"), confidence: try row.text("confidence"),
                    body: try row.text("body"), vendor: try row.text("vendor"), name: try row.text("name"),
                    version: try row.text("version"), product: try row.optionalText("product"),
                    purl: try row.text("purl"), cpe: try row.text("cpe"), domain: try row.text("domain"),
                    host: try row.text("host"), hosts: try row.integer("hosts"),
                    day: try row.optionalDay("day"))
            }
        }
    }
}
