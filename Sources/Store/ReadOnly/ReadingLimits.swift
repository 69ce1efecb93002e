/// How much one statement may cost.
package struct ReadingLimits: Sendable {
    package let timeout: Duration
    package let rows: Int
    /// Of one value and of one row.
    package let valueBytes: Int

    package init(timeout: Duration, rows: Int, valueBytes: Int) {
        self.timeout = timeout
        self.rows = rows
        self.valueBytes = valueBytes
    }

    /// A rule over a million endpoints takes seconds.
    package static let rule = ReadingLimits(timeout: .seconds(120), rows: 20_000_000, valueBytes: 1_000_000)
    /// A person is waiting.
    package static let query = ReadingLimits(timeout: .seconds(30), rows: 1_000_000, valueBytes: 10_000_000)
    /// A rule's example has a handful of rows.
    package static let example = ReadingLimits(timeout: .seconds(2), rows: 10_000, valueBytes: 100_000)
}
