import Model
import Store

/// What rules said, run after run. `conforms` is not written: it is what a subject of the scope has without a row.
struct VerdictHistory {
    private struct Interval {
        let id: Int
        let from: Int
        let verdict: String
        let evidence: String
    }

    let session: StoreSession
    let run: Run

    func record(_ judgement: Judgement) throws {
        var silent = Set(
            try session.rows("SELECT DISTINCT rule FROM h_verdict WHERE until_run IS NULL") { try $0.text("rule") })
        for verdicts in judgement.verdicts.byRule {
            guard let rule = verdicts.first?.rule else { continue }
            silent.remove(rule)
            try record(verdicts, of: rule)
        }
        for rule in silent.sorted() { try record([], of: rule) }
    }

    private func record(_ verdicts: ArraySlice<RuleVerdict>, of rule: String) throws {
        var open = try self.open(rule)
        for verdict in verdicts where verdict.verdict != .conforms {
            let known = open.removeValue(forKey: verdict.endpointID)
            if let known, known.verdict == verdict.verdict.rawValue, known.evidence == verdict.evidence { continue }
            if let known { try end(known) }
            try begin(verdict)
        }
        for endpointID in open.keys.sorted() { try open[endpointID].map(end) }
    }

    private func open(_ rule: String) throws -> [Int: Interval] {
        var open: [Int: Interval] = [:]
        try session.forEach(
            "SELECT verdict_id, endpoint_id, from_run, verdict, evidence FROM h_verdict WHERE rule = ? AND until_run IS NULL",
            rule
        ) { row in
            open[try row.integer("endpoint_id")] = Interval(
                id: try row.integer("verdict_id"), from: try row.integer("from_run"), verdict: try row.text("verdict"),
                evidence: try row.text("evidence"))
        }
        return open
    }

    private func begin(_ verdict: RuleVerdict) throws {
        try session.run(
            "INSERT INTO h_verdict (rule, endpoint_id, verdict, evidence, from_run) VALUES (?, ?, ?, ?, ?)",
            verdict.rule, verdict.endpointID, verdict.verdict.rawValue, verdict.evidence, run.sequence)
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ interval: Interval) throws {
        if interval.from == run.sequence {
            try session.run("DELETE FROM h_verdict WHERE verdict_id = ?", interval.id)
        } else {
            try session.run("UPDATE h_verdict SET until_run = ? WHERE verdict_id = ?", run.sequence, interval.id)
        }
    }
}

extension [RuleVerdict] {
    /// Runs of verdicts of one rule; a judgement is sorted by rule.
    var byRule: [ArraySlice<RuleVerdict>] { split { $0.rule == $1.rule } }

    private func split(while same: (RuleVerdict, RuleVerdict) -> Bool) -> [ArraySlice<RuleVerdict>] {
        var slices: [ArraySlice<RuleVerdict>] = []
        var start = startIndex
        for index in indices where index > start && !same(self[index - 1], self[index]) {
            slices.append(self[start..<index])
            start = index
        }
        if start < endIndex { slices.append(self[start...]) }
        return slices
    }
}
