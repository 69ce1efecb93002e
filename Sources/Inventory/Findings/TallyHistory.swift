import Model
import Store

/// How many subjects of a rule's scope got which verdict, run after run.
struct TallyHistory {
    private static let columns =
        "rule, conforms, deviates, phase_out, not_listed, not_applicable, not_measured, error"
    /// In the order of the columns.
    private static let order: [Verdict] = [
        .conforms, .deviates, .phaseOut, .notListed, .notApplicable, .notMeasured,
    ]

    let session: StoreSession
    let run: Run

    func record(_ judgement: Judgement, rules: [RuleText]) throws {
        var counts: [String: [Verdict: Int]] = [:]
        for verdict in judgement.verdicts { counts[verdict.rule, default: [:]][verdict.verdict, default: 0] += 1 }
        let errors = judgement.errors.reduce(into: [String: String]()) { $0[$1.rule] = $1.message }
        var known: [String: [StoreValue]] = [:]
        try session.forEach("SELECT \(Self.columns) FROM h_tally WHERE until_run IS NULL") { row in
            known[try row.text("rule")] = row.values.map(\.value)
        }
        for rule in rules.map(\.id).sorted() {
            let numbers = Self.order.map { counts[rule]?[$0] ?? 0 }
            let values: [any SQLBindable] = [rule] + numbers + [errors[rule] ?? ""]
            let same = known.removeValue(forKey: rule) == values.map(\.storeValue)
            if same { continue }
            try end(rule)
            try session.run(
                "INSERT INTO h_tally (\(Self.columns), from_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values: values + [run.sequence])
        }
        for rule in known.keys.sorted() { try end(rule) }
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ rule: String) throws {
        try session.run("DELETE FROM h_tally WHERE rule = ? AND from_run = ?", rule, run.sequence)
        try session.run("UPDATE h_tally SET until_run = ? WHERE rule = ? AND until_run IS NULL", run.sequence, rule)
    }
}
