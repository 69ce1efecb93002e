/// What can happen to a finding in a run.
package enum FindingEventKind: String, Sendable, CaseIterable {
    case opened, changed, fixed, reopened, excepted
    case exceptionEnded = "exception-ended"
    case notMeasured = "not-measured"
    case measuredAgain = "measured-again"
    /// Another severity: `high → low`.
    case severity
    /// From now on open and no more than possible: newly seen, seen again, or no longer proven.
    case possible
    /// Possible until now, proven now.
    case confirmed
    /// Its rule is no longer asked, or on trial: it does not count.
    case ruleRetired = "rule-retired"
    case ruleRestored = "rule-restored"
}

/// What a finding's events make of it.
package struct FindingLife: Sendable, Equatable {
    package private(set) var isKnown = false
    package private(set) var isOpen = false
    package private(set) var isCertain = true
    package private(set) var isJudged = true
    package private(set) var isExcepted = false
    package private(set) var isMeasured = true

    package init() {}

    /// What has to be worked on: open, proven, of an active rule, not accepted.
    package var counts: Bool { isOpen && isCertain && isJudged && !isExcepted }

    package mutating func take(_ kind: FindingEventKind) {
        switch kind {
        case .opened, .reopened: begin(certain: true)
        case .possible: isOpen ? isCertain = false : begin(certain: false)
        case .confirmed: isCertain = true
        case .fixed:
            self = FindingLife()
            isKnown = true
        case .excepted: isExcepted = true
        case .exceptionEnded: isExcepted = false
        case .notMeasured: isMeasured = false
        case .measuredAgain: isMeasured = true
        case .ruleRetired: (isJudged, isMeasured) = (false, false)
        case .ruleRestored: isJudged = true
        case .changed, .severity: break
        }
    }

    private mutating func begin(certain: Bool) {
        self = FindingLife()
        (isKnown, isOpen, isCertain) = (true, true, certain)
    }
}
