import Model
import Store

/// The life of findings: each opens once, closes only by a measurement that says something else, and keeps its age
/// when it comes back.
struct FindingHistory {
    private struct Subject: Hashable {
        let rule: String
        let endpointID: Int
    }

    private let session: StoreSession
    private let ledger: FindingLedger
    private let fleet: Fleet
    private let today: Day
    private let rules: [String: RuleText]
    private let cause: OpeningCause
    private var open: [Subject: OpenFinding] = [:]

    init(session: StoreSession, run: Run, fleet: Fleet, rules: [RuleText], cause: OpeningCause) throws {
        self.session = session
        self.fleet = fleet
        self.cause = cause
        today = run.started.day
        ledger = FindingLedger(session: session, run: run)
        self.rules = rules.reduce(into: [:]) { $0[$1.id] = $1 }
        for finding in try ledger.open() {
            open[Subject(rule: finding.rule, endpointID: finding.endpointID)] = finding
        }
    }

    mutating func record(_ judgement: Judgement) throws {
        var unseen = Set(open.keys)
        for verdict in judgement.verdicts {
            let subject = Subject(rule: verdict.rule, endpointID: verdict.endpointID)
            guard let rule = rules[verdict.rule], verdict.verdict == .deviates || open[subject] != nil else { continue }
            unseen.remove(subject)
            open[subject] = try next(open[subject], verdict, rule)
        }
        for subject in unseen.sorted(by: { ($0.rule, $0.endpointID) < ($1.rule, $1.endpointID) }) {
            guard let finding = open[subject] else { continue }
            open[subject] = try ledger.unmeasured(finding, because: absence(of: subject))
        }
        try applyExceptions()
    }

    /// What becomes of one subject: an open finding, or none.
    private func next(_ finding: OpenFinding?, _ verdict: RuleVerdict, _ rule: RuleText) throws -> OpenFinding? {
        let effective = EffectiveVerdict(verdict.verdict, status: rule.status, exception: nil, on: today)
        switch (effective.effect, finding) {
        case (.counts, nil):
            return try begin(verdict, rule)
        case (.counts, let finding?):
            return try ledger.seen(
                finding, evidence: verdict.evidence, severity: rule.severity, due: due(rule, finding))
        case (.clear, let finding?):
            try ledger.fixed(finding, by: verdict.verdict)
            return nil
        case (.unknown, let finding?):
            return try ledger.unmeasured(finding, because: verdict.evidence)
        case (.shownOnly, let finding?):
            return try ledger.unmeasured(finding, because: "rule is \(rule.status.rawValue)")
        case (_, nil), (.excepted, _):
            return finding
        }
    }

    private func begin(_ verdict: RuleVerdict, _ rule: RuleText) throws -> OpenFinding {
        if let closed = try ledger.closed(rule: rule.id, endpointID: verdict.endpointID) {
            return try ledger.reopened(
                closed.finding, verdict, severity: rule.severity, due: reopenedDue(rule, closed))
        }
        return try ledger.opened(
            verdict, severity: rule.severity, because: cause.cause(rule: rule, endpointID: verdict.endpointID),
            due: fleet.defaults.dueDays[rule.severity].map { Day(number: today.number + $0) })
    }

    /// A changed severity changes the term, counted from the day the finding was opened.
    private func due(_ rule: RuleText, _ finding: OpenFinding) -> Day? {
        guard finding.severity != rule.severity else { return finding.due }
        return fleet.defaults.dueDays[rule.severity].map { Day(number: finding.openedDay.number + $0) }
    }

    /// Back within its term, a finding keeps its old date: one good night buys no time. Later it gets a new one.
    private func reopenedDue(_ rule: RuleText, _ closed: (finding: OpenFinding, day: Day)) -> Day? {
        guard let term = fleet.defaults.dueDays[rule.severity] else { return nil }
        let fresh = Day(number: today.number + term)
        return today.number - closed.day.number <= term ? closed.finding.due ?? fresh : fresh
    }

    private func absence(of subject: Subject) throws -> String {
        guard let rule = rules[subject.rule] else { return "rule was not judged" }
        guard rule.status != .retired else { return "rule is retired" }
        let planned = try session.count(
            "SELECT count(*) FROM h_plan WHERE endpoint_id = ? AND until_run IS NULL", subject.endpointID)
        return planned == 0 ? "no longer planned" : "no longer in the rule's scope"
    }

    private func applyExceptions() throws {
        let exceptions = Dictionary(grouping: fleet.exceptions, by: \.rule)
        for finding in open.values.sorted(by: { $0.id < $1.id }) {
            let covering = (exceptions[finding.rule] ?? [])
                .filter { $0.covers(rule: finding.rule, endpoint: finding.endpoint, on: today) }
                .max { ($0.expires, $0.id) < ($1.expires, $1.id) }
            try ledger.excepted(finding, by: covering)
        }
    }
}
