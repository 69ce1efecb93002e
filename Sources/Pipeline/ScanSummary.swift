import Inventory
import Model

/// What a scan came to, for people and for exit statuses.
package struct ScanSummary: Sendable {
    /// Endpoints, counted as reports count them: measured is where every planned probe got an answer.
    package struct Coverage: Sendable {
        package let known: Int
        package let planned: Int
        package let measured: Int
        package let notAuthorised: Int

        /// Of the known; 0 where nothing is known.
        package var percent: Double { known == 0 ? 0 : Double(measured) * 100 / Double(known) }
        package var percentText: String { "\((percent * 10).rounded() / 10) %" }
    }

    package let run: String
    package let isInterrupted: Bool
    package let coverage: Coverage
    /// Open findings that count, and how many were opened and closed by this run.
    package let open: Int
    /// Open findings that a valid exception covers.
    package let excepted: Int
    /// Open findings that are possible, not proven.
    package let possible: Int
    package let opened: Int
    package let closed: Int
    package let worstOpen: Severity?
    package let ruleErrors: [Judgement.RuleError]
    /// Exceptions somebody has to decide about: ended, unmatched, idle.
    package let undecided: [ExceptionReview]

    /// A run that was stopped: nothing was judged.
    init(interrupted run: Run, done: Int, planned: Int) {
        self.run = run.name
        isInterrupted = true
        coverage = Coverage(known: planned, planned: planned, measured: done, notAuthorised: 0)
        (open, excepted, possible, opened, closed, worstOpen) = (0, 0, 0, 0, 0, nil)
        (ruleErrors, undecided) = ([], [])
    }

    init(_ run: Run, _ inventory: InventoryStore, _ exceptions: [ExceptionReview]) throws {
        let endpoints = try inventory.coverage(of: run).overall.endpoints
        let findings = try inventory.findingCounts(of: run)
        self.run = run.name
        isInterrupted = false
        coverage = Coverage(
            known: endpoints.known, planned: endpoints.planned, measured: endpoints.measured,
            notAuthorised: endpoints.notAuthorised)
        (open, excepted, possible) = (findings.open, findings.excepted, findings.possible)
        (opened, closed, worstOpen) = (findings.opened, findings.closed, findings.worstOpen)
        ruleErrors = try inventory.tallies(of: run).compactMap { tally in
            tally.error.map { Judgement.RuleError(rule: tally.rule, message: $0) }
        }
        undecided = exceptions.filter(\.standing.asksForDecision)
    }

    /// The same for a person.
    package var sentences: [String] {
        if isInterrupted {
            return ["Run \(run) stopped: \(coverage.measured) of \(coverage.planned) measurements are stored."]
        }
        var sentences = [
            "Run \(run): \(coverage.measured) of \(coverage.known) known endpoints measured (\(coverage.percentText)); "
                + "\(coverage.planned - coverage.measured) gave no complete answer, \(coverage.notAuthorised) not authorised.",
            "Findings: \(open) open" + (excepted == 0 ? "" : ", \(excepted) excepted")
                + (possible == 0 ? "" : ", \(possible) possible")
                + ", \(opened) new, \(closed) closed.",
        ]
        if !ruleErrors.isEmpty {
            sentences.append("Rule errors: \(ruleErrors.count); their verdicts are 'not measured'.")
        }
        return sentences
    }

    package var sentence: String { sentences.joined(separator: " ") }
}
