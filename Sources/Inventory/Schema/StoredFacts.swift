import Cryptography
import Documents
import Model
import Store

/// The facts of an observation as one canonical text: equal facts are equal bytes, whatever saw them and when.
struct StoredFacts: Sendable {
    let content: String
    let sha256: [UInt8]

    init(_ facts: Facts, vocabulary: Vocabulary) {
        content = FactsDocument.json(of: facts, vocabulary).text(.canonical)
        sha256 = Digest.sha256(Array(content.utf8))
    }
}

/// Reads stored facts back, whatever vocabulary they were written with.
struct StoredFactsReader: Sendable {
    private let tables: [String: FactTable]

    init(vocabulary: Vocabulary) {
        tables = vocabulary.tables.reduce(into: [:]) { $0[$1.name] = $1 }
    }

    /// Facts of an earlier vocabulary are read as far as today's knows them; a new column is neutral in them.
    func facts(in content: String) throws -> Facts {
        let document = try Self.read(content)
        var rows: [String: [FactRow]] = [:]
        for member in document.members ?? [] {
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
