/// What has become of an exception.
package enum ExceptionStanding: String, Sendable, CaseIterable {
    /// It covers an open finding.
    case active
    /// The same, and its last day is near.
    case endingSoon = "ending-soon"
    /// Its last day is over: what it covered counts again.
    case ended
    /// What it names does not exist, so it accepts nothing.
    case unmatched
    /// What it names exists and has no open finding any more.
    case idle
    /// What it names was not measured in the last run, so nobody can say.
    case notMeasured = "not-measured"

    /// Days before its end from which on an exception ends soon.
    package static let soonDays = 30

    /// Somebody has to change the fleet file.
    package var asksForDecision: Bool { [.ended, .unmatched, .idle].contains(self) }
}
