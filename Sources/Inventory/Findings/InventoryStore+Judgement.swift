import Model
import Store

extension InventoryStore {
    /// Remembers what the rules said about a run, and lets findings open, close and reopen by it.
    ///
    /// The run is the last finished one; judging it again (a rule was added) continues the same history.
    /// `rules` are all there are, in any order; those that are retired were not judged. `judge` hands over one rule after
    /// the other, so that no more than one has to be held. Rules that looked at what changed alone rest on `basis`.
    @discardableResult
    package func record(
        rules: [RuleText], fleet: Fleet, in run: Run, at time: Timestamp, basis: JudgingBasis? = nil,
        judge: (_ take: (JudgedRule) throws -> Void) throws -> Void
    ) throws -> Run {
        try file.write { session in
            try session.checkLastFinished(run)
            let previous = try session.judgedRun(before: run)
            try RuleHistory(session: session, run: run).record(rules)
            try ExceptionHistory(session: session, run: run).record(fleet.exceptions)
            let verdicts = VerdictHistory(session: session, run: run)
            let tallies = TallyHistory(session: session, run: run)
            let findings = FindingHistory(
                session: session, run: run, fleet: fleet, rules: rules,
                cause: OpeningCause(session: session, previous: previous, vocabulary: vocabulary))
            if let basis { try findings.look(at: basis.changed) }
            var judged: Set<String> = []
            try judge { said in
                judged.insert(said.rule)
                switch said {
                case .whole(let judgement):
                    try verdicts.record(judgement)
                    try tallies.record(judgement)
                    try findings.record(judgement)
                case .changed(let before, let now):
                    try verdicts.record(now, insteadOf: before)
                    try tallies.record(now, insteadOf: before)
                    try findings.record(changed: now)
                }
            }
            try verdicts.endAll(except: judged)
            try tallies.endAll(except: judged)
            try findings.recordAbsence(except: judged)
            try session.keepJudged(run, shape: current.shape)
            try session.run("UPDATE h_run SET judged = coalesce(judged, ?) WHERE run_id = ?", time, run.sequence)
            return try session.run(sequence: run.sequence)
        }
    }

    /// The same for a judgement that is already there.
    @discardableResult
    package func record(
        _ judgement: Judgement, rules: [RuleText], fleet: Fleet, in run: Run, at time: Timestamp
    ) throws -> Run {
        try record(rules: rules, fleet: fleet, in: run, at: time) { take in
            try judgement.rules.forEach { try take(.whole($0)) }
        }
    }
}

extension StoreSession {
    fileprivate func checkLastFinished(_ run: Run) throws {
        let stored = try self.run(sequence: run.sequence)
        guard stored.state == .finished else { throw InventoryError.runNotFinished(run.name) }
        let last = try count("SELECT coalesce(max(run_id), 0) FROM h_run WHERE state = 'finished'")
        guard last == run.sequence else { throw InventoryError.runNotLast(run.name) }
    }
}
