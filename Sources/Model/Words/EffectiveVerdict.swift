/// The one place that decides what a verdict means for people: findings, score, report, export and alert all ask it.
///
/// An exception never hides: `verdict` stays what the rule said.
package struct EffectiveVerdict: Sendable, Equatable {
    package enum Effect: Sendable, Equatable {
        /// A deviation that has to be worked on.
        case counts
        /// A deviation accepted until a day.
        case excepted(id: String, until: Day)
        /// A sign of a deviation that is no proof: shown, to be checked, not counted.
        case possible
        /// A deviation of a rule on trial or retired: shown, not counted.
        case shownOnly
        /// Measured, and no deviation.
        case clear
        /// Not known; neither good nor bad.
        case unknown
    }

    package let verdict: Verdict
    package let effect: Effect

    package init(_ verdict: Verdict, status: RuleText.Status, exception: (id: String, until: Day)?, on day: Day) {
        self.verdict = verdict
        effect =
            switch verdict {
            case .notMeasured: .unknown
            case .conforms, .phaseOut, .notListed, .notApplicable: .clear
            case .possible: status == .active ? .possible : .shownOnly
            case .deviates: EffectiveVerdict.deviation(status: status, exception: exception, on: day)
            }
    }

    private static func deviation(
        status: RuleText.Status, exception: (id: String, until: Day)?, on day: Day
    ) -> Effect {
        guard status == .active else { return .shownOnly }
        guard let exception, day <= exception.until else { return .counts }
        return .excepted(id: exception.id, until: exception.until)
    }
}
