import Model

/// Exceptions by what the day of the run makes of them.
struct ExceptionFigures: Sendable {
    /// Approved and not yet over, soonest end first.
    let active: [Picture.Exception]
    /// Over; what they covered counts again.
    let expired: [Picture.Exception]
    let today: Day

    init(_ exceptions: [Picture.Exception], on today: Day) {
        self.today = today
        let sorted = exceptions.sorted { ($0.expires.number, $0.id) < ($1.expires.number, $1.id) }
        active = sorted.filter { $0.approvedOn <= today && today <= $0.expires }
        expired = sorted.filter { $0.expires < today }
    }

    /// Active, but ending in the year of the run.
    var endingThisYear: [Picture.Exception] { active.filter { $0.expires.civil.year == today.civil.year } }

    func ending(within days: Int) -> [Picture.Exception] { active.filter { $0.expires.number - today.number <= days } }

    /// Over, and the finding is still open: it counts again.
    var countingAgain: [Picture.Exception] { expired.filter { !$0.findings.isEmpty } }

    /// Active and fitting no open finding: a candidate to be removed from the fleet file.
    var unmatched: [Picture.Exception] { active.filter(\.findings.isEmpty) }
}
