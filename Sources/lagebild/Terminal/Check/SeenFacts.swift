import Model
import Pipeline

/// The facts of one observation by table and column name, as a view reads them.
struct SeenFacts {
    private let facts: Facts

    init(_ facts: Facts) { self.facts = facts }

    var isEmpty: Bool { facts.rows.isEmpty }

    /// In the order of the table's columns; none where nothing was seen.
    func rows(_ table: String) -> [SeenRow] {
        guard let declared = PublicVocabulary.facts.table(table) else { return [] }
        return (facts.rows[table] ?? []).map { SeenRow(declared, $0) }
    }
}

/// One row; a column that is absent reads as empty.
struct SeenRow {
    private let values: [String: FactValue]

    init(_ table: FactTable, _ row: FactRow) {
        values = Dictionary(
            zip(table.columns.map(\.name), row.values).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// Safe to print.
    func text(_ column: String) -> String {
        guard case .text(let text) = values[column] else { return "" }
        return printable(text)
    }

    func int(_ column: String) -> Int? {
        guard case .integer(let number) = values[column] else { return nil }
        return number
    }

    func flag(_ column: String) -> Bool { values[column] == .boolean(true) }
}
