import Model
import Store

extension InventoryStore {
    /// Every run, oldest first.
    package func runs() throws -> [Run] {
        try file.read { try $0.rows("SELECT * FROM h_run ORDER BY run_id", as: Run.init) }
    }

    package func run(named name: String) throws -> Run {
        guard let run = try file.read({ try $0.run(named: name) }) else { throw InventoryError.noSuchRun(name) }
        return run
    }

    package func lastFinishedRun() throws -> Run? {
        try file.read {
            try $0.first("SELECT * FROM h_run WHERE state = 'finished' ORDER BY run_id DESC", as: Run.init)
        }
    }

    /// The last finished run that began before a moment: what a comparison with last month starts from.
    package func lastFinishedRun(before time: Timestamp) throws -> Run? {
        try file.read {
            try $0.first(
                "SELECT * FROM h_run WHERE state = 'finished' AND started < ? ORDER BY run_id DESC", time, as: Run.init)
        }
    }
}

/// A run as others refer to it.
package struct RunMoment: Sendable, Hashable {
    /// `2026-11-23/1`.
    package let name: String
    package let started: Timestamp
}

extension SQLRow {
    /// From a run's columns under a prefix: `opened_day`, `opened_number`, `opened_started`.
    func moment(_ prefix: String) throws -> RunMoment? {
        guard let day = try optionalText("\(prefix)_day") else { return nil }
        return RunMoment(
            name: "\(day)/\(try integer("\(prefix)_number"))", started: try time("\(prefix)_started"))
    }
}

/// The finished runs of a store: which of them measured what an interval covers.
struct FinishedRuns {
    private let runs: [(sequence: Int, moment: RunMoment)]

    init(_ session: StoreSession) throws {
        runs = try session.rows("SELECT * FROM h_run WHERE state = 'finished' ORDER BY run_id") {
            let run = try Run($0)
            return (run.sequence, RunMoment(name: run.name, started: run.started))
        }
    }

    /// The last one an interval holds in; an open interval holds in the last of all.
    func last(from: Int, until: Int?) -> RunMoment? {
        runs.last { $0.sequence >= from && $0.sequence < until ?? .max }?.moment
    }
}

extension StoreSession {
    static let endpointColumns = """
        e.endpoint_id, e.body, e.address, e.port, e.transport, e.server_name, (SELECT p.service FROM h_plan p
        WHERE p.endpoint_id = e.endpoint_id ORDER BY p.plan_id DESC LIMIT 1) AS service
        """

    func endpoint(_ id: Int) throws -> Endpoint {
        let sql = "SELECT \(Self.endpointColumns) FROM h_endpoint e WHERE e.endpoint_id = ?"
        guard let endpoint = try first(sql, id, as: { try $0.endpoint() }) else {
            throw SQLRow.missing("endpoint \(id)")
        }
        return endpoint
    }
}
