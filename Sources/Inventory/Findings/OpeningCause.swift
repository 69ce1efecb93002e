import Model
import Store

/// Why a finding is new: only `change` says that a system became worse.
package enum OpenedBecause: String, Sendable, CaseIterable {
    case firstRun = "first-run"
    /// Endpoint and rule were known, and the rule measured something else before.
    case change
    /// The rule was not judged before, was on trial, or asked for something else.
    case newRule = "new-rule"
    case newTarget = "new-target"
    /// It was planned before, but not measured.
    case coverage
    /// Known all the time, accepted until now.
    case exceptionEnded = "exception-ended"
}

/// Finds the cause by what was known when the run before was judged.
struct OpeningCause {
    let session: StoreSession
    let previous: Int?
    let vocabulary: Vocabulary

    func cause(rule: RuleText, endpointID: Int) throws -> OpenedBecause {
        guard let previous else { return .firstRun }
        guard try wasPlanned(endpointID, probe: nil, at: previous) else { return .newTarget }
        guard try judged(rule, at: previous) else { return .newRule }
        if let probe = vocabulary.scope(rule.scope)?.probe,
            try !wasPlanned(endpointID, probe: probe, at: previous)
        {
            return .coverage
        }
        return try verdict(rule.id, endpointID, at: previous) == .notMeasured ? .coverage : .change
    }

    private func wasPlanned(_ endpointID: Int, probe: String?, at run: Int) throws -> Bool {
        let interval = "SELECT probe FROM h_plan WHERE endpoint_id = ? AND from_run <= ? AND until_run"
        let probes = try session.rows(
            "\(interval) IS NULL UNION ALL \(interval) IS NOT NULL AND until_run > ?",
            endpointID, run, endpointID, run, run
        ) { try $0.text("probe") }
        return probe.map(probes.contains) ?? !probes.isEmpty
    }

    /// With the same question: an active rule whose query changed is as good as a new one.
    private func judged(_ rule: RuleText, at run: Int) throws -> Bool {
        try session.count(
            """
            SELECT count(*) FROM h_rule WHERE rule = ? AND status = 'active' AND deviates = ?
            AND \(HistoryTables.holds("h_rule"))
            """, rule.id, rule.deviates, run, run) > 0
    }

    private func verdict(_ rule: String, _ endpointID: Int, at run: Int) throws -> Verdict {
        let interval =
            "SELECT verdict FROM h_verdict WHERE rule = ? AND endpoint_id = ? AND from_run <= ? AND until_run"
        return try session.first(
            "\(interval) IS NULL UNION ALL \(interval) IS NOT NULL AND until_run > ?",
            rule, endpointID, run, rule, endpointID, run, run
        ) { try $0.word("verdict") } ?? .conforms
    }
}
