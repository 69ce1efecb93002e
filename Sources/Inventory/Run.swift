import Model
import Store

/// One scan, from its plan to its verdicts.
package struct Run: Sendable, Hashable {
    package enum State: String, Sendable {
        case open, interrupted
        /// Another run began before this one was resumed; it is no basis for reports.
        case abandoned
        case finished
    }

    /// Position in the store's history; later runs have larger ones.
    package let sequence: Int
    package let day: Day
    /// Number of the run on its UTC day, from 1.
    package let number: Int
    package let started: Timestamp
    package let finished: Timestamp?
    package let judged: Timestamp?
    package let state: State
    package let fleetSHA256: String
    package let toolVersion: String
    /// Measurements (endpoint times probe) planned and answered; 0 until the run is finished.
    package let planned: Int
    package let answered: Int

    /// `2026-11-23/1`.
    package var name: String { "\(day)/\(number)" }

    package var moment: RunMoment { RunMoment(name: name, started: started) }

    init(_ row: SQLRow) throws {
        sequence = try row.integer("run_id")
        guard let day = try row.optionalDay("day") else { throw InventoryError.noSuchRun("") }
        self.day = day
        number = try row.integer("number")
        started = try row.time("started")
        finished = try row.optionalTime("finished")
        judged = try row.optionalTime("judged")
        state = try row.word("state")
        fleetSHA256 = try row.text("fleet_sha256")
        toolVersion = try row.text("tool_version")
        planned = try row.integer("planned")
        answered = try row.integer("answered")
    }
}
