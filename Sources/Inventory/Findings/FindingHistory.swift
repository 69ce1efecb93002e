import Model
import Store

/// The life of findings: each opens once, closes only by a measurement that says something else, and keeps its age
/// when it comes back.
final class FindingHistory {
    private let session: StoreSession
    private let ledger: FindingLedger
    private let fleet: Fleet
    private let today: Day
    private let rules: [String: RuleText]
    private let exceptions: [String: [FleetException]]
    private var cause: OpeningCause
    /// Open findings of the endpoints that changed, by rule, and the rules of which a finding is excepted.
    private var changed: (open: [String: [OpenFinding]], excepted: Set<String>) = ([:], [])

    init(session: StoreSession, run: Run, fleet: Fleet, rules: [RuleText], cause: OpeningCause) {
        self.session = session
        self.fleet = fleet
        self.cause = cause
        today = run.started.day
        ledger = FindingLedger(session: session, run: run)
        self.rules = rules.reduce(into: [:]) { $0[$1.id] = $1 }
        exceptions = Dictionary(grouping: fleet.exceptions, by: \.rule)
    }

    func record(_ judgement: RuleJudgement) throws {
        guard let rule = rules[judgement.rule] else { return }
        try applyExceptions(to: try follow(try ledger.open(rule.id), by: judgement, rule), of: rule.id)
    }

    /// From here on rules may speak of these endpoints alone.
    func look(at endpoints: [Int]) throws {
        changed = (try ledger.open(endpoints: endpoints), try ledger.rulesWithExceptedFindings())
    }

    /// The judgement is about the endpoints that changed alone.
    func record(changed judgement: RuleJudgement) throws {
        guard let rule = rules[judgement.rule] else { return }
        let kept = try follow(changed.open[rule.id] ?? [], by: judgement, rule)
        let isExcepted = exceptions[rule.id] != nil || changed.excepted.contains(rule.id)
        try applyExceptions(to: isExcepted ? ledger.open(rule.id) : kept, of: rule.id)
    }

    /// What becomes of the findings that were open and of those that open; those that are open then.
    private func follow(
        _ findings: [OpenFinding], by judgement: RuleJudgement, _ rule: RuleText
    ) throws -> [OpenFinding] {
        let open = findings.reduce(into: [Int: OpenFinding]()) { $0[$1.endpointID] = $1 }
        try cause.begin(rule, probes: judgement.probes)
        var unseen = open
        var kept: [OpenFinding] = []
        for position in judgement.subjects.indices {
            let finding = open.isEmpty ? nil : unseen.removeValue(forKey: judgement.subjects[position])
            guard finding != nil || judgement.verdicts[position].opensFinding else { continue }
            if let next = try next(finding, judgement.verdict(at: position), rule) { kept.append(next) }
        }
        for finding in unseen.values.sorted(by: { $0.endpointID < $1.endpointID }) {
            kept.append(try absent(finding, rule))
        }
        return kept
    }

    /// Findings of rules that were not judged: retired, no longer chosen, or gone.
    func recordAbsence(except judged: Set<String>) throws {
        for rule in try ledger.rulesWithOpenFindings() where !judged.contains(rule) {
            let findings = try ledger.open(rule)
            let reason = rules[rule] == nil ? "rule is not chosen" : "rule is retired"
            try applyExceptions(to: findings.map { try ledger.ruleRetired($0, because: reason) }, of: rule)
        }
    }

    /// What becomes of one subject: an open finding, or none.
    private func next(_ finding: OpenFinding?, _ verdict: RuleVerdict, _ rule: RuleText) throws -> OpenFinding? {
        let effective = EffectiveVerdict(verdict.verdict, status: rule.status, exception: nil, on: today)
        guard rule.status == .active else {
            return try finding.map { try ledger.ruleRetired($0, because: "rule is on trial") }
        }
        guard var finding else {
            switch effective.effect {
            case .counts, .possible: return try begin(verdict, rule)
            case .clear, .unknown, .shownOnly, .excepted: return nil
            }
        }
        finding = try ledger.ruleRestored(finding)
        switch effective.effect {
        case .counts, .possible:
            return try ledger.seen(finding, verdict, severity: rule.severity, due: due(rule, finding))
        case .clear:
            try ledger.fixed(finding, by: verdict.verdict)
            return nil
        case .unknown, .shownOnly, .excepted:
            return try ledger.unmeasured(finding, because: verdict.evidence)
        }
    }

    private func begin(_ verdict: RuleVerdict, _ rule: RuleText) throws -> OpenFinding {
        if let closed = try ledger.closed(rule: rule.id, endpointID: verdict.endpointID) {
            return try ledger.reopened(
                closed.finding, verdict, severity: rule.severity, due: reopenedDue(rule, closed))
        }
        return try ledger.opened(
            verdict, severity: rule.severity, because: cause.cause(endpointID: verdict.endpointID),
            due: fleet.defaults.dueDays[rule.severity].map { Day(number: today.number + $0) })
    }

    /// A changed severity changes the term, counted from the day the finding was opened.
    private func due(_ rule: RuleText, _ finding: OpenFinding) throws -> Day? {
        guard finding.severity != rule.severity else { return finding.due }
        let opened = try ledger.openedDay(finding)
        return fleet.defaults.dueDays[rule.severity].map { Day(number: opened.number + $0) }
    }

    /// Back within its term, a finding keeps its old date: one good night buys no time. Later it gets a new one.
    private func reopenedDue(_ rule: RuleText, _ closed: (finding: OpenFinding, day: Day)) -> Day? {
        guard let term = fleet.defaults.dueDays[rule.severity] else { return nil }
        let fresh = Day(number: today.number + term)
        return today.number - closed.day.number <= term ? closed.finding.due ?? fresh : fresh
    }

    /// The rule was judged and did not speak of the finding's endpoint.
    private func absent(_ finding: OpenFinding, _ rule: RuleText) throws -> OpenFinding {
        guard rule.status == .active else { return try ledger.ruleRetired(finding, because: "rule is on trial") }
        let planned = try session.count(
            "SELECT count(*) FROM h_plan WHERE endpoint_id = ? AND until_run IS NULL", finding.endpointID)
        return try ledger.unmeasured(
            ledger.ruleRestored(finding),
            because: planned == 0 ? "no longer planned" : "no longer in the rule's scope")
    }

    private func applyExceptions(to findings: [OpenFinding], of rule: String) throws {
        let exceptions = exceptions[rule] ?? []
        guard !exceptions.isEmpty || findings.contains(where: { $0.exception != nil }) else { return }
        for finding in findings.sorted(by: { $0.id < $1.id }) {
            let endpoint = try session.endpoint(finding.endpointID)
            let software = try exceptions.contains { $0.subject.software != nil } ? self.software(finding) : []
            let covering =
                exceptions
                .filter { $0.covers(rule: rule, endpoint: endpoint, software: software, on: today) }
                .max { ($0.expires, $0.id) < ($1.expires, $1.id) }
            try ledger.excepted(finding, by: covering)
        }
    }

    /// Products seen at the finding's endpoint in the last run.
    private func software(_ finding: OpenFinding) throws -> Set<String> {
        Set(
            try session.rows("SELECT product FROM software WHERE endpoint_id = ?", finding.endpointID) {
                try $0.text("product")
            })
    }
}

extension Verdict {
    fileprivate var opensFinding: Bool { self == .deviates || self == .possible }
}
