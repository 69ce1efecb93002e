import Model
import Store

/// What rules said, run after run, as far as nothing else says it: `conforms` and `not applicable` are counted in the
/// tally, and what a probe could not measure stands in the observations.
struct VerdictHistory {
    private struct Interval {
        let id: Int
        let from: Int
        let saying: Int

        init(_ row: SQLRow) throws {
            id = try row.integer("verdict_id")
            from = try row.integer("from_run")
            saying = try row.integer("saying_id")
        }
    }

    private let session: StoreSession
    private let run: Run
    private let sayings: Sayings

    init(session: StoreSession, run: Run) {
        self.session = session
        self.run = run
        sayings = Sayings(session)
    }

    func record(_ judgement: RuleJudgement) throws {
        let rule = try session.number(ofRule: judgement.rule)
        var open = try self.open(rule)
        for position in judgement.subjects.indices where Self.isWritten(judgement, position) {
            let verdict = judgement.verdict(at: position)
            let known = open.removeValue(forKey: verdict.endpointID)
            let saying = try sayings.number(of: verdict)
            if let known, known.saying == saying { continue }
            if let known { try end(known) }
            try begin(saying, verdict.endpointID, rule)
        }
        for endpointID in open.keys.sorted() { try open[endpointID].map(end) }
    }

    /// Of the endpoints that changed alone.
    func record(_ now: RuleJudgement, insteadOf before: RuleJudgement) throws {
        let rule = try session.number(ofRule: now.rule)
        var former = Self.written(before)
        for verdict in Self.written(now).values.sorted(by: { $0.endpointID < $1.endpointID }) {
            let known = former.removeValue(forKey: verdict.endpointID)
            if known == verdict { continue }
            if known != nil { try end(rule, verdict.endpointID) }
            try begin(sayings.number(of: verdict), verdict.endpointID, rule)
        }
        for endpointID in former.keys.sorted() { try end(rule, endpointID) }
    }

    /// Rules that are no longer judged say nothing any more.
    func endAll(except judged: Set<String>) throws {
        let rules = try session.rows("SELECT rule, rule_number FROM h_rule_number ORDER BY rule") {
            (id: try $0.text("rule"), number: try $0.integer("rule_number"))
        }
        for rule in rules where !judged.contains(rule.id) { try open(rule.number).values.forEach(end) }
    }

    private static func isWritten(_ judgement: RuleJudgement, _ position: Int) -> Bool {
        switch judgement.verdicts[position] {
        case .conforms, .notApplicable: false
        case .deviates, .possible, .phaseOut, .notListed: true
        case .notMeasured: !judgement.isGap(at: position)
        }
    }

    private static func written(_ judgement: RuleJudgement) -> [Int: RuleVerdict] {
        var written: [Int: RuleVerdict] = [:]
        for position in judgement.subjects.indices where isWritten(judgement, position) {
            written[judgement.subjects[position]] = judgement.verdict(at: position)
        }
        return written
    }

    private func end(_ rule: Int, _ endpointID: Int) throws {
        let known = try session.first(
            """
            SELECT verdict_id, endpoint_id, from_run, saying_id FROM h_verdict
            WHERE rule_number = ? AND endpoint_id = ? AND until_run IS NULL
            """, rule, endpointID, as: Interval.init)
        try known.map(end)
    }

    private func open(_ rule: Int) throws -> [Int: Interval] {
        var open: [Int: Interval] = [:]
        try session.forEach(
            """
            SELECT verdict_id, endpoint_id, from_run, saying_id FROM h_verdict
            WHERE rule_number = ? AND until_run IS NULL
            """, rule
        ) { row in open[try row.integer("endpoint_id")] = try Interval(row) }
        return open
    }

    private func begin(_ saying: Int, _ endpointID: Int, _ rule: Int) throws {
        try session.run(
            "INSERT INTO h_verdict (rule_number, endpoint_id, saying_id, from_run) VALUES (?, ?, ?, ?)",
            rule, endpointID, saying, run.sequence)
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ interval: Interval) throws {
        if interval.from == run.sequence {
            try session.run("DELETE FROM h_verdict WHERE verdict_id = ?", interval.id)
        } else {
            try session.run(
                "UPDATE h_verdict SET until_run = ?, room = NULL WHERE verdict_id = ?", run.sequence, interval.id)
        }
    }
}
