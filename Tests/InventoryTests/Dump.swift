import Inventory
import Store

/// Every row of the named tables as text, without times: how two stores are compared.
enum Dump {
    static let history = [
        "h_run", "h_body", "h_endpoint", "h_plan", "h_observation", "h_document", "h_document_key", "h_part",
        "h_part_key", "h_journal", "h_rule",
        "h_tally",
        "h_verdict", "h_rule_number", "h_saying", "h_finding", "h_finding_event", "h_exception",
    ]
    private static let times = ["started", "finished", "judged", "seen", "seen_at"]

    static func history(of path: String) throws -> [String] { try tables(history, of: path) }

    static func tables(_ names: [String], of path: String) throws -> [String] {
        let file = try StoreFile(path: path, migrations: [], create: false)
        let rows = try file.read { session in
            try names.flatMap { name in
                try session.rows("SELECT * FROM \(name)") { row in
                    row.values.filter { !times.contains($0.column) }.map { "\(name).\($0.column)=\($0.value)" }
                        .joined(separator: " ")
                }.sorted()
            }
        }
        try file.close()
        return rows
    }

    static func count(_ sql: String, of path: String) throws -> Int {
        let file = try StoreFile(path: path, migrations: [], create: false)
        let count = try file.read { try $0.count(sql) }
        try file.close()
        return count
    }
}
