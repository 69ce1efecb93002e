import Model
import Store

/// What is planned, run after run, and the journal of the run under way.
struct PlanHistory {
    let session: StoreSession
    let run: Run
    let current: CurrentState

    /// Adds to the run's plan; the same twice is once. What this run has measured stays, whatever bars the way now.
    func record(_ planned: PlannedEndpoint, at time: Timestamp) throws {
        let endpointID = try identify(planned.endpoint)
        try showCurrent(planned.endpoint, endpointID: endpointID)
        for probe in planned.probes {
            let planID = try plan(endpointID: endpointID, probe: probe, service: planned.endpoint.service)
            try session.run("INSERT INTO h_journal VALUES (?, 0) ON CONFLICT (plan_id) DO NOTHING", planID)
            guard let barrier = planned.barrier, try isPending(planID) else { continue }
            try ObservationHistory(session: session, run: run, current: current).record(
                Observation(
                    endpoint: planned.endpoint, probe: probe, at: time, outcome: barrier.outcome,
                    reason: barrier.reason),
                endpointID: endpointID, planID: planID)
        }
    }

    /// Whatever the finished run did not name is no longer planned, and no longer current.
    func endUnplanned() throws {
        let gone = try session.rows(
            """
            SELECT plan_id, endpoint_id, probe FROM h_plan p WHERE until_run IS NULL
            AND NOT EXISTS (SELECT 1 FROM h_journal j WHERE j.plan_id = p.plan_id)
            """
        ) {
            (planID: try $0.integer("plan_id"), endpointID: try $0.integer("endpoint_id"), probe: try $0.text("probe"))
        }
        let history = ObservationHistory(session: session, run: run, current: current)
        for row in gone {
            try end(planID: row.planID)
            try history.end(endpointID: row.endpointID, probe: row.probe)
            try current.remove(session, endpointID: row.endpointID, probe: row.probe)
        }
        guard !gone.isEmpty else { return }
        try session.run(
            "DELETE FROM endpoint WHERE endpoint_id NOT IN (SELECT endpoint_id FROM h_plan WHERE until_run IS NULL)")
    }

    private func isPending(_ planID: Int) throws -> Bool {
        try session.count("SELECT count(*) FROM h_journal WHERE plan_id = ? AND done = 0", planID) > 0
    }

    private func identify(_ endpoint: Endpoint) throws -> Int {
        let key = endpoint.key
        if let known = try session.first(EndpointKey.lookup, values: key, as: { try $0.integer("endpoint_id") }) {
            return known
        }
        try session.run(
            "INSERT INTO h_endpoint (server_name, port, address, body, transport) VALUES (?, ?, ?, ?, ?)", values: key)
        return session.lastInsertedID
    }

    private func showCurrent(_ endpoint: Endpoint, endpointID: Int) throws {
        let service = try session.first("SELECT service FROM endpoint WHERE endpoint_id = ?", endpointID) {
            try $0.text("service")
        }
        if service == endpoint.service.rawValue { return }
        try session.run("DELETE FROM endpoint WHERE endpoint_id = ?", endpointID)
        try session.run(
            """
            INSERT INTO endpoint (endpoint_id, name, port, address, body, transport, service) VALUES (?, ?, ?, ?, ?, ?, ?)
            """, values: [endpointID] + endpoint.key + [endpoint.service.rawValue])
    }

    private func plan(endpointID: Int, probe: String, service: Service) throws -> Int {
        let known = try session.first(
            "SELECT plan_id, service FROM h_plan WHERE endpoint_id = ? AND probe = ? AND until_run IS NULL",
            endpointID, probe
        ) { (id: try $0.integer("plan_id"), service: try $0.text("service")) }
        if let known, known.service == service.rawValue { return known.id }
        if let known {
            try session.run("DELETE FROM h_journal WHERE plan_id = ?", known.id)
            try end(planID: known.id)
        }
        try session.run(
            "INSERT INTO h_plan (endpoint_id, probe, service, from_run) VALUES (?, ?, ?, ?)",
            endpointID, probe, service.rawValue, run.sequence)
        return session.lastInsertedID
    }

    /// An interval that would be empty is taken away instead.
    private func end(planID: Int) throws {
        try session.run("DELETE FROM h_plan WHERE plan_id = ? AND from_run = ?", planID, run.sequence)
        try session.run("UPDATE h_plan SET until_run = ? WHERE plan_id = ?", run.sequence, planID)
    }
}

/// What tells one endpoint from another, in the order of the index.
enum EndpointKey {
    static let condition = "server_name = ? AND port = ? AND address = ? AND body = ? AND transport = ?"
    static let lookup = "SELECT endpoint_id FROM h_endpoint WHERE \(condition)"
}

extension Endpoint {
    var key: [any SQLBindable] {
        [serverName, Int(port), address?.description ?? "", body, transport.rawValue]
    }
}
