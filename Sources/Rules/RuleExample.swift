import Documents
import Model
import Store

/// A made-up endpoint, what was seen there, and what the rule has to say.
package struct RuleExample: Sendable {
    package let name: String
    package let now: Timestamp
    /// Columns of `endpoint` that differ from the usual.
    package let endpoint: [String: SQLValue]
    /// Outcome and reason by probe, where it was not answered.
    package let gaps: [String: Gap]
    package let facts: [Row]
    package let verdict: Verdict
    package let place: Place

    /// Why a probe said nothing.
    package struct Gap: Sendable, Equatable {
        package let outcome: Outcome
        package let reason: String
    }

    /// A row of a fact table, complete.
    package struct Row: Sendable {
        package let table: FactTable
        package let probe: String
        package let values: [FactValue]
    }

    /// Noon of an ordinary Monday.
    package static let usualNow = Timestamp(seconds: 1_795_435_200)
}
