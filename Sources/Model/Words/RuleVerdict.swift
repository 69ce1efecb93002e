/// What one rule says about one endpoint of its scope.
package struct RuleVerdict: Sendable, Hashable {
    package let rule: String
    package let endpointID: Int
    package let verdict: Verdict
    /// What was seen, for people; for `not measured` the reason.
    package let evidence: String

    package init(rule: String, endpointID: Int, verdict: Verdict, evidence: String) {
        self.rule = rule
        self.endpointID = endpointID
        self.verdict = verdict
        self.evidence = evidence
    }
}

/// What one rule says about every endpoint of its scope, in the room a million of them take.
package struct RuleJudgement: Sendable, Equatable {
    package let rule: String
    /// What had to be answered before anything was said; empty means the scope's probe.
    package let probes: [String]
    /// Every endpoint of the scope, ascending.
    package let subjects: [Int]
    /// One for each subject.
    package let verdicts: [Verdict]
    /// What was seen, by endpoint, for the verdicts that say it, and why a probe gave no answer.
    package let words: [Int: String]
    /// Why the rule could not be judged; then no subject was measured.
    package let error: String?

    /// Why a subject is not measured although its probes were answered.
    package static let notEnoughKnown = "not enough known"

    package init(
        rule: String, probes: [String] = [], subjects: [Int], verdicts: [Verdict], words: [Int: String],
        error: String? = nil
    ) {
        precondition(subjects.count == verdicts.count, "one verdict for each subject")
        self.rule = rule
        self.probes = probes
        self.subjects = subjects
        self.verdicts = verdicts
        self.words = words
        self.error = error
    }

    /// For `not measured` the reason.
    package func evidence(at position: Int) -> String {
        if let words = words[subjects[position]] { return words }
        guard verdicts[position] == .notMeasured else { return "" }
        return error.map { "rule error: \($0)" } ?? Self.notEnoughKnown
    }

    /// Not measured because a probe has no answer: the observations say so for every rule alike.
    package func isGap(at position: Int) -> Bool {
        verdicts[position] == .notMeasured && error == nil && words[subjects[position]] != nil
    }

    package func verdict(at position: Int) -> RuleVerdict {
        RuleVerdict(
            rule: rule, endpointID: subjects[position], verdict: verdicts[position], evidence: evidence(at: position))
    }

    package var counts: [Verdict: Int] { verdicts.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}

/// What is handed over of a rule that was judged.
package enum JudgedRule: Sendable {
    /// Every endpoint of its scope.
    case whole(RuleJudgement)
    /// Only the endpoints of which something changed, as they were and as they are; of all others it says what it said.
    case changed(before: RuleJudgement, now: RuleJudgement)

    package var rule: String {
        switch self {
        case .whole(let judgement), .changed(_, let judgement): judgement.rule
        }
    }
}

/// All verdicts of one judging: every row of every active and trial rule's scope, exactly once.
package struct Judgement: Sendable, Equatable {
    /// A rule that could not be judged; its verdicts are all `not measured`.
    package struct RuleError: Sendable, Equatable {
        package let rule: String
        package let message: String

        package init(rule: String, message: String) {
            self.rule = rule
            self.message = message
        }
    }

    /// Sorted by rule.
    package let rules: [RuleJudgement]

    package init(rules: [RuleJudgement]) { self.rules = rules.sorted { $0.rule < $1.rule } }

    /// Sorted by rule, then endpoint.
    package var verdicts: [RuleVerdict] { rules.flatMap { rule in rule.subjects.indices.map(rule.verdict(at:)) } }

    package var errors: [RuleError] {
        rules.compactMap { rule in rule.error.map { RuleError(rule: rule.rule, message: $0) } }
    }
}
