/// One row of a fact table as a Swift value. Its stored properties are the table's columns in camelCase.
package protocol Fact: Codable, Equatable, Sendable {
    static var table: FactTable { get }
}

/// What one observation says: rows by table, sorted, so that equal facts are equal values.
package struct Facts: Sendable, Equatable {
    /// Every table the probe declares that has at least one row.
    package private(set) var rows: [String: [FactRow]] = [:]

    package init() {}

    package init(rows: [String: [FactRow]]) {
        self.rows = rows.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
    }

    package init(_ facts: any Fact...) {
        self.init(facts)
    }

    package init(_ facts: [any Fact]) {
        for fact in facts { append(fact) }
        for table in rows.keys { rows[table]?.sort() }
    }

    package mutating func insert(_ fact: some Fact) { insert(contentsOf: [fact]) }

    package mutating func insert<F: Fact>(contentsOf facts: [F]) {
        guard !facts.isEmpty else { return }
        for fact in facts { append(fact) }
        rows[F.table.name]?.sort()
    }

    private mutating func append<F: Fact>(_ fact: F) {
        rows[F.table.name, default: []].append(FactEncoder.row(of: fact, in: F.table))
    }

    package func merging(_ other: Facts) -> Facts {
        Facts(rows: rows.merging(other.rows) { $0 + $1 })
    }

    /// The rows of one table as values; rows that do not fit the type are a fault of the declaration.
    package subscript<F: Fact>(_ type: F.Type) -> [F] {
        (rows[F.table.name] ?? []).map { FactDecoder.fact(F.self, from: $0, in: F.table) }
    }
}
