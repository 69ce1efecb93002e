import Model

extension Picture {
    /// A rule with what it said in this run.
    package struct Rule: Sendable, Equatable {
        package let text: RuleText
        /// Verdicts of this run, one for each row of the scope.
        package let verdicts: [Verdict: Int]
        /// Why it could not be judged; then every verdict is `not measured`.
        package let error: String?
        /// What opens no finding and is still worth reading: phase-out, not listed, deviations of trial rules.
        package let hints: [Hint]

        package init(
            text: RuleText, verdicts: [Verdict: Int], error: String? = nil, hints: [Hint] = []
        ) {
            self.text = text
            self.verdicts = verdicts
            self.error = error
            self.hints = hints
        }

        package var id: String { text.id }
    }

    /// A verdict that opens no finding.
    package struct Hint: Sendable, Equatable {
        package let verdict: Verdict
        package let endpoint: String
        package let body: String
        package let evidence: String

        package init(
            verdict: Verdict, endpoint: String, body: String, evidence: String
        ) {
            self.verdict = verdict
            self.endpoint = endpoint
            self.body = body
            self.evidence = evidence
        }
    }
}
