/// Every word rules, `query`, exports and the schema page may use: the fact tables of all probes and the scopes.
package struct Vocabulary: Sendable, Equatable {
    /// Which probe fills which tables. A table may be filled by several probes (`software`).
    package let tables: [FactTable]
    package let probesByTable: [String: [String]]
    package let scopes: [Scope]
    /// Tables about bodies and their cooperation: no probe fills them, no endpoint owns their rows.
    package let figures: [FactTable]

    /// Rejects two different declarations of one name: that would be our own mistake.
    package init(probes: [(probe: String, tables: [FactTable])], scopes: [Scope], figures: [FactTable] = []) {
        var tables: [String: FactTable] = [:]
        var probesByTable: [String: [String]] = [:]
        for (probe, declared) in probes {
            for table in declared {
                precondition(tables[table.name, default: table] == table, "two shapes of \(table.name)")
                tables[table.name] = table
                probesByTable[table.name, default: []].append(probe)
            }
        }
        self.tables = tables.values.sorted { $0.name < $1.name }
        self.probesByTable = probesByTable
        self.scopes = scopes.sorted { $0.name < $1.name }
        self.figures = figures
    }

    package func table(_ name: String) -> FactTable? { tables.first { $0.name == name } }
    package func figure(_ name: String) -> FactTable? { figures.first { $0.name == name } }
    package func scope(_ name: String) -> Scope? { scopes.first { $0.name == name } }
}

/// A view of endpoints that a rule is assessed on: those where the plan asks `probe` and the service is one of `services`.
package struct Scope: Sendable, Equatable {
    package let name: String
    package let sentence: String
    package let probe: String
    /// Empty means: whatever the service.
    package let services: [Service]
    /// Endpoints with such a fact are not in it: there is nothing to assess.
    package let unless: Condition?

    /// A fact table's column with one of these texts.
    package struct Condition: Sendable, Equatable {
        package let table: String
        package let column: String
        package let values: [String]

        package init(_ table: String, _ column: String, in values: [String]) {
            self.table = table
            self.column = column
            self.values = values
        }
    }

    package init(
        _ name: String, probe: String, services: [Service] = [], unless: Condition? = nil, _ sentence: String
    ) {
        self.name = name
        self.probe = probe
        self.services = services
        self.unless = unless
        self.sentence = sentence
    }
}
