import Model
import Store

/// Findings at the end of a run, counted.
package struct FindingCounts: Sendable, Equatable {
    /// What has to be worked on: open, proven, of an active rule, not accepted.
    package var open = 0
    package var excepted = 0
    package var possible = 0
    /// By this run.
    package var opened = 0
    package var closed = 0
    package var worstOpen: Severity?

    package init() {}
}

extension InventoryStore {
    /// Of the last judged run; counted in the store, however many there are.
    package func findingCounts(of run: Run) throws -> FindingCounts {
        try file.read { session in
            var counts = FindingCounts()
            counts.opened = try session.count("SELECT count(*) FROM h_finding WHERE opened_run = ?", run.sequence)
            counts.closed = try session.count("SELECT count(*) FROM h_finding WHERE closed_run = ?", run.sequence)
            try session.forEach(
                """
                SELECT severity, certain, exception IS NOT NULL AND excepted_until >= ? AS excepted, count(*) AS number
                FROM h_finding WHERE closed_run IS NULL AND judged GROUP BY 1, 2, 3
                """, run.started.day
            ) { row in
                let number = try row.integer("number")
                let severity = try row.word("severity", as: Severity.self)
                if try !row.boolean("certain") {
                    counts.possible += number
                } else if try row.boolean("excepted") {
                    counts.excepted += number
                } else {
                    counts.open += number
                    counts.worstOpen = max(counts.worstOpen ?? severity, severity)
                }
            }
            return counts
        }
    }
}
