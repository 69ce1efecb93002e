/// A calendar day, counted from 1970-01-01; written `YYYY-MM-DD`.
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let number: Int

    package init(number: Int) { self.number = number }

    /// Accepts exactly `YYYY-MM-DD` and only days that exist.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Model.number(bytes[0..<4]), let month = Model.number(bytes[5..<7]),
            let day = Model.number(bytes[8..<10]), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard description == text else { return nil }
    }

    /// Days from civil, the proleptic Gregorian calendar.
    package init(year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floored(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.floored(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthShifted = (5 * dayOfYear + 2) / 153
        let month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthShifted + 2) / 5 + 1)
    }

    package var start: Timestamp { Timestamp(seconds: number * 86_400) }

    /// Monday is 1, as in ISO 8601.
    package var weekday: Int { (number + 3) - (number + 3).floored(by: 7) * 7 + 1 }

    /// ISO 8601 calendar week: the week that holds the year's first Thursday is week 1.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = Day(number: number + 4 - weekday)
        let year = thursday.civil.year
        return (year, (thursday.number - Day(year: year, month: 1, day: 1).number) / 7 + 1)
    }

    package var description: String {
        let (year, month, day) = civil
        return "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
