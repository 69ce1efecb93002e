import GRDB

/// Statements inside one transaction. Statements are prepared once and kept: SQL is constant text, values are arguments.
package struct StoreSession {
    let database: Database

    package func run(_ sql: String, _ values: any SQLBindable...) throws { try run(sql, values: values) }

    package func run(_ sql: String, values: [any SQLBindable]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments(values))
    }

    package func rows<T>(_ sql: String, _ values: any SQLBindable..., as value: (SQLRow) throws -> T) throws -> [T] {
        var result: [T] = []
        try forEach(sql, values: values) { result.append(try value($0)) }
        return result
    }

    package func first<T>(_ sql: String, _ values: any SQLBindable..., as value: (SQLRow) throws -> T) throws -> T? {
        try first(sql, values: values, as: value)
    }

    package func first<T>(_ sql: String, values: [any SQLBindable], as value: (SQLRow) throws -> T) throws -> T? {
        let statement = try database.cachedStatement(sql: sql)
        guard let row = try Row.fetchOne(statement, arguments: arguments(values)) else { return nil }
        return try value(SQLRow(row: row))
    }

    package func forEach(_ sql: String, _ values: any SQLBindable..., body: (SQLRow) throws -> Void) throws {
        try forEach(sql, values: values, body: body)
    }

    /// The first column of the first row; for counts and existence.
    package func count(_ sql: String, _ values: any SQLBindable...) throws -> Int {
        let statement = try database.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: arguments(values)) ?? 0
    }

    /// Statements without arguments, one after the other: migrations, tables, views.
    package func script(_ sql: String) throws { try database.execute(sql: sql) }

    package var lastInsertedID: Int { Int(database.lastInsertedRowID) }

    package func forEach(_ sql: String, values: [any SQLBindable], body: (SQLRow) throws -> Void) throws {
        let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments(values))
        while let row = try cursor.next() { try body(SQLRow(row: row)) }
    }

    private func arguments(_ values: [any SQLBindable]) -> StatementArguments {
        StatementArguments(values.map(\.storeValue.bound))
    }
}
