import Foundation
import Model
import Store

/// Rows of a statement somebody wrote.
package struct QueryAnswer: Sendable {
    package let columns: [String]
    package let rows: [[SQLValue]]
    /// There were more rows than asked for.
    package let isCut: Bool
}

extension Workspace {
    /// Runs one SELECT on a connection that can only read.
    package func query(_ sql: String, rows: Int, seconds: Int) throws -> QueryAnswer {
        try requireDatabase()
        try StoreFile.requireStore(at: databaseFile)
        let database = try ReadOnlyDatabase(
            path: databaseFile, words: PublicVocabulary.words, now: now, dialect: .console,
            limits: ReadingLimits(
                timeout: .seconds(seconds), rows: rows + 1, valueBytes: ReadingLimits.query.valueBytes))
        let query = try database.prepare(sql)
        let answer = try database.rows(of: query, limit: rows)
        return QueryAnswer(columns: query.columns, rows: answer.rows, isCut: answer.more)
    }

    func requireDatabase() throws(PlaceError) {
        guard FileManager.default.fileExists(atPath: databaseFile) else {
            throw .missing("no store at \(databaseFile)", hint: "'lagebild scan' makes it; --db names another place")
        }
    }
}
