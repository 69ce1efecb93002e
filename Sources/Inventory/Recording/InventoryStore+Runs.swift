import Model
import Store

extension InventoryStore {
    /// Begins a run and refuses a second scan of the same store. A run left open earlier can no longer be resumed.
    package func beginRun(at time: Timestamp, fleet: Fleet, fleetSHA256: String, toolVersion: String, note: String = "")
        throws
        -> Run
    {
        try lock()
        return try file.write { session in
            try session.run("UPDATE h_run SET state = 'abandoned' WHERE state IN ('open', 'interrupted')")
            try session.run("DELETE FROM h_journal")
            let number = try session.count("SELECT coalesce(max(number), 0) + 1 FROM h_run WHERE day = ?", time.day)
            try session.run(
                """
                INSERT INTO h_run (day, number, started, state, fleet_sha256, tool_version, note, planned, answered)
                VALUES (?, ?, ?, 'open', ?, ?, ?, 0, 0)
                """, time.day, number, time, fleetSHA256, toolVersion, note)
            let run = try session.run(sequence: session.lastInsertedID)
            try BodyHistory(session: session, run: run).record(fleet.bodies)
            try RelationHistory(session: session, run: run).record(fleet.relations)
            try UsageHistory(session: session, run: run).record(fleet.usages)
            return run
        }
    }

    /// Continues a run that was interrupted or killed: the one named, or the last. What it has measured is known.
    package func resumeRun(_ name: String? = nil) throws -> Run {
        try lock()
        return try file.write { session in
            let open = "SELECT * FROM h_run WHERE state IN ('open', 'interrupted') ORDER BY run_id DESC"
            guard let last = try session.first(open, as: Run.init) else { throw InventoryError.noRunToResume }
            if let name, name != last.name {
                throw try session.run(named: name) == nil
                    ? InventoryError.noSuchRun(name) : InventoryError.noRunToResume
            }
            try session.run("UPDATE h_run SET state = 'open' WHERE run_id = ?", last.sequence)
            return try session.run(sequence: last.sequence)
        }
    }

    /// Leaves a run so that it can be resumed, and lets go of the store.
    package func interrupt(_ run: Run) throws {
        try file.write { try $0.run("UPDATE h_run SET state = 'interrupted' WHERE run_id = ?", run.sequence) }
        try file.checkpoint()
        unlock()
    }

    /// Ends a run: what was planned and never asked becomes a gap, what is no longer planned ends. The journal stays until
    /// the next run begins, which takes the same room.
    @discardableResult
    package func finish(_ run: Run, at time: Timestamp) throws -> Run {
        try file.write { session in
            let history = ObservationHistory(session: session, run: run, current: current)
            try history.closeGaps(at: time)
            try PlanHistory(session: session, run: run, current: current).endUnplanned()
            try SoftwareWeighing(session, vocabulary)?.weighHostsChanged(in: run)
            try session.run(
                """
                UPDATE h_run SET state = 'finished', finished = ?,
                  planned = (SELECT count(*) FROM h_observation WHERE until_run IS NULL),
                  answered = (SELECT count(*) FROM h_observation WHERE until_run IS NULL AND outcome = 'answered')
                WHERE run_id = ?
                """, time, run.sequence)
            return try session.run(sequence: run.sequence)
        }
    }
}

extension StoreSession {
    func run(sequence: Int) throws -> Run {
        guard let run = try first("SELECT * FROM h_run WHERE run_id = ?", sequence, as: Run.init) else {
            throw InventoryError.noSuchRun(String(sequence))
        }
        return run
    }

    func run(named name: String) throws -> Run? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let number = Int(parts[1]) else { return nil }
        return try first("SELECT * FROM h_run WHERE day = ? AND number = ?", parts[0], number, as: Run.init)
    }
}
