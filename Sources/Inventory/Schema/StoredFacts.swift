import Cryptography
import Documents
import Model
import Store

/// The facts of an observation as canonical bytes, one part for each fact table: equal facts are equal bytes, whatever
/// saw them and when, and a part that many servers share is stored once.
struct StoredFacts {
    /// The rows of one table, `[["TLSv1.3","accepted",""]]`, values in the order of the table's columns.
    struct Part {
        let table: FactTable
        let rows: [FactRow]
        let content: [UInt8]

        var digest: [UInt8] { StoredFacts.digest(Array(table.shape.utf8) + [UInt8(ascii: "\n")] + content) }
    }

    /// Sorted by table.
    let parts: [Part]
    let digest: [UInt8]

    init(_ facts: Facts, vocabulary: Vocabulary) {
        let names = facts.rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        parts = names.map { name in
            guard let table = vocabulary.table(name) else { preconditionFailure("no probe declares \(name)") }
            let rows = facts.rows[name] ?? []
            return Part(table: table, rows: rows, content: FactRowsText.bytes(of: rows))
        }
        var whole: [UInt8] = []
        whole.reserveCapacity(parts.reduce(0) { $0 + $1.content.count + 160 })
        for part in parts {
            whole += part.table.shape.utf8
            whole.append(UInt8(ascii: "\n"))
            whole += part.content
            whole.append(UInt8(ascii: "\n"))
        }
        digest = Self.digest(whole)
    }

    /// The first half of SHA-256: nobody finds two contents with the same 128 bits by chance, and a server that made some on
    /// purpose (2^64 tries) would deceive about itself alone.
    private static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(Digest.sha256(bytes).prefix(16)) }
}

extension FactTable {
    /// Name and columns: what the values of a stored part mean.
    var shape: String { "\(name)(\(columns.map(\.name).joined(separator: ",")))" }
}

/// Rows as a JSON list of lists.
enum FactRowsText {
    static func bytes(of rows: [FactRow]) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for (index, row) in rows.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            for (position, value) in row.values.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                append(value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    private static func append(_ value: FactValue, to bytes: inout [UInt8]) {
        switch value {
        case .absent: bytes += "null".utf8
        case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .text(let text):
            let needsEscape = text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
            if needsEscape {
                bytes += JSONValue.string(text).text(.canonical).utf8
            } else {
                bytes.append(UInt8(ascii: "\""))
                bytes += text.utf8
                bytes.append(UInt8(ascii: "\""))
            }
        }
    }
}

/// Reads stored parts back, whatever vocabulary they were written with.
struct StoredFactsReader: Sendable {
    private let tables: [String: FactTable]

    init(vocabulary: Vocabulary) {
        tables = vocabulary.tables.reduce(into: [:]) { $0[$1.name] = $1 }
    }

    /// Rows of an earlier vocabulary are read as far as today's knows them; a new column is neutral in them. `nil` where
    /// today's has no such table.
    func rows(shape: String, content: [UInt8]) throws -> (table: FactTable, rows: [FactRow])? {
        let words = shape.dropLast().split(separator: "(", maxSplits: 1).map(String.init)
        guard words.count == 2 else { throw SQLRow.missing("a readable shape of facts") }
        guard let table = tables[words[0]] else { return nil }
        let columns = words[1].split(separator: ",").map(String.init)
        let positions = table.columns.map { columns.firstIndex(of: $0.name) }
        let document = try Self.read(String(decoding: content, as: UTF8.self))
        let rows = (document.items ?? []).map { row in
            let values = row.items ?? []
            return FactRow(
                zip(table.columns, positions).map { column, position in
                    value(position.flatMap { values.indices.contains($0) ? values[$0] : nil }, for: column)
                })
        }
        return (table, rows)
    }

    /// A whole observation as stores kept it first: one JSON document.
    func facts(in content: String) throws -> Facts {
        var rows: [String: [FactRow]] = [:]
        for member in try Self.read(content).members ?? [] {
            guard let table = tables[member.name] else { continue }
            rows[member.name] = (member.value.items ?? []).map { row in
                FactRow(table.columns.map { value(row[$0.name], for: $0) })
            }
        }
        return Facts(rows: rows)
    }

    private static func read(_ content: String) throws -> JSONValue {
        do {
            return try JSONValue.read(content, source: "stored document")
        } catch {
            throw SQLRow.missing("a readable document (\(error.message))")
        }
    }

    private func value(_ json: JSONValue?, for column: FactColumn) -> FactValue {
        let value: FactValue =
            switch json {
            case .string(let text): .text(text)
            case .integer(let number): .integer(number)
            case .boolean(let flag): .boolean(flag)
            default: .absent
            }
        return column.accepts(value) ? value : column.neutral
    }
}
