import Foundation
import GRDB
import Model

/// One row while it is read. A value of another type than asked for is a damaged store, never a trap.
package struct SQLRow {
    let row: Row

    /// A column that is missing or holds something else than expected.
    package struct Mismatch: Error, CustomStringConvertible {
        let column: String
        let expected: String
        package var description: String { "column \(column) does not hold \(expected)" }
    }

    /// For a row another one refers to that is not there.
    package static func missing(_ what: String) -> any Error { Mismatch(column: what, expected: "anything") }

    package func value(_ column: String) -> StoreValue {
        guard let value = row[column] as DatabaseValue? else { return .null }
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(Int(number))
        case .double: return .null
        case .string(let text): return .text(text)
        case .blob(let data): return .blob(Array(data))
        }
    }

    package func integer(_ column: String) throws -> Int {
        guard case .integer(let number) = value(column) else { throw Mismatch(column: column, expected: "an integer") }
        return number
    }

    package func text(_ column: String) throws -> String {
        guard case .text(let text) = value(column) else { throw Mismatch(column: column, expected: "text") }
        return text
    }

    package func bytes(_ column: String) throws -> [UInt8] {
        guard case .blob(let bytes) = value(column) else { throw Mismatch(column: column, expected: "bytes") }
        return bytes
    }

    package func boolean(_ column: String) throws -> Bool { try integer(column) != 0 }

    package func optionalInteger(_ column: String) throws -> Int? {
        value(column) == .null ? nil : try integer(column)
    }

    package func optionalText(_ column: String) throws -> String? { value(column) == .null ? nil : try text(column) }

    /// A value of a closed set of words.
    package func word<W: RawRepresentable<String>>(_ column: String, as type: W.Type = W.self) throws -> W {
        guard let word = W(rawValue: try text(column)) else {
            throw Mismatch(column: column, expected: "a word of \(W.self)")
        }
        return word
    }

    package func time(_ column: String) throws -> Timestamp {
        guard let time = Timestamp(rfc3339: try text(column)) else {
            throw Mismatch(column: column, expected: "a time")
        }
        return time
    }

    package func optionalTime(_ column: String) throws -> Timestamp? {
        value(column) == .null ? nil : try time(column)
    }

    package func optionalDay(_ column: String) throws -> Day? {
        guard value(column) != .null else { return nil }
        guard let day = Day(try text(column)) else { throw Mismatch(column: column, expected: "a day") }
        return day
    }

    /// All columns in order, for dumps and comparisons.
    package var values: [(column: String, value: StoreValue)] { row.columnNames.map { ($0, value($0)) } }
}
