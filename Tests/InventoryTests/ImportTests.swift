import Foundation
import Model
import Store
import Testing

@testable import Inventory

extension ImportedRow {
    static func sample(_ kind: Kind, _ name: String = "Infoma", version: String = "1", host: String = "pc-1") -> Self {
        var row = ImportedRow(kind, name: name, place: "line 2")
        row.body = "a"
        row.host = host
        row.version = version
        return row
    }
}

extension TestStore {
    /// A file with its own digest, unless one is given.
    func draft(
        _ rows: [ImportedRow], sha256: String? = nil, source: String = "csv:list", body: String = "a", day: Int = 1
    ) -> ImportDraft {
        ImportDraft(
            source: source, body: body, format: "csv", file: "list.csv",
            sha256: sha256 ?? rows.map { $0.content.joined() }.joined(), day: Day(year: 2026, month: 11, day: day),
            confidence: "declared", at: Timestamp(seconds: 0), importedBy: "root", refused: 0, rows: rows)
    }

    func importRows(
        _ rows: [ImportedRow], sha256: String? = nil, source: String = "csv:list", body: String = "a", day: Int = 1
    ) throws -> (id: String?, difference: ImportDifference) {
        let draft = draft(rows, sha256: sha256, source: source, body: body, day: day)
        return try store.record(draft, catalogue: "c1") { $0.name == "Infoma" ? "infoma-newsystem" : nil }
    }

    func software(_ columns: String = "name || ' ' || version") throws -> [String] {
        let words = PublicWords(TestVocabulary.vocabulary, others: PublicViews.columns)
        let database = try ReadOnlyDatabase(path: path, words: words, now: Timestamp(seconds: 0))
        let query = try database.prepare("SELECT \(columns) AS line FROM imported_software ORDER BY line")
        return try database.rows(of: query, limit: 1_000).rows.compactMap { row in
            if case .text(let text)? = row.first { text } else { nil }
        }
    }
}

struct ImportTests {
    @Test func `a store from before there were imports opens and takes one`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "older-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "older.db").path
        let migrations = HistoryTables.migrations
        let older = migrations.prefix { $0.name != "7 imports" }
        #expect(
            older.count == 5 && older.last?.name == "5 usage" && Set(migrations.map(\.name)).count == migrations.count)
        try StoreFile(path: path, migrations: Array(older)).close()

        let store = try InventoryStore.open(path: path, vocabulary: TestVocabulary.vocabulary)
        #expect(try store.imports() == [])
        let draft = try TestStore().draft([one])
        #expect(try store.record(draft, catalogue: "c1", product: { _ in nil }).id == "I-1")
        #expect(try store.importedSoftware().map(\.name) == ["Infoma"])
        try store.close()
    }

    private let one = ImportedRow.sample(.software)
    private let two = ImportedRow.sample(.software, "enaio")

    @Test func `the same file twice changes nothing, also under another source`() throws {
        let test = try TestStore()
        #expect(try test.importRows([one, two]).id == "I-1")
        let again = try test.importRows([one, two], source: "csv:other")
        #expect(again.id == nil && again.difference.sameAs == "I-1" && again.difference.unchanged == 2)
        #expect(try test.software() == ["Infoma 1", "enaio 1"])
        #expect(try test.store.imports().count == 1)
    }

    @Test func `the same file read by another mapping takes the place of what it was`() throws {
        let test = try TestStore()
        _ = try test.importRows([one, two], sha256: "same")
        let (id, difference) = try test.importRows([one, .sample(.software, "other")], sha256: "same")
        #expect(id == "I-2" && difference.replaces == "I-1" && difference.unchanged == 1)
        #expect(try test.software() == ["Infoma 1", "other 1"])
    }

    @Test func `a newer file replaces the older one, and what stays is not written again`() throws {
        let test = try TestStore()
        _ = try test.importRows([one, two, .sample(.software, "gone")])
        let newer = [one, .sample(.software, "enaio", version: "2"), .sample(.software, "new")]
        let dry = try test.store.difference(of: test.draft(newer, day: 2))
        let (id, difference) = try test.importRows(newer, day: 2)
        #expect(id == "I-2" && difference == dry && difference.replaces == "I-1")
        #expect(difference.new.map(\.name) == ["new"] && difference.gone.map(\.name) == ["gone"])
        #expect(difference.changed.map(\.before.version) == ["1"] && difference.changed.map(\.after.version) == ["2"])
        #expect(difference.unchanged == 1)
        #expect(try test.software() == ["Infoma 1", "enaio 2", "new 1"])
        #expect(try test.software("import_id") == ["I-1", "I-2", "I-2"])
    }

    @Test func `a row that stands twice stays twice, and loses one when one goes`() throws {
        let test = try TestStore()
        _ = try test.importRows([one, one, two])
        #expect(try test.software() == ["Infoma 1", "Infoma 1", "enaio 1"])
        #expect(try test.importRows([two, one], day: 2).difference.gone.count == 1)
        #expect(try test.software() == ["Infoma 1", "enaio 1"])
    }

    @Test func `other sources and bodies are not touched`() throws {
        let test = try TestStore()
        _ = try test.importRows([one], source: "csv:one")
        _ = try test.importRows([two], source: "csv:two")
        _ = try test.importRows([.sample(.software, "x")], source: "csv:one", body: "b")
        #expect(try test.software() == ["Infoma 1", "enaio 1", "x 1"])
    }

    @Test func `an import is taken back once, the newest first, and what it replaced holds again`() throws {
        let test = try TestStore()
        _ = try test.importRows([one])
        _ = try test.importRows([two], day: 2)
        #expect(throws: InventoryError.importReplaced("I-1", by: "I-2")) {
            try test.store.undoImport("I-1", at: Timestamp(seconds: 1))
        }
        _ = try test.store.undoImport("I-2", at: Timestamp(seconds: 1))
        #expect(try test.software() == ["Infoma 1"])
        #expect(throws: InventoryError.importUndone("I-2")) {
            try test.store.undoImport("I-2", at: Timestamp(seconds: 1))
        }
        #expect(throws: InventoryError.noSuchImport("I-9")) {
            try test.store.undoImport("I-9", at: Timestamp(seconds: 1))
        }
        #expect(try test.store.imports().map(\.state) == [.undone, .current])
        #expect(try test.importRows([two], day: 2).id == "I-3")
        _ = try test.store.undoImport("I-3", at: Timestamp(seconds: 1))
        _ = try test.store.undoImport("I-1", at: Timestamp(seconds: 1))
        #expect(try test.software() == [])
    }

    @Test func `a file of an earlier day is refused and changes nothing`() throws {
        let test = try TestStore()
        _ = try test.importRows([one], day: 2)
        let known = Day(year: 2026, month: 11, day: 2)
        #expect(throws: InventoryError.importOlder(day: Day(number: known.number - 1), than: "I-1", of: known)) {
            try test.importRows([two], day: 1)
        }
        #expect(try test.software() == ["Infoma 1"])
    }

    @Test func `products are found at the import and anew when the catalogue changes`() throws {
        let test = try TestStore()
        _ = try test.importRows([one, two])
        #expect(try test.store.importCatalogue() == "c1")
        #expect(try test.software("product") == ["infoma-newsystem"])
        let changed = try test.store.renormaliseImports(catalogue: "c2") {
            $0.name == "enaio" ? "enaio" : "infoma-newsystem"
        }
        #expect(changed == 1)
        #expect(try test.software("product") == ["enaio", "infoma-newsystem"])
        #expect(try test.store.importCatalogue() == "c2")
    }

    @Test func `what holds again after an undo has the product of the catalogue of today`() throws {
        let test = try TestStore()
        _ = try test.importRows([one, two])
        _ = try test.importRows([one], day: 2)
        _ = try test.store.renormaliseImports(catalogue: "c2") { $0.name.lowercased() }
        _ = try test.store.undoImport("I-2", at: Timestamp(seconds: 1))
        #expect(try test.software("product") == ["enaio", "infoma"])
    }

    @Test func `a program is named once for all hosts that have it`() throws {
        let test = try TestStore()
        let rows = ["pc-2", "pc-1", "pc-1"].map { ImportedRow.sample(.software, host: $0) }
        _ = try test.importRows(rows + [two, .sample(.host, "https")])
        let software = try test.store.importedSoftware()
        #expect(software.map(\.name) == ["Infoma", "enaio"])
        #expect(software.map(\.host) == ["pc-1", "pc-1"] && software.map(\.hosts) == [2, 1])
        #expect(software.map(\.product) == ["infoma-newsystem", nil])
    }
}
