import Model

/// Exceptions by what the day of the run makes of them.
struct ExceptionFigures: Sendable {
    /// Approved and not yet over, soonest end first.
    let active: [Picture.Exception]
    /// Over; what they covered counts again.
    let expired: [Picture.Exception]
    /// Every one with what became of it: first what needs a decision.
    let standings: [(exception: Picture.Exception, standing: ExceptionStanding)]
    let today: Day

    init(_ exceptions: [Picture.Exception], on today: Day) {
        self.today = today
        let sorted = exceptions.sorted { ($0.expires.number, $0.id) < ($1.expires.number, $1.id) }
        active = sorted.filter { $0.approvedOn <= today && today <= $0.expires }
        expired = sorted.filter { $0.expires < today }
        let order: [ExceptionStanding] = [.ended, .endingSoon, .unmatched, .idle, .notMeasured, .active]
        let judged = sorted.map { (exception: $0, standing: $0.standing(on: today)) }
        standings = order.flatMap { standing in judged.filter { $0.standing == standing } }
    }

    /// Active, but ending in the year of the run.
    var endingThisYear: [Picture.Exception] { active.filter { $0.expires.civil.year == today.civil.year } }

    func ending(within days: Int) -> [Picture.Exception] { active.filter { $0.expires.number - today.number <= days } }

    /// Over, and the finding is still open: it counts again.
    var countingAgain: [Picture.Exception] { expired.filter { !$0.findings.isEmpty } }
}

extension Picture.Exception {
    func standing(on today: Day) -> ExceptionStanding {
        if let standing { return standing }
        if expires < today { return .ended }
        if findings.isEmpty { return .unmatched }
        return expires.number - today.number <= ExceptionStanding.soonDays ? .endingSoon : .active
    }
}

extension ExceptionStanding {
    /// A person has to do something about it, today or before its last day.
    var needsDecision: Bool { asksForDecision || self == .endingSoon }
}
