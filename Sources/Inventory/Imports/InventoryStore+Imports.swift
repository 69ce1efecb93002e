import Model
import Store

extension InventoryStore {
    /// What importing would change; writes nothing.
    package func difference(of draft: ImportDraft) throws -> ImportDifference {
        try file.read { session in
            let history = ImportHistory(session: session, draft: draft)
            if let same = try history.same() { return .none(draft, sameAs: same.id) }
            try requireNewer(history)
            return try history.difference(history.passage())
        }
    }

    /// Imports a file; `product` answers the id in the catalogue of that digest. Without an id nothing changed: the file is known.
    package func record(
        _ draft: ImportDraft, catalogue: String, product: (ImportedRow) -> String?
    ) throws -> (id: String?, difference: ImportDifference) {
        try file.write { session in
            let history = ImportHistory(session: session, draft: draft)
            if let same = try history.same() { return (nil, .none(draft, sameAs: same.id)) }
            try requireNewer(history)
            let passage = try history.passage()
            let difference = try history.difference(passage)
            try session.keep(catalogue, as: catalogueSetting)
            return ("I-\(try history.record(passage, product: product))", difference)
        }
    }

    private func requireNewer(_ history: ImportHistory) throws {
        guard let current = try history.current(), current.day > history.draft.day else { return }
        throw InventoryError.importOlder(day: history.draft.day, than: current.id, of: current.day)
    }

    /// Every import, the newest first.
    package func imports() throws -> [ImportRecord] {
        try file.read { session in
            try session.rows("SELECT * FROM import ORDER BY cast(substr(import_id, 3) AS INTEGER) DESC") {
                try ImportRecord($0)
            }
        }
    }

    /// Takes an import back: what it brought goes, what it ended holds again. Only the newest of its source can be.
    package func undoImport(_ id: String, at time: Timestamp) throws -> ImportRecord {
        try file.write { session in
            let number = id.hasPrefix("I-") ? Int(id.dropFirst(2)) : nil
            let found = try session.first("SELECT * FROM import WHERE import_id = ?", id, as: ImportRecord.init)
            guard let number, let record = found else { throw InventoryError.noSuchImport(id) }
            switch record.state {
            case .current: break
            case .undone: throw InventoryError.importUndone(id)
            case .replaced:
                let later = try session.first(
                    "SELECT import_id FROM import WHERE source = ? AND body = ? AND state = 'current'", record.source,
                    record.body
                ) { try $0.text("import_id") }
                throw InventoryError.importReplaced(id, by: later ?? "a later one")
            }
            try session.run("DELETE FROM h_imported_row WHERE from_import = ?", number)
            try session.run("UPDATE h_imported_row SET until_import = NULL WHERE until_import = ?", number)
            try session.run("UPDATE h_import SET undone = ? WHERE import_id = ?", time, number)
            return record
        }
    }

    /// The catalogue by which products were found last; `nil` before the first import.
    package func importCatalogue() throws -> String? {
        try file.read { try $0.setting(catalogueSetting) }
    }

    /// Finds the product of every row anew, of those too that would hold again after an undo; answers how many changed.
    package func renormaliseImports(catalogue: String, product: (ImportedRow) -> String?) throws -> Int {
        try file.write { session in
            var changes: [(id: Int, product: String?)] = []
            try session.forEach("SELECT * FROM h_imported_row WHERE kind = 'software'") { row in
                let found = product(try ImportedRow(row))
                if try row.optionalText("product") != found { changes.append((try row.integer("row_id"), found)) }
            }
            for change in changes {
                try session.run("UPDATE h_imported_row SET product = ? WHERE row_id = ?", change.product, change.id)
            }
            try session.keep(catalogue, as: catalogueSetting)
            return changes.count
        }
    }
}

private let catalogueSetting = "import_catalogue"

extension ImportDifference {
    fileprivate static func none(_ draft: ImportDraft, sameAs id: String) -> ImportDifference {
        ImportDifference(new: [], gone: [], changed: [], unchanged: draft.rows.count, sameAs: id, replaces: nil)
    }
}
