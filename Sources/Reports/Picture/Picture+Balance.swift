extension Picture {
    /// A number at the comparison run, everything that changed it, and the number now.
    ///
    /// The three are counted independently of each other, so a change nobody explained is found here.
    package struct Balance: Sendable, Equatable {
        package enum Counted: String, Sendable, CaseIterable {
            /// Open findings that count: proven, of an active rule, not accepted.
            case findings
            case urgent = "urgent-findings"
            case excepted = "excepted-findings"
            case possible = "possible-findings"
            case known = "endpoints"
            case measured = "measured-endpoints"
            /// Endpoints at which one was seen.
            case certificates
            /// Product and endpoint, once each.
            case software
            /// In force.
            case exceptions
        }

        /// One cause and what it added or took away.
        package struct Step: Sendable, Equatable {
            package let cause: Cause
            package let amount: Int

            package init(_ cause: Cause, _ amount: Int) {
                self.cause = cause
                self.amount = amount
            }
        }

        package let counted: Counted
        /// Id of the body it is about, with everything below it; `nil`: the whole cooperation.
        package let body: String?
        package let before: Int
        package let steps: [Step]
        package let after: Int

        /// `nil` where the steps do not lead from one number to the other, or one of them says nothing: such a balance
        /// is a mistake of whoever counted and must not be shown.
        package init?(_ counted: Counted, body: String? = nil, before: Int, steps: [Step], after: Int) {
            let fits = steps.reduce(before) { $0 + $1.amount } == after
            guard fits, steps.allSatisfy({ $0.amount != 0 }), Set(steps.map { $0.key }).count == steps.count
            else { return nil }
            self.counted = counted
            self.body = body
            self.before = before
            self.steps = steps
            self.after = after
        }
    }

    /// Why a number changed. There is no "other": what has no word here is not explained.
    package enum Cause: String, Sendable, CaseIterable {
        // A finding counts.
        case firstRun = "first-run"
        case change
        case newRule = "new-rule"
        case newTarget = "new-target"
        case coverage, reopened, confirmed
        case exceptionEnded = "exception-ended"
        case ruleRestored = "rule-restored"
        case severityRaised = "severity-raised"
        // A finding no longer counts.
        case fixed, excepted
        case ruleRetired = "rule-retired"
        case onlyPossible = "only-possible"
        case severityLowered = "severity-lowered"
        // An endpoint, and what is seen there.
        case added, removed, appeared, disappeared, measured
        case notMeasured = "not-measured"
        case notAuthorised = "not-authorised"
        case authorised
        // An exception.
        case begun, withdrawn, expired
    }
}

extension Picture.Balance.Step {
    /// A cause may add and take away, but each only once.
    fileprivate var key: String { "\(cause.rawValue) \(amount.signum())" }
}
