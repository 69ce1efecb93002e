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
        /// Name of the contact who has to act: of the body, or of the provider where only it can.
        package let owner: String
        /// Bodies that use what this was found at and inherit the risk; the finding counts at `body` only.
        package let affects: [String]
        /// Read from a version number only: to be checked, never counted.
        package let possible: Bool
        /// What happened to it, oldest first.
        package let events: [Event]
        /// The YAML block that asks for an exception; empty where none is to be asked for.
        package let exceptionBlock: String

        package init(
            id: String, rule: String, endpoint: String, address: String = "", body: String, severity: Severity,
            state: State, measured: Bool, gap: String = "", exception: Accepted? = nil, openedRun: String,
            opened: Day, cause: OpeningCause, due: Day, closed: Day? = nil, evidence: String, owner: String,
            affects: [String] = [], possible: Bool = false, events: [Event] = [], exceptionBlock: String = ""
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
            self.affects = affects
            self.possible = possible
            self.events = events
            self.exceptionBlock = exceptionBlock
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

    /// One entry of a finding's log.
    package struct Event: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case opened, changed, fixed, reopened, excepted
            case exceptionEnded = "exception-ended"
            case notMeasured = "not-measured"
            case measuredAgain = "measured-again"
            /// Another severity: `high → low`.
            case severity
            case possible, confirmed
            case ruleRetired = "rule-retired"
            case ruleRestored = "rule-restored"
        }

        package let run: String
        package let day: Day
        package let kind: Kind
        /// What goes with it: the new evidence, the exception's id, the reason for a gap; may be empty.
        package let detail: String

        package init(run: String, day: Day, kind: Kind, detail: String = "") {
            self.run = run
            self.day = day
            self.kind = kind
            self.detail = detail
        }
    }
}
