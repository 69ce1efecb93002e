import Model

/// One number before and now, and every reason it changed: before plus all steps is now.
package struct Balance: Sendable, Equatable {
    /// What is counted.
    package enum Subject: String, Sendable, CaseIterable {
        /// Findings to be worked on: open, proven, of an active rule, not accepted; urgent are critical or high ones.
        case findings
        case urgentFindings = "urgent-findings"
        case exceptedFindings = "excepted-findings"
        case possibleFindings = "possible-findings"
        /// Endpoints known, and those of which every planned probe was answered.
        case endpoints
        case measuredEndpoints = "measured-endpoints"
        /// Endpoints whose certificate was seen, and products seen at endpoints.
        case certificates
        case software
        /// Exceptions in force.
        case exceptions
    }

    package struct Step: Sendable, Equatable {
        package let cause: BalanceCause
        /// Never zero.
        package let change: Int
    }

    package let subject: Subject
    package let before: Int
    /// In the order of `BalanceCause`.
    package let steps: [Step]
    package let after: Int

    /// A sum that does not fit is our own mistake.
    init(_ subject: Subject, before: Int, causes: [BalanceCause: Int], after: Int) {
        self.subject = subject
        self.before = before
        self.after = after
        steps = BalanceCause.allCases.compactMap { cause in
            causes[cause].flatMap { $0 == 0 ? nil : Step(cause: cause, change: $0) }
        }
        precondition(
            before + steps.map(\.change).reduce(0, +) == after, "\(subject): \(before) \(steps) is not \(after)")
    }
}

extension Balance: CustomStringConvertible {
    /// `findings: 45 + 6 change - 8 fixed = 43`.
    package var description: String {
        let sum = steps.map { " \($0.change < 0 ? "-" : "+") \(abs($0.change)) \($0.cause.rawValue)" }.joined()
        return "\(subject.rawValue.replacing("-", with: " ")): \(before)\(sum)" + (steps.isEmpty ? "" : " = \(after)")
    }
}

/// Why something counts that did not, or no longer does.
package enum BalanceCause: String, Sendable, CaseIterable {
    // A finding counts.
    case firstRun = "first-run"
    case change
    case newRule = "new-rule"
    case newTarget = "new-target"
    case coverage
    case reopened, confirmed
    case exceptionEnded = "exception-ended"
    case ruleRestored = "rule-restored"
    case severityRaised = "severity-raised"
    // A finding no longer counts.
    case fixed, excepted
    case ruleRetired = "rule-retired"
    case onlyPossible = "only-possible"
    case severityLowered = "severity-lowered"
    // An endpoint, and what is seen there.
    case added, removed, appeared, disappeared
    case measured
    case notMeasured = "not-measured"
    case notAuthorised = "not-authorised"
    case authorised
    // An exception.
    case begun, withdrawn, expired

    init(_ cause: OpenedBecause) {
        self =
            switch cause {
            case .firstRun: .firstRun
            case .change: .change
            case .newRule: .newRule
            case .newTarget: .newTarget
            case .coverage: .coverage
            case .exceptionEnded: .exceptionEnded
            }
    }
}

/// Adds up what changed, one thing after the other.
struct BalanceSheet {
    private var before = 0
    private var after = 0
    private var causes: [BalanceCause: Int] = [:]

    /// `cause` is asked only where the thing counts on one side alone.
    mutating func count(_ counted: (before: Bool, after: Bool), because cause: @autoclosure () -> BalanceCause) {
        before += counted.before ? 1 : 0
        after += counted.after ? 1 : 0
        guard counted.before != counted.after else { return }
        causes[cause(), default: 0] += counted.after ? 1 : -1
    }

    func balance(of subject: Balance.Subject) -> Balance {
        Balance(subject, before: before, causes: causes, after: after)
    }
}
