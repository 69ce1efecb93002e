import Cryptography
import Model
import Store

/// What one import changes: rows that stay are not touched, others begin or end with it.
struct ImportHistory {
    let session: StoreSession
    let draft: ImportDraft

    /// Rows to begin and ids of rows to end.
    struct Passage {
        var new: [(row: ImportedRow, digest: [UInt8])] = []
        var gone: [Int] = []
        var unchanged = 0
    }

    func current() throws -> ImportRecord? {
        try session.first(
            "SELECT * FROM import WHERE source = ? AND body = ? AND state = 'current'", draft.source, draft.body,
            as: ImportRecord.init)
    }

    /// The current import of this very file. The file may say something else by another mapping: then it is a newer one.
    func same() throws -> ImportRecord? {
        let record = try session.first(
            "SELECT * FROM import WHERE sha256 = ? AND body = ? AND state = 'current'", draft.sha256, draft.body,
            as: ImportRecord.init)
        guard record?.source == draft.source else { return record }
        let passage = try passage()
        return passage.new.isEmpty && passage.gone.isEmpty ? record : nil
    }

    /// Equal rows are counted, so that a row that stands twice stays twice.
    func passage() throws -> Passage {
        var open: [[UInt8]: [Int]] = [:]
        try session.forEach(
            """
            SELECT row_id, digest FROM h_imported_row WHERE until_import IS NULL AND from_import IN
              (SELECT import_id FROM h_import WHERE source = ? AND body = ? AND undone IS NULL) ORDER BY row_id DESC
            """, draft.source, draft.body
        ) { open[try $0.bytes("digest"), default: []].append(try $0.integer("row_id")) }
        var passage = Passage()
        for row in draft.rows {
            let digest = Self.digest(of: row)
            if open[digest]?.popLast() == nil {
                passage.new.append((row, digest))
            } else {
                passage.unchanged += 1
            }
        }
        passage.gone = open.values.joined().sorted()
        return passage
    }

    func difference(_ passage: Passage) throws -> ImportDifference {
        var gone: [ImportedRow?] = []
        var bySubject: [[String]: [Int]] = [:]
        for id in passage.gone {
            guard let row = try session.first("SELECT * FROM h_imported_row WHERE row_id = ?", id, as: ImportedRow.init)
            else { continue }
            bySubject[row.subject, default: []].append(gone.count)
            gone.append(row)
        }
        var new: [ImportedRow] = []
        var changed: [ImportDifference.Change] = []
        for (row, _) in passage.new {
            if let place = bySubject[row.subject]?.popLast(), let before = gone[place] {
                changed.append(ImportDifference.Change(before: before, after: row))
                gone[place] = nil
            } else {
                new.append(row)
            }
        }
        return ImportDifference(
            new: new, gone: gone.compactMap { $0 }, changed: changed, unchanged: passage.unchanged,
            sameAs: nil, replaces: try current()?.id)
    }

    func record(_ passage: Passage, product: (ImportedRow) -> String?) throws -> Int {
        try session.run(
            """
            INSERT INTO h_import (source, body, format, file, sha256, day, confidence, at, imported_by, row_count, refused)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, draft.source, draft.body, draft.format, draft.file, draft.sha256, draft.day, draft.confidence,
            draft.at, draft.importedBy, draft.rows.count, draft.refused)
        let id = session.lastInsertedID
        for row in passage.gone {
            try session.run("UPDATE h_imported_row SET until_import = ? WHERE row_id = ?", id, row)
        }
        for (row, digest) in passage.new {
            try session.run(
                """
                INSERT INTO h_imported_row (digest, kind, body, host, vendor, name, version, purl, cpe, publisher_id,
                  domain, installed, users, port, severity, cves, place, product, from_import)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, digest, row.kind.rawValue, row.body, row.host, row.vendor, row.name, row.version, row.purl,
                row.cpe,
                row.publisherID, row.domain, row.installed, row.users, row.port, row.severity, row.cves, row.place,
                product(row), id)
        }
        return id
    }

    /// No text holds the separator: readers leave no control characters.
    private static func digest(of row: ImportedRow) -> [UInt8] {
        Array(Digest.sha256(Array(row.content.joined(separator: "\u{1F}").utf8)).prefix(16))
    }
}

extension ImportedRow {
    init(_ row: SQLRow) throws {
        self.init(try row.word("kind"), name: try row.text("name"), place: try row.text("place"))
        body = try row.text("body")
        host = try row.text("host")
        vendor = try row.text("vendor")
        version = try row.text("version")
        purl = try row.text("purl")
        cpe = try row.text("cpe")
        publisherID = try row.text("publisher_id")
        domain = try row.text("domain")
        installed = try row.optionalDay("installed")
        users = try row.optionalInteger("users")
        port = try row.optionalInteger("port")
        severity = try row.text("severity")
        cves = try row.text("cves")
    }
}
