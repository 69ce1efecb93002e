import GRDBSQLite

/// A statement that was found harmless and makes sense.
package final class PreparedQuery {
    package let columns: [String]
    /// Tables and views it reads, also those behind a view.
    package let tables: Set<String>
    package let functions: Set<String>

    let statement: OpaquePointer
    private let database: ReadOnlyDatabase

    init(
        statement: OpaquePointer, columns: [String], tables: Set<String>, functions: Set<String>,
        database: ReadOnlyDatabase
    ) {
        self.statement = statement
        self.columns = columns
        self.tables = tables
        self.functions = functions
        self.database = database
    }

    deinit { sqlite3_finalize(statement) }
}

/// The row a statement stands at; valid only while it is shown.
package struct CurrentRow {
    let statement: OpaquePointer

    package func integer(_ column: Int) -> Int? { self[column].integer }
    package func text(_ column: Int) -> String? { self[column].text }

    package subscript(_ column: Int) -> SQLValue {
        let index = Int32(clamping: column)
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, index)))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, index))
        case SQLITE_NULL: return .null
        default:
            guard let bytes = sqlite3_column_text(statement, index) else { return .null }
            let count = Int(sqlite3_column_bytes(statement, index))
            return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
        }
    }
}
