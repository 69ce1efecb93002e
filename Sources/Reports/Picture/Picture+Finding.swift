import Model

extension Picture {
    /// A deviation at an endpoint, with its life.
    package struct Finding: Sendable, Equatable {
        package enum State: String, Sendable, CaseIterable { case open, fixed }

        /// Stable over runs, `F-318`.
        package let id: String
        package let rule: String
        /// Label of the endpoint, and its address where it has one.
        package let endpoint: String
        package let address: String
        package let body: String
        package let severity: Severity
        package let state: State
        /// Seen again in this run. An open finding that was not measured stays open and says so.
        package let measured: Bool
        /// Why it was not measured; empty otherwise.
        package let gap: String
        /// The valid exception that covers it today.
        package let exception: Accepted?
        package let openedRun: String
        package let opened: Day
        package let cause: OpeningCause
        package let due: Day
        package let closed: Day?
        package let evidence: String
        /// Name of the contact who has to act.
        package let owner: String

        package init(
            id: String, rule: String, endpoint: String, address: String = "", body: String, severity: Severity,
            state: State, measured: Bool, gap: String = "", exception: Accepted? = nil, openedRun: String,
            opened: Day, cause: OpeningCause, due: Day, closed: Day? = nil, evidence: String, owner: String
        ) {
            self.id = id
            self.rule = rule
            self.endpoint = endpoint
            self.address = address
            self.body = body
            self.severity = severity
            self.state = state
            self.measured = measured
            self.gap = gap
            self.exception = exception
            self.openedRun = openedRun
            self.opened = opened
            self.cause = cause
            self.due = due
            self.closed = closed
            self.evidence = evidence
            self.owner = owner
        }
    }

    /// An exception as a finding shows it.
    package struct Accepted: Sendable, Equatable {
        package let id: String
        package let until: Day

        package init(
            id: String, until: Day
        ) {
            self.id = id
            self.until = until
        }
    }

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
            /// A measurement that covered it no longer shows it.
            case fixed
            /// No longer judged: target, rule or endpoint is gone. Not an improvement.
            case withdrawn
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
