import Cryptography
import Documents
import Foundation
import Imports
import Inventory
import Model

extension Workspace {
    /// Reads one file of another tool into the inventory, or says what that would change.
    package func importFile(_ request: ImportRequest) throws -> ImportOutcome {
        let mapping = try request.mapping.map(ColumnMapping.read) ?? ColumnMapping()
        if let body = request.body { try requireBodies([body]) }
        let read = try readImport(request, mapping)
        let finder = try ProductFinder(software)
        let draft = read.draft
        let (id, difference) =
            request.isDryRun
            ? (nil, try wouldChange(draft))
            : try withInventory(creating: true) { inventory in
                try inventory.lock()
                try followCatalogue(in: inventory)
                return try inventory.record(draft, catalogue: finder.catalogueSHA256, product: finder.product)
            }
        return ImportOutcome(
            id: id, draft: draft, difference: difference, refusals: read.refusals,
            recognition: Recognition(of: draft.rows, finder, seekingAlike: draft.confidence == "declared"))
    }

    package func imports() throws -> [ImportRecord] { try withInventory { try $0.imports() } }

    package func undoImport(_ id: String) throws -> ImportRecord {
        try withInventory { inventory in
            try inventory.lock()
            return try inventory.undoImport(id, at: now)
        }
    }

    /// Finds the products of all imported rows anew; answers how many rows changed.
    package func renormaliseImports() throws -> Int {
        let finder = try ProductFinder(software)
        return try withInventory { inventory in
            try inventory.lock()
            return try inventory.renormaliseImports(catalogue: finder.catalogueSHA256, product: finder.product)
        }
    }

    /// Finds the products of imported rows anew where the catalogue has changed since.
    func followCatalogue(in inventory: InventoryStore) throws {
        guard let known = try inventory.importCatalogue() else { return }
        let finder = try ProductFinder(software)
        guard known != finder.catalogueSHA256 else { return }
        _ = try inventory.renormaliseImports(catalogue: finder.catalogueSHA256, product: finder.product)
    }

    /// Where there is no store yet, everything is new, and none is made.
    private func wouldChange(_ draft: ImportDraft) throws -> ImportDifference {
        guard FileManager.default.fileExists(atPath: databaseFile) else { return ImportDifference(new: draft.rows) }
        return try withInventory { try $0.difference(of: draft) }
    }

    private func readImport(
        _ request: ImportRequest, _ mapping: ColumnMapping
    ) throws -> (draft: ImportDraft, refusals: [Diagnostic]) {
        let bytes: [UInt8]
        let reading: ImportReading
        do {
            bytes = try RegularFile.bytes(of: request.file, most: ImportLimits().bytes)
            reading = try ImportReading.read(bytes, file: request.file, as: request.format, mapping: mapping)
        } catch let diagnostic as Diagnostic {
            throw UnreadableImport(reason: diagnostic, refusals: [])
        }
        var rows = ImportedBodies(fleet: fleet, body: request.body, file: request.file)
        for row in reading.rows { rows.take(row) }
        let refusals = reading.refusals + rows.refusals
        let refused = reading.refused + rows.refused
        try require(!rows.rows.isEmpty, "no row could be read", request.file, refusals)
        try require(
            !request.isStrict || refused == 0,
            "refused \(refused) of \(refused + rows.rows.count) rows; --strict takes all or none",
            request.file, refusals)
        let name = URL(filePath: request.file).lastPathComponent
        let draft = ImportDraft(
            source: request.source ?? ImportSource(reading, file: name).name,
            body: rows.usesFallback ? request.body ?? "" : "",
            format: reading.format.rawValue, file: name, sha256: Digest.sha256(bytes).hex, day: request.day ?? now.day,
            confidence: reading.format.confidence, at: now, importedBy: request.importedBy, refused: refused,
            rows: rows.rows)
        return (draft, refusals)
    }

    private func require(_ holds: Bool, _ message: String, _ file: String, _ refusals: [Diagnostic]) throws {
        guard !holds else { return }
        let place = Place(file: file, line: 1, column: 1)
        throw UnreadableImport(
            reason: Diagnostic(at: place, message, hint: "mend the rows named above, or the mapping file"),
            refusals: refusals)
    }
}

/// Gives every row the body it is about: the one the file names, else the one the operator named.
private struct ImportedBodies {
    private let fallback: String?
    private let file: String
    private var ids: [String: String] = [:]
    private(set) var rows: [ImportedRow] = []
    private(set) var refusals: [Diagnostic] = []
    private(set) var refused = 0
    /// Some row names no body of its own.
    private(set) var usesFallback = false

    init(fleet: Fleet, body: String?, file: String) {
        fallback = body
        self.file = file
        for body in fleet.bodies {
            for name in [body.id, body.name, body.ags, body.ars].compactMap({ $0 }) { ids[name.lowercased()] = body.id }
        }
    }

    mutating func take(_ row: ImportedRow) {
        var row = row
        if let id = row.body.isEmpty ? fallback : ids[row.body.lowercased()] {
            if row.body.isEmpty { usesFallback = true }
            row.body = id
            return rows.append(row)
        }
        refused += 1
        guard refusals.count < ImportLimits().refusals else { return }
        let message =
            row.body.isEmpty ? "the row names no body" : "'\(row.body.excerpt)' is no body of the fleet file"
        // Lines and rows are named with their number, places in JSON with a pointer.
        let line = row.place.split(separator: " ").last.flatMap { Int($0) } ?? 1
        refusals.append(
            Diagnostic(
                at: Place(file: file, line: line, column: 1), "\(row.place): \(message)",
                hint: row.body.isEmpty ? "name it with --body" : nil))
    }
}
