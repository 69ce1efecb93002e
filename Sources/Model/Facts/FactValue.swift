/// One typed value of a fact.
package enum FactValue: Sendable, Hashable, Comparable {
    case absent
    case boolean(Bool)
    case integer(Int)
    case text(String)

    package static func < (left: FactValue, right: FactValue) -> Bool { order(left, right) < 0 }

    /// Negative where `left` comes first, 0 where both are the same: rows are sorted by the hundred, so each pair of
    /// values is looked at once.
    static func order(_ left: FactValue, _ right: FactValue) -> Int {
        switch (left, right) {
        case (.boolean(let a), .boolean(let b)): (a ? 1 : 0) - (b ? 1 : 0)
        case (.integer(let a), .integer(let b)): a < b ? -1 : a == b ? 0 : 1
        case (.text(let a), .text(let b)): order(a, b)
        default: left.rank - right.rank
        }
    }

    /// By bytes, as SQLite and JSON sort.
    private static func order(_ left: String, _ right: String) -> Int {
        for (a, b) in zip(left.utf8, right.utf8) where a != b { return Int(a) - Int(b) }
        return left.utf8.count - right.utf8.count
    }

    private var rank: Int {
        switch self {
        case .absent: 0
        case .boolean: 1
        case .integer: 2
        case .text: 3
        }
    }
}

/// The values of one row, in the order of its table's columns.
package struct FactRow: Sendable, Hashable, Comparable {
    package let values: [FactValue]

    package init(_ values: [FactValue]) { self.values = values }

    package static func < (left: FactRow, right: FactRow) -> Bool {
        for (a, b) in zip(left.values, right.values) {
            let order = FactValue.order(a, b)
            if order != 0 { return order < 0 }
        }
        return left.values.count < right.values.count
    }
}
