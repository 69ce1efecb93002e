import Model
import Store

/// Where the facts of observations are kept: documents by hash, each a list of parts by hash.
struct DocumentShelf {
    let session: StoreSession
    let reader: StoredFactsReader

    /// A document and its parts; the position in `parts` is that of the facts' parts.
    struct Shelved {
        let documentID: Int
        let parts: [Int]
    }

    /// The document of these facts, written where it was not there yet.
    func shelve(_ facts: StoredFacts) throws -> Shelved {
        let parts = try facts.parts.map(shelve)
        let known = try session.first("SELECT document_id FROM h_document WHERE sha256 = ?", facts.digest) {
            try $0.integer("document_id")
        }
        if let known { return Shelved(documentID: known, parts: parts) }
        try session.run(
            "INSERT INTO h_document (sha256, content, parts) VALUES (?, '', ?)", facts.digest, Self.list(parts))
        return Shelved(documentID: session.lastInsertedID, parts: parts)
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
        let part = try session.first(
            """
            SELECT p.part_id FROM h_document d JOIN json_each(d.parts) j JOIN h_part p ON p.part_id = j.value
            JOIN h_shape s ON s.shape_id = p.shape_id WHERE d.document_id = ? AND s.name = ?
            """, documentID, table
        ) { try $0.integer("part_id") }
        return try part.flatMap(rows(ofPart:))?.rows ?? []
    }

    func parts(of documentID: Int) throws -> [Int] {
        let list = try session.first("SELECT parts FROM h_document WHERE document_id = ?", documentID) {
            try $0.text("parts")
        }
        guard let list else { throw SQLRow.missing("document \(documentID)") }
        return Self.numbers(in: list)
    }

    func rows(ofPart part: Int) throws -> (table: FactTable, rows: [FactRow])? {
        let stored = try session.first(
            "SELECT s.shape, p.size, p.content FROM h_part p JOIN h_shape s ON s.shape_id = p.shape_id WHERE part_id = ?",
            part
        ) { (try $0.text("shape"), try $0.bytes("content"), try $0.integer("size")) }
        guard let (shape, content, size) = stored else { throw SQLRow.missing("part \(part)") }
        do {
            return try reader.rows(shape: shape, content: Deflate.whole(content, size: size))
        } catch let damage as Deflate.Damage {
            throw SQLRow.missing("readable facts in part \(part) (\(damage))")
        }
    }

    static func numbers(in list: String) -> [Int] {
        list.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) }
    }

    private static func list(_ parts: [Int]) -> String { "[\(parts.map(String.init).joined(separator: ","))]" }

    private func shelve(_ part: StoredFacts.Part) throws -> Int {
        let digest = part.digest
        let known = try session.first("SELECT part_id FROM h_part WHERE digest = ?", digest) {
            try $0.integer("part_id")
        }
        if let known { return known }
        try session.run(
            "INSERT INTO h_part (digest, shape_id, size, content) VALUES (?, ?, ?, ?)",
            digest, shape(of: part.table), part.content.count, Deflate.compressed(part.content))
        return session.lastInsertedID
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

/// Documents of stores that kept each observation whole are taken apart; what they say stays the same.
struct DocumentConversion {
    let shelf: DocumentShelf
    let vocabulary: Vocabulary

    func run() throws {
        let session = shelf.session
        let old = try session.rows("SELECT document_id FROM h_document WHERE parts IS NULL") {
            try $0.integer("document_id")
        }
        for id in old {
            let content = try session.first("SELECT content FROM h_document WHERE document_id = ?", id) {
                try $0.text("content")
            }
            let facts = StoredFacts(try shelf.reader.facts(in: content ?? "{}"), vocabulary: vocabulary)
            let shelved = try shelf.shelve(facts)
            try session.run("UPDATE h_observation SET document_id = ? WHERE document_id = ?", shelved.documentID, id)
            try session.run("DELETE FROM h_document WHERE document_id = ?", id)
        }
    }
}
