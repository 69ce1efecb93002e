import Cryptography
import Foundation
import Model

/// The facts of an observation as one canonical text: equal facts are equal bytes, whatever saw them and when.
///
/// `{"table":[{"column":value,…},…],…}`, tables and columns in the order of their names, rows sorted, no white space.
struct FactsDocument: Sendable {
    let content: String
    let sha256: [UInt8]

    init(_ facts: Facts, layout: FactsLayout) {
        content = layout.text(of: facts)
        sha256 = Digest.sha256(Array(content.utf8))
    }
}

/// The way between facts and their document, for one vocabulary.
struct FactsLayout: Sendable {
    private struct Column {
        let position: Int
        /// `"name":`, ready to be written.
        let key: String
    }

    private let tables: [String: FactTable]
    private let columns: [String: [Column]]

    init(vocabulary: Vocabulary) {
        var tables: [String: FactTable] = [:]
        var columns: [String: [Column]] = [:]
        for table in vocabulary.tables {
            tables[table.name] = table
            columns[table.name] = table.columns.enumerated().sorted { $0.element.name < $1.element.name }
                .map { Column(position: $0.offset, key: "\"\($0.element.name)\":") }
        }
        self.tables = tables
        self.columns = columns
    }

    /// Facts of a table the vocabulary does not know are our own mistake.
    func text(of facts: Facts) -> String {
        var text = CanonicalText()
        text.list("{", facts.rows.keys.sorted(), "}") { text, name in
            guard let columns = columns[name] else { preconditionFailure("the vocabulary has no table \(name)") }
            text.append("\"\(name)\":")
            text.list("[", facts.rows[name] ?? [], "]") { text, row in
                text.list("{", columns, "}") { text, column in
                    text.append(column.key)
                    text.append(row.values[column.position])
                }
            }
        }
        return text.text
    }

    /// Facts of an earlier vocabulary are read as far as today's knows them; a new column is neutral in them.
    func facts(in content: String) throws -> Facts {
        let document = try JSONDecoder().decode([String: [[String: StoredValue]]].self, from: Data(content.utf8))
        var rows: [String: [FactRow]] = [:]
        for (name, stored) in document {
            guard let table = tables[name] else { continue }
            rows[name] = stored.map { row in FactRow(table.columns.map { row[$0.name].value(for: $0) }) }
        }
        return Facts(rows: rows)
    }
}

/// A value as it stands in a stored document.
private enum StoredValue: Decodable {
    case known(FactValue)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .known(.absent)
        } else if let flag = try? container.decode(Bool.self) {
            self = .known(.boolean(flag))
        } else if let number = try? container.decode(Int.self) {
            self = .known(.integer(number))
        } else {
            self = .known(.text(try container.decode(String.self)))
        }
    }
}

extension StoredValue? {
    fileprivate func value(for column: FactColumn) -> FactValue {
        guard case .known(let value) = self, column.accepts(value) else { return column.neutral }
        return value
    }
}

/// JSON text as it grows; only what a document of facts needs.
private struct CanonicalText {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ plain: String) { bytes.append(contentsOf: plain.utf8) }

    mutating func append(_ value: FactValue) {
        switch value {
        case .absent: append("null")
        case .boolean(let flag): append(flag ? "true" : "false")
        case .integer(let number): append(String(number))
        case .text(let text): appendQuoted(text)
        }
    }

    mutating func list<T>(_ open: String, _ items: [T], _ close: String, _ write: (inout CanonicalText, T) -> Void) {
        append(open)
        for (index, item) in items.enumerated() {
            if index > 0 { append(",") }
            write(&self, item)
        }
        append(close)
    }

    /// Quote, backslash and control characters are escaped, nothing else (RFC 8785 writes strings this way).
    private mutating func appendQuoted(_ text: String) {
        append("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0..<0x20: append("\\u00\([byte].hex)")
            default: bytes.append(byte)
            }
        }
        append("\"")
    }
}
