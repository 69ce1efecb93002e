import Model

/// The tables and views rules, `query` and reports read: the vocabulary as SQLite statements.
///
/// The same statements make the current state inside the store, the scratch database of a rule's examples and the
/// state as of an earlier run. They hold what is current; history lives in tables of its own.
package enum VocabularySchema {
    /// What stands beside every fact table's own columns.
    package static let common: [FactColumn] = [
        .integer("endpoint_id", "The endpoint the row is about."),
        .text("probe", "The probe that saw it."),
        .integer("fact_number", "Number of the row among those of its endpoint, probe and table, from 0."),
    ]

    package static let endpoint = FactTable(
        "endpoint",
        "Every endpoint the last plan names: an address, port, transport and server name, or a domain name.",
        [
            .integer("endpoint_id", "Key."), .text("body", "Body id of the fleet file."),
            .text("name", "Server name asked for; empty for a bare address."),
            .text("address", "Canonical text; empty for a domain name and for a name without address."),
            .integer("port", "0 for a domain name."), .text("transport", "tcp or dns."),
            .text("service", Service.allCases.map(\.rawValue).joined(separator: ", ") + "."),
        ])

    package static let observation = FactTable(
        "observation", "What was planned and how it went in the last run: one row for each endpoint and probe.",
        [
            .integer("endpoint_id", "The endpoint."), .text("probe", "The probe."),
            .text(
                "outcome",
                "answered, refused, silent, reset, other_protocol, blocked, out_of_scope or failed. Only answered is a measurement."
            ),
            .text("reason", "Why it is a gap; empty when answered."),
        ])

    package static func statements(for vocabulary: Vocabulary) -> [String] {
        [
            table(endpoint, key: "PRIMARY KEY (endpoint_id)"),
            table(observation, key: "PRIMARY KEY (endpoint_id, probe)", options: clustered),
        ]
            + vocabulary.tables.flatMap(factTable) + vocabulary.figures.map { table($0) } + vocabulary.scopes.map(view)
    }

    /// Names of everything `statements` creates, views first: the order in which they can be dropped.
    package static func objects(for vocabulary: Vocabulary) -> [(kind: String, name: String)] {
        vocabulary.scopes.map { ("VIEW", $0.name) }
            + (vocabulary.tables + vocabulary.figures).map { ("TABLE", $0.name) } + [
                ("TABLE", "observation"), ("TABLE", "endpoint"),
            ]
    }

    /// Rows of one endpoint lie side by side: rules group by endpoint without sorting, and what a night changes is written
    /// where the old rows were.
    private static let clustered = "STRICT, WITHOUT ROWID"

    private static func factTable(_ fact: FactTable) -> [String] {
        let shape = FactTable(fact.name, fact.sentence, common + fact.columns)
        return [table(shape, key: "PRIMARY KEY (endpoint_id, probe, fact_number)", options: clustered)]
            + fact.lookups.map { "CREATE INDEX \(fact.name)_by_\($0) ON \(fact.name) (\(quoted($0)))" }
    }

    private static func table(_ table: FactTable, key: String? = nil, options: String = "STRICT") -> String {
        let columns = table.columns.map(definition) + [key].compactMap(\.self)
        return "CREATE TABLE \(table.name) (\(columns.joined(separator: ", "))) \(options)"
    }

    private static func definition(_ column: FactColumn) -> String {
        let type = column.kind == .text ? "TEXT" : "INTEGER"
        let null = column.absence == nil ? " NOT NULL" : ""
        let check = column.kind == .boolean ? " CHECK (\(quoted(column.name)) IN (0, 1))" : ""
        return "\(quoted(column.name)) \(type)\(null)\(check)"
    }

    private static func view(_ scope: Scope) -> String {
        let exception = scope.unless.map { " AND NOT EXISTS (\(facts(that: $0)))" } ?? ""
        return "CREATE VIEW \(scope.name) AS SELECT endpoint.* FROM endpoint \(asked(in: scope))\(exception)"
    }

    /// Selects the endpoints that only the scope's condition leaves out; `nil` where it has none.
    package static func leftOut(of scope: Scope) -> String? {
        scope.unless.map { condition in
            """
            SELECT endpoint.endpoint_id FROM endpoint \(asked(in: scope)) AND EXISTS (\(facts(that: condition))) \
            ORDER BY endpoint.endpoint_id
            """
        }
    }

    private static func asked(in scope: Scope) -> String {
        let services = scope.services.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let condition = services.isEmpty ? "" : " AND endpoint.service IN (\(services))"
        return """
            JOIN observation ON observation.endpoint_id = endpoint.endpoint_id \
            WHERE observation.probe = '\(scope.probe)'\(condition)
            """
    }

    private static func facts(that condition: Scope.Condition) -> String {
        let values = condition.values.map { "'\($0)'" }.joined(separator: ", ")
        return """
            SELECT 1 FROM \(condition.table) AS fact \
            WHERE fact.endpoint_id = endpoint.endpoint_id AND fact.\(quoted(condition.column)) IN (\(values))
            """
    }

    private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
