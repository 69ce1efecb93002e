/// One typed value of a fact.
package enum FactValue: Sendable, Hashable, Comparable {
    case absent
    case boolean(Bool)
    case integer(Int)
    case text(String)

    package static func < (left: FactValue, right: FactValue) -> Bool {
        switch (left, right) {
        case (.boolean(let a), .boolean(let b)): !a && b
        case (.integer(let a), .integer(let b)): a < b
        case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        default: left.rank < right.rank
        }
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
        left.values.lexicographicallyPrecedes(right.values)
    }
}
