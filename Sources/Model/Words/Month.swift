/// A calendar month; written `YYYY-MM`.
package struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Months since year 0.
    private let number: Int

    private init(number: Int) { self.number = number }

    package init(of day: Day) { number = day.civil.year * 12 + day.civil.month - 1 }

    package func adding(_ months: Int) -> Month { Month(number: number + months) }

    package var first: Day {
        Day(year: number.floored(by: 12), month: number - number.floored(by: 12) * 12 + 1, day: 1)
    }
    package var last: Day { Day(number: adding(1).first.number - 1) }

    package func months(until other: Month) -> Int { other.number - number }

    package var description: String { String(first.description.prefix(7)) }

    package static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}

extension Day {
    /// The same day of another month, at most its last.
    package func adding(months: Int) -> Day {
        let month = Month(of: self).adding(months)
        return min(Day(number: month.first.number + civil.day - 1), month.last)
    }
}
