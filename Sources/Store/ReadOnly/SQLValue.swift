import Model

/// One value of a result row.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)

    /// Booleans are 0 and 1, as in the vocabulary's tables.
    package init(_ value: FactValue) {
        switch value {
        case .absent: self = .null
        case .boolean(let flag): self = .integer(flag ? 1 : 0)
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        }
    }

    package var integer: Int? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }
}
