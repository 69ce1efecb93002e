import Model
import Store

/// How many findings were open at the end of a run, by body.
package struct FindingTrend: Sendable, Equatable {
    package struct Count: Sendable, Equatable {
        package var open = 0
        /// Of these, critical or high.
        package var urgent = 0

        package init(open: Int = 0, urgent: Int = 0) {
            self.open = open
            self.urgent = urgent
        }
    }

    package let run: RunMoment
    /// Bodies without an open finding have no entry.
    package let bodies: [String: Count]

    package var overall: Count {
        bodies.values.reduce(into: Count()) {
            $0.open += $1.open
            $0.urgent += $1.urgent
        }
    }
}

/// How long findings took to be fixed.
package struct FixingTime: Sendable, Equatable {
    /// Below this many cases a median says more about single people than about a body.
    package static let leastCases = 5

    package let medianDays: Int
    package let cases: Int

    fileprivate init?(_ days: [Int]) {
        guard days.count >= Self.leastCases else { return nil }
        medianDays = days.sorted()[(days.count - 1) / 2]
        cases = days.count
    }
}

/// Over all bodies and for each; only where there are enough cases.
package struct FixingTimes: Sendable, Equatable {
    package let overall: FixingTime?
    package let bodies: [String: FixingTime]
}

extension InventoryStore {
    /// Every judged run since a moment, oldest first. Like everywhere, what a valid exception covers does not count.
    package func findingTrend(since time: Timestamp) throws -> [FindingTrend] {
        try file.read { session in
            var open: [Int: (body: String, urgent: Bool)] = [:]
            var lives: [Int: FindingLife] = [:]
            var changes = try Self.changes(session)[...]
            return try session.rows("SELECT * FROM h_run WHERE judged IS NOT NULL ORDER BY run_id", as: Run.init)
                .compactMap { run in
                    while let change = changes.first, change.run <= run.sequence {
                        lives[change.finding, default: FindingLife()].take(change.kind)
                        let counts = lives[change.finding]?.counts == true
                        open[change.finding] = counts ? (change.body, change.urgent) : nil
                        changes.removeFirst()
                    }
                    guard run.started >= time else { return nil }
                    return FindingTrend(
                        run: RunMoment(name: run.name, started: run.started), bodies: Self.count(open.values))
                }
        }
    }

    /// Median days from first seen to fixed, of findings fixed since a moment and still fixed.
    package func fixingTimes(since time: Timestamp) throws -> FixingTimes {
        try file.read { session in
            let cases = try session.rows(
                """
                SELECT e.body, o.started AS opened, c.started AS closed FROM h_finding f
                JOIN h_endpoint e ON e.endpoint_id = f.endpoint_id JOIN h_run o ON o.run_id = f.opened_run
                JOIN h_run c ON c.run_id = f.closed_run WHERE c.started >= ?
                """, time
            ) { (body: try $0.text("body"), days: try $0.time("closed").day.number - $0.time("opened").day.number) }
            let bodies = Dictionary(grouping: cases, by: \.body).compactMapValues { FixingTime($0.map(\.days)) }
            return FixingTimes(overall: FixingTime(cases.map(\.days)), bodies: bodies)
        }
    }

    private struct Change {
        let finding: Int
        let run: Int
        let kind: FindingEventKind
        let body: String
        let urgent: Bool
    }

    private static func changes(_ session: StoreSession) throws -> [Change] {
        try session.rows(
            """
            SELECT v.finding_id, v.run_id, v.kind, f.severity, e.body FROM h_finding_event v
            JOIN h_finding f ON f.finding_id = v.finding_id JOIN h_endpoint e ON e.endpoint_id = f.endpoint_id
            ORDER BY v.run_id, v.event_id
            """
        ) { row in
            Change(
                finding: try row.integer("finding_id"), run: try row.integer("run_id"),
                kind: try row.word("kind"), body: try row.text("body"),
                urgent: try row.word("severity", as: Severity.self).isUrgent)
        }
    }

    private static func count(_ open: some Sequence<(body: String, urgent: Bool)>) -> [String: FindingTrend.Count] {
        open.reduce(into: [:]) { bodies, finding in
            bodies[finding.body, default: FindingTrend.Count()].open += 1
            if finding.urgent { bodies[finding.body]?.urgent += 1 }
        }
    }
}
