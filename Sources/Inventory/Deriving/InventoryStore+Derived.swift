import Model
import Store

extension InventoryStore: DerivingState {
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

    package func replaceDerived(_ table: FactTable, with rows: Set<DerivedRow>) throws {
        try file.replaceDerived(table, with: rows)
    }

    package func workedOut(_ name: String) throws -> String? {
        try file.read { try $0.setting("derived " + name) }
    }

    package func keep(workedOut value: String, as name: String) throws {
        try file.write { try $0.keep(value, as: "derived " + name) }
    }
}
