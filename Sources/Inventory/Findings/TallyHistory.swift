import Model
import Store

/// How many subjects of a rule's scope got which verdict, run after run.
struct TallyHistory {
    private static let columns =
        "rule, conforms, deviates, possible, phase_out, not_listed, not_applicable, not_measured, error"
    /// In the order of the columns.
    private static let order: [Verdict] = [
        .conforms, .deviates, .possible, .phaseOut, .notListed, .notApplicable, .notMeasured,
    ]

    let session: StoreSession
    let run: Run

    func record(_ judgement: RuleJudgement) throws {
        try record(judgement.rule, judgement.counts, error: judgement.error)
    }

    /// Of the endpoints that changed alone: what they counted before is taken away.
    func record(_ now: RuleJudgement, insteadOf before: RuleJudgement) throws {
        let columns = Self.columns.split(separator: ", ").dropFirst().prefix(Self.order.count)
        let known = try session.first(
            "SELECT \(Self.columns) FROM h_tally WHERE rule = ? AND until_run IS NULL", now.rule
        ) { row in try columns.map { try row.integer(String($0)) } }
        guard let known else { throw SQLRow.missing("the tally of \(now.rule)") }
        let (gone, come) = (before.counts, now.counts)
        var counts: [Verdict: Int] = [:]
        for (verdict, count) in zip(Self.order, known) {
            counts[verdict] = count - gone[verdict, default: 0] + come[verdict, default: 0]
        }
        try record(now.rule, counts, error: now.error)
    }

    private func record(_ rule: String, _ counts: [Verdict: Int], error: String?) throws {
        let values: [any SQLBindable] = [rule] + Self.order.map { counts[$0] ?? 0 } + [error ?? ""]
        let known = try session.first(
            "SELECT \(Self.columns) FROM h_tally WHERE rule = ? AND until_run IS NULL", rule
        ) { $0.values.map(\.value) }
        if known == values.map(\.storeValue) { return }
        try end(rule)
        try session.run(
            "INSERT INTO h_tally (\(Self.columns), from_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values: values + [run.sequence])
    }

    /// Rules that are no longer judged count nothing any more.
    func endAll(except judged: Set<String>) throws {
        let rules = try session.rows("SELECT rule FROM h_tally WHERE until_run IS NULL") { try $0.text("rule") }
        for rule in rules.sorted() where !judged.contains(rule) { try end(rule) }
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ rule: String) throws {
        try session.run("DELETE FROM h_tally WHERE rule = ? AND from_run = ?", rule, run.sequence)
        try session.run("UPDATE h_tally SET until_run = ? WHERE rule = ? AND until_run IS NULL", run.sequence, rule)
    }
}
