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

    /// Sorted by rule, then endpoint.
    package let verdicts: [RuleVerdict]
    package let errors: [RuleError]

    package init(verdicts: [RuleVerdict], errors: [RuleError]) {
        self.verdicts = verdicts
        self.errors = errors
    }
}
