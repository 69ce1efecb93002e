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
        /// Day of the first run that judged by it.
        package let judgedSince: Day?
        /// Verdicts of earlier runs, oldest first.
        package let past: [PastVerdicts]

        package init(
            text: RuleText, verdicts: [Verdict: Int], error: String? = nil, hints: [Hint] = [],
            judgedSince: Day? = nil, past: [PastVerdicts] = []
        ) {
            self.text = text
            self.verdicts = verdicts
            self.error = error
            self.hints = hints
            self.judgedSince = judgedSince
            self.past = past
        }

        package var id: String { text.id }
    }

    /// What a rule said in an earlier run.
    package struct PastVerdicts: Sendable, Equatable {
        package let run: String
        package let day: Day
        package let verdicts: [Verdict: Int]

        package init(run: String, day: Day, verdicts: [Verdict: Int]) {
            self.run = run
            self.day = day
            self.verdicts = verdicts
        }
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
