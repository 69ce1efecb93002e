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
    private struct Question {
        let rule: RuleText
        let probes: [String]
        let wasJudged: Bool
    }

    private let session: StoreSession
    private let previous: Int?
    private let vocabulary: Vocabulary
    private var question: Question?

    init(session: StoreSession, previous: Int?, vocabulary: Vocabulary) {
        self.session = session
        self.previous = previous
        self.vocabulary = vocabulary
    }

    /// From here on it is about findings of this rule, which rests on these probes; none given means its scope's.
    mutating func begin(_ rule: RuleText, probes: [String]) throws {
        let probes = probes.isEmpty ? [vocabulary.scope(rule.scope)?.probe].compactMap { $0 } : probes
        question = Question(
            rule: rule, probes: probes, wasJudged: try previous.map { try judged(rule, at: $0) } ?? false)
    }

    func cause(endpointID: Int) throws -> OpenedBecause {
        guard let previous, let question else { return .firstRun }
        let planned = try plannedProbes(endpointID, at: previous)
        if planned.isEmpty { return .newTarget }
        if !question.wasJudged { return .newRule }
        if let probe = vocabulary.scope(question.rule.scope)?.probe, !planned.contains(probe) { return .coverage }
        for probe in question.probes where try !wasAnswered(endpointID, probe, at: previous) { return .coverage }
        return try verdict(question.rule.id, endpointID, at: previous) == .notMeasured ? .coverage : .change
    }

    private func plannedProbes(_ endpointID: Int, at run: Int) throws -> [String] {
        let interval = "SELECT probe FROM h_plan WHERE endpoint_id = ? AND from_run <= ? AND until_run"
        return try session.rows(
            "\(interval) IS NULL UNION ALL \(interval) IS NOT NULL AND until_run > ?",
            endpointID, run, endpointID, run, run
        ) { try $0.text("probe") }
    }

    private func wasAnswered(_ endpointID: Int, _ probe: String, at run: Int) throws -> Bool {
        let interval =
            "SELECT outcome FROM h_observation WHERE endpoint_id = ? AND probe = ? AND from_run <= ? AND until_run"
        return try session.first(
            "\(interval) IS NULL UNION ALL \(interval) IS NOT NULL AND until_run > ?",
            endpointID, probe, run, endpointID, probe, run, run
        ) { try $0.text("outcome") } == Outcome.answered.rawValue
    }

    /// With the same question: an active rule whose queries changed is as good as a new one.
    private func judged(_ rule: RuleText, at run: Int) throws -> Bool {
        try session.count(
            """
            SELECT count(*) FROM h_rule WHERE rule = ? AND status = 'active'
            AND (question = ? OR question = '' AND deviates = ?) AND \(HistoryTables.holds("h_rule"))
            """, rule.id, rule.question, rule.deviates, run, run) > 0
    }

    private func verdict(_ rule: String, _ endpointID: Int, at run: Int) throws -> Verdict {
        let interval = """
            SELECT verdict FROM h_verdict JOIN h_saying USING (saying_id)
            WHERE rule_number = (SELECT rule_number FROM h_rule_number WHERE rule = ?)
            AND endpoint_id = ? AND from_run <= ? AND until_run
            """
        return try session.first(
            "\(interval) IS NULL UNION ALL \(interval) IS NOT NULL AND until_run > ?",
            rule, endpointID, run, rule, endpointID, run, run
        ) { try $0.word("verdict") } ?? .conforms
    }
}
