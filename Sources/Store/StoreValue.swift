import Foundation
import GRDB
import Model

/// One value in a statement or a row.
package enum StoreValue: Sendable, Hashable {
    case null
    case integer(Int)
    case text(String)
    case blob([UInt8])

    /// A NUL cannot stand in a text: SQLite's functions stop at it and PostgreSQL refuses it. Hostile banners hold some.
    var bound: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): (text.utf8.contains(0) ? text.withoutNUL : text).databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}

/// What a statement may take as an argument.
package protocol SQLBindable {
    var storeValue: StoreValue { get }
}

extension StoreValue: SQLBindable { package var storeValue: StoreValue { self } }
extension Int: SQLBindable { package var storeValue: StoreValue { .integer(self) } }
extension Bool: SQLBindable { package var storeValue: StoreValue { .integer(self ? 1 : 0) } }
extension String: SQLBindable { package var storeValue: StoreValue { .text(self) } }
extension Timestamp: SQLBindable { package var storeValue: StoreValue { .text(description) } }
extension Day: SQLBindable { package var storeValue: StoreValue { .text(description) } }
extension [UInt8]: SQLBindable { package var storeValue: StoreValue { .blob(self) } }

extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var storeValue: StoreValue { self?.storeValue ?? .null }
}

extension FactValue: SQLBindable {
    package var storeValue: StoreValue {
        switch self {
        case .absent: .null
        case .boolean(let flag): .integer(flag ? 1 : 0)
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        }
    }
}

extension String {
    fileprivate var withoutNUL: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}
