import Model

/// A document that does not have the shape it should; `path` says where in it.
package struct DocumentError: Error, Sendable, Equatable, CustomStringConvertible {
    package let path: String
    package let message: String

    package init(_ path: String, _ message: String) {
        self.path = path
        self.message = message
    }

    package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

/// Facts as JSON: `{table: [{column: value}]}`, tables sorted by name, rows sorted, an absent value `null`.
package enum FactsDocument {
    package static func json(of facts: Facts, _ vocabulary: Vocabulary) -> JSONValue {
        let tables = facts.rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return .object(
            tables.map { name in
                guard let table = vocabulary.table(name) else { preconditionFailure("no probe declares \(name)") }
                return JSONMember(name, .array((facts.rows[name] ?? []).map { row(of: $0, in: table) }))
            })
    }

    /// Strict: unknown tables and columns, values of the wrong kind and missing ones are errors.
    package static func facts(from json: JSONValue, _ vocabulary: Vocabulary, path: String = "facts") throws -> Facts {
        guard let members = json.members else { throw DocumentError(path, "expected an object of tables") }
        var rows: [String: [FactRow]] = [:]
        for member in members {
            let place = "\(path).\(member.name.excerpt)"
            guard let table = vocabulary.table(member.name) else { throw DocumentError(place, "no such table") }
            guard let items = member.value.items else { throw DocumentError(place, "expected a list of rows") }
            guard rows[table.name] == nil else { throw DocumentError(place, "the table is given twice") }
            rows[table.name] = try items.enumerated().map { index, item in
                try row(from: item, in: table, path: "\(place)[\(index)]")
            }
        }
        return Facts(rows: rows)
    }

    private static func row(of row: FactRow, in table: FactTable) -> JSONValue {
        precondition(row.values.count == table.columns.count, "\(table.name): a row has \(table.columns.count) columns")
        return .object(zip(table.columns, row.values).map { JSONMember($0.name, JSONValue($1)) })
    }

    private static func row(from json: JSONValue, in table: FactTable, path: String) throws -> FactRow {
        guard let members = json.members else { throw DocumentError(path, "expected a row, an object of columns") }
        for member in members where !table.columns.contains(where: { $0.name == member.name }) {
            throw DocumentError(path, "no such column: '\(member.name.excerpt)' in \(table.name)")
        }
        return FactRow(
            try table.columns.map { column in
                let value = try json[column.name].map { try FactValue($0, path: "\(path).\(column.name)") } ?? .absent
                guard column.accepts(value) else {
                    throw DocumentError("\(path).\(column.name)", "expected \(column.kind.rawValue)")
                }
                return value
            })
    }
}

extension JSONValue {
    package init(_ value: FactValue) {
        switch value {
        case .absent: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .string(text)
        }
    }
}

extension FactValue {
    fileprivate init(_ json: JSONValue, path: String) throws {
        switch json {
        case .null: self = .absent
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .string(let text): self = .text(text)
        case .number, .array, .object: throw DocumentError(path, "a value is text, a whole number, true, false or null")
        }
    }
}
