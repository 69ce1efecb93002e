import Model
import Store

/// Where the facts of observations are kept: documents by hash, each a list of parts by hash.
struct DocumentShelf {
    let session: StoreSession
    let reader: StoredFactsReader
    /// For whoever reads many documents: most of their parts are the same.
    var read: ReadParts?

    /// A document and its parts; the position in `parts` is that of the facts' parts.
    struct Shelved {
        let documentID: Int
        let parts: [Int]
    }

    /// The document of these facts, written where it was not there yet. `before`: the parts of what was seen there last,
    /// on which new ones may rest.
    func shelve(_ facts: StoredFacts, after before: [Int] = []) throws -> Shelved {
        let parts = try facts.parts.map { try shelve($0, after: before) }
        let known = try session.first("SELECT document_id FROM h_document_key WHERE sha256 = ?", facts.digest) {
            try $0.integer("document_id")
        }
        if let known { return Shelved(documentID: known, parts: parts) }
        try session.run("INSERT INTO h_document (part_list) VALUES (?)", PartList(parts).bytes)
        let documentID = session.lastInsertedID
        try session.run("INSERT INTO h_document_key VALUES (?, ?)", facts.digest, documentID)
        return Shelved(documentID: documentID, parts: parts)
    }

    /// What stands in a document.
    func facts(of documentID: Int) throws -> Facts {
        var rows: [String: [FactRow]] = [:]
        for part in try parts(of: documentID) {
            if let (table, read) = try self.rows(ofPart: part) { rows[table.name] = read }
        }
        return Facts(rows: rows)
    }

    /// The rows of one table in a document.
    func rows(of table: String, in documentID: Int) throws -> [FactRow] {
        for part in try parts(of: documentID) where try self.part(part).shape.hasPrefix("\(table)(") {
            return try rows(ofPart: part)?.rows ?? []
        }
        return []
    }

    func parts(of documentID: Int) throws -> [Int] {
        let list = try session.first(
            "SELECT parts, part_list FROM h_document WHERE document_id = ?", documentID, as: PartList.init)
        guard let list else { throw SQLRow.missing("document \(documentID)") }
        return list.numbers
    }

    func rows(ofPart part: Int) throws -> (table: FactTable, rows: [FactRow])? {
        if let known = read?[part] { return known }
        let stored = try self.part(part)
        let rows = try reader.rows(shape: stored.shape, content: HexRuns.unpacked(content(of: stored)))
        read?[part] = rows
        return rows
    }

    /// As stored: `base` is the part it was made small against.
    private struct StoredPart {
        let id: Int
        let shape: String
        let size: Int
        let content: [UInt8]
        let base: Int?
    }

    private func part(_ id: Int) throws -> StoredPart {
        let stored = try session.first(
            """
            SELECT s.shape, p.size, p.content, p.base_part_id
            FROM h_part p JOIN h_shape s ON s.shape_id = p.shape_id WHERE part_id = ?
            """, id
        ) {
            StoredPart(
                id: id, shape: try $0.text("shape"), size: try $0.integer("size"), content: try $0.bytes("content"),
                base: try $0.optionalInteger("base_part_id"))
        }
        guard let stored else { throw SQLRow.missing("part \(id)") }
        return stored
    }

    /// Packed.
    private func content(of part: StoredPart) throws -> [UInt8] {
        var base: [UInt8] = []
        if let number = part.base { base = try content(of: self.part(number)) }
        do {
            return try Deflate.whole(part.content, size: part.size, after: base)
        } catch {
            throw SQLRow.missing("readable facts in part \(part.id) (\(error))")
        }
    }

    private func shelve(_ part: StoredFacts.Part, after before: [Int]) throws -> Int {
        let digest = part.digest
        let known = try session.first("SELECT part_id FROM h_part_key WHERE digest = ?", digest) {
            try $0.integer("part_id")
        }
        if let known { return known }
        let packed = HexRuns.packed(part.content)
        var content = Deflate.compressed(packed)
        var base: Int?
        if let former = try self.base(for: part, among: before) {
            let small = Deflate.compressed(packed, after: try self.content(of: former))
            if small.count < content.count { (content, base) = (small, former.id) }
        }
        try session.run(
            "INSERT INTO h_part (shape_id, size, content, base_part_id) VALUES (?, ?, ?, ?)",
            shape(of: part.table), packed.count, content, base)
        let partID = session.lastInsertedID
        try session.run("INSERT INTO h_part_key VALUES (?, ?)", digest, partID)
        return partID
    }

    /// The same table's part of what was seen before, or what that rests on: nothing rests on more than one.
    private func base(for part: StoredFacts.Part, among before: [Int]) throws -> StoredPart? {
        for id in before {
            let former = try self.part(id)
            guard former.shape == part.table.shape else { continue }
            guard let base = former.base else { return former }
            return try self.part(base)
        }
        return nil
    }

    private func shape(of table: FactTable) throws -> Int {
        let known = try session.first("SELECT shape_id FROM h_shape WHERE shape = ?", table.shape) {
            try $0.integer("shape_id")
        }
        if let known { return known }
        try session.run("INSERT INTO h_shape (name, shape) VALUES (?, ?)", table.name, table.shape)
        return session.lastInsertedID
    }
}

/// Parts that were read lately, within bounds.
final class ReadParts {
    private static let most = 4_096
    private var rows: [Int: (table: FactTable, rows: [FactRow])] = [:]

    subscript(part: Int) -> (table: FactTable, rows: [FactRow])? {
        get { rows[part] }
        set {
            if rows.count >= Self.most { rows.removeAll(keepingCapacity: true) }
            rows[part] = newValue
        }
    }
}

/// Documents of stores that kept each observation whole are taken apart; what they say stays the same.
struct DocumentConversion {
    let shelf: DocumentShelf
    let vocabulary: Vocabulary

    func run() throws {
        let session = shelf.session
        let old = try session.rows("SELECT document_id FROM h_document WHERE parts IS NULL AND part_list IS NULL") {
            try $0.integer("document_id")
        }
        for id in old {
            let content = try session.first("SELECT content FROM h_document WHERE document_id = ?", id) {
                try $0.text("content")
            }
            let facts = StoredFacts(try shelf.reader.facts(in: content ?? "{}"), vocabulary: vocabulary)
            let shelved = try shelf.shelve(facts)
            try session.run("UPDATE h_observation SET document_id = ? WHERE document_id = ?", shelved.documentID, id)
            try session.run("DELETE FROM h_document_key WHERE document_id = ?", id)
            try session.run("DELETE FROM h_document WHERE document_id = ?", id)
        }
    }
}
