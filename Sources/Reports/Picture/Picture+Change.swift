import Model

extension Picture {
    /// Why a finding was opened.
    package enum OpeningCause: String, Sendable, CaseIterable {
        /// The first run: nothing to compare with.
        case firstRun = "first-run"
        /// The system became worse.
        case change
        case newRule = "new-rule"
        case newTarget = "new-target"
        /// The system was known and could not be measured before.
        case coverage
        case exceptionExpired = "exception-ended"
    }

    /// What happened to a finding since the comparison run.
    package struct Change: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case opened, reopened
            /// Possible before, shown by a measurement now.
            case confirmed
            /// Known all the time, accepted until now.
            case exceptionEnded = "exception-ended"
            /// Its rule judges again.
            case ruleRestored = "rule-restored"
            /// A measurement that covered it no longer shows it.
            case fixed
            /// Still there, accepted from now on.
            case excepted
            /// Its rule no longer judges. Not an improvement.
            case ruleRetired = "rule-retired"
            /// Proven before, no more than possible now.
            case onlyPossible = "only-possible"
            case severityRaised = "severity-raised"
            case severityLowered = "severity-lowered"
        }

        package let kind: Kind
        /// Why it was opened; `nil` for what went away.
        package let cause: OpeningCause?
        package let finding: String
        package let rule: String
        package let endpoint: String
        package let body: String
        package let severity: Severity
        package let day: Day

        package init(
            kind: Kind, cause: OpeningCause?, finding: String, rule: String, endpoint: String, body: String,
            severity: Severity, day: Day
        ) {
            self.kind = kind
            self.cause = cause
            self.finding = finding
            self.rule = rule
            self.endpoint = endpoint
            self.body = body
            self.severity = severity
            self.day = day
        }
    }
}
