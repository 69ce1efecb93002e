import Model
import Store

/// One file to import: where it comes from and what it holds.
package struct ImportDraft: Sendable {
    package let source: String
    /// Empty where every row names its own.
    package let body: String
    package let format: String
    package let file: String
    package let sha256: String
    package let day: Day
    package let confidence: String
    package let at: Timestamp
    package let importedBy: String
    package let refused: Int
    /// `body` of each is a body id of the fleet.
    package let rows: [ImportedRow]

    package init(
        source: String, body: String, format: String, file: String, sha256: String, day: Day, confidence: String,
        at: Timestamp, importedBy: String, refused: Int, rows: [ImportedRow]
    ) {
        self.source = source
        self.body = body
        self.format = format
        self.file = file
        self.sha256 = sha256
        self.day = day
        self.confidence = confidence
        self.at = at
        self.importedBy = importedBy
        self.refused = refused
        self.rows = rows
    }
}

/// What an import changes in what is known.
package struct ImportDifference: Sendable, Equatable {
    package struct Change: Sendable, Equatable {
        package let before: ImportedRow
        package let after: ImportedRow
    }

    package let new: [ImportedRow]
    package let gone: [ImportedRow]
    /// The same subject with another version, vendor or the like.
    package let changed: [Change]
    package let unchanged: Int
    /// The current import that is this very file for this body; then nothing changes.
    package let sameAs: String?
    /// The current import of the same source that this one takes the place of.
    package let replaces: String?

    /// Where nothing is known yet.
    package init(new rows: [ImportedRow]) {
        self.init(new: rows, gone: [], changed: [], unchanged: 0, sameAs: nil, replaces: nil)
    }

    init(
        new: [ImportedRow], gone: [ImportedRow], changed: [Change], unchanged: Int, sameAs: String?, replaces: String?
    ) {
        self.new = new
        self.gone = gone
        self.changed = changed
        self.unchanged = unchanged
        self.sameAs = sameAs
        self.replaces = replaces
    }
}

/// An import as `lagebild import list` shows it.
package struct ImportRecord: Sendable, Equatable {
    package enum State: String, Sendable { case current, replaced, undone }

    package let id: String
    package let source: String
    package let body: String
    package let format: String
    package let file: String
    package let sha256: String
    package let day: Day
    package let confidence: String
    package let at: Timestamp
    package let importedBy: String
    package let rows: Int
    package let refused: Int
    package let state: State

    init(_ row: SQLRow) throws {
        guard let day = try row.optionalDay("day") else { throw SQLRow.missing("day") }
        id = try row.text("import_id")
        source = try row.text("source")
        body = try row.text("body")
        format = try row.text("format")
        file = try row.text("file")
        sha256 = try row.text("sha256")
        self.day = day
        confidence = try row.text("confidence")
        at = try row.time("at")
        importedBy = try row.text("imported_by")
        rows = try row.integer("row_count")
        refused = try row.integer("refused")
        state = try row.word("state")
    }
}
