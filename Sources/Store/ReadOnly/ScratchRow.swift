import GRDBSQLite

/// A row for a scratch database, by column.
package struct ScratchRow: Sendable {
    package let table: String
    package let values: [String: SQLValue]

    package init(_ table: String, _ values: [String: SQLValue]) {
        self.table = table
        self.values = values
    }

    func insert(into connection: OpaquePointer) throws {
        let columns = values.keys.sorted()
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        var statement: OpaquePointer?
        let sql = "INSERT INTO \"\(table)\" (\(names)) VALUES (\(marks))"
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw SQLProblem(.failed, String(cString: sqlite3_errmsg(connection)))
        }
        defer { sqlite3_finalize(statement) }
        for (index, column) in columns.enumerated() {
            (values[column] ?? .null).bind(to: statement, at: Int32(clamping: index + 1))
        }
        guard sqlite3_step(statement) == SQLITE_DONE else {
            throw SQLProblem(.failed, "\(table): \(String(cString: sqlite3_errmsg(connection)))")
        }
    }
}

extension SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) {
        switch self {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .text(let text):
            sqlite3_bind_text(statement, index, text, Int32(clamping: text.utf8.count), SortedList.transient)
        }
    }
}
