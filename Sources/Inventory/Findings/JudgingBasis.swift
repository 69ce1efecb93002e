import Model
import Store

/// What a judgement may rest on: the one before, and the endpoints of which something changed since.
package struct JudgingBasis: Sendable {
    /// The run that was judged last.
    package let before: Run
    /// Endpoints whose plan or observations are others since then, ascending.
    package let changed: [Int]
    /// Rules that asked the same and gave an answer then.
    package let rules: Set<String>
}

extension InventoryStore {
    /// The most of all endpoints that may have changed: beyond that it is less work to judge all.
    private static let mostChanged = 0.2

    /// `nil` where everything must be judged: nothing was judged before, too much changed, another version judged, or the
    /// run was judged already.
    package func basis(for run: Run, rules: [RuleText]) throws -> JudgingBasis? {
        try file.read { session in
            guard run.judged == nil, let last = try session.judgedRun(before: run) else { return nil }
            let before = try session.run(sequence: last)
            guard before.toolVersion == run.toolVersion, try session.isKeptJudged(before, shape: current.shape) else {
                return nil
            }
            let changed = try session.changedEndpoints(since: before)
            let all = try session.count("SELECT count(*) FROM endpoint")
            guard Double(changed.count) <= Double(all) * Self.mostChanged else { return nil }
            return JudgingBasis(
                before: before, changed: changed, rules: try session.rulesAskingTheSame(as: rules, at: before))
        }
    }
}

extension StoreSession {
    private static let judgedSetting = "judged"

    /// Remembers which run was judged last, and over which tables.
    func keepJudged(_ run: Run, shape: String) throws {
        try keep("\(run.sequence) \(shape)", as: Self.judgedSetting)
    }

    fileprivate func isKeptJudged(_ run: Run, shape: String) throws -> Bool {
        try setting(Self.judgedSetting) == "\(run.sequence) \(shape)"
    }

    func judgedRun(before run: Run) throws -> Int? {
        try first(
            "SELECT max(run_id) AS previous FROM h_run WHERE judged IS NOT NULL AND run_id < ?", run.sequence
        ) { try $0.optionalInteger("previous") } ?? nil
    }

    fileprivate func changedEndpoints(since run: Run) throws -> [Int] {
        let changed = "WHERE from_run > ? OR until_run > ?"
        let number = run.sequence
        return try rows(
            """
            SELECT endpoint_id FROM h_plan \(changed) UNION SELECT endpoint_id FROM h_observation \(changed)
            ORDER BY endpoint_id
            """, number, number, number, number
        ) { try $0.integer("endpoint_id") }
    }

    /// With the same severity and status, which findings carry.
    fileprivate func rulesAskingTheSame(as rules: [RuleText], at run: Run) throws -> Set<String> {
        let counted = Set(
            try rows("SELECT rule FROM h_tally WHERE until_run IS NULL AND error = ''") { try $0.text("rule") })
        var same: Set<String> = []
        for rule in rules where counted.contains(rule.id) {
            let known = try count(
                """
                SELECT count(*) FROM h_rule WHERE rule = ? AND status = ? AND severity = ? AND question = ?
                AND until_run IS NULL AND from_run <= ?
                """, rule.id, rule.status.rawValue, rule.severity.rawValue, rule.question, run.sequence)
            if known > 0 { same.insert(rule.id) }
        }
        return same
    }
}
