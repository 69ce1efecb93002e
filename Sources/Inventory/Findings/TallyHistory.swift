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
        let counts = judgement.counts
        let values: [any SQLBindable] =
            [judgement.rule] + Self.order.map { counts[$0] ?? 0 } + [judgement.error ?? ""]
        let known = try session.first(
            "SELECT \(Self.columns) FROM h_tally WHERE rule = ? AND until_run IS NULL", judgement.rule
        ) { $0.values.map(\.value) }
        if known == values.map(\.storeValue) { return }
        try end(judgement.rule)
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
