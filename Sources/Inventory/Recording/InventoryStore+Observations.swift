import Model
import Store

/// One measurement the run under way has still to make.
package struct PendingMeasurement: Sendable, Equatable {
    package let endpoint: Endpoint
    package let probe: String
    let endpointID: Int
    let planID: Int
}

extension InventoryStore {
    /// Adds to the plan of the run; may be called again as more becomes known (mail hosts), and again after a resume.
    ///
    /// An endpoint behind a barrier is a gap at once and never pending.
    package func record(plan: [PlannedEndpoint], in run: Run) throws {
        try file.write { session in
            let history = PlanHistory(session: session, run: run, current: current)
            for planned in plan { try history.record(planned, at: run.started) }
        }
    }

    /// What is planned and not yet recorded, sorted.
    package func pending(in run: Run) throws -> [PendingMeasurement] {
        try file.read { session in
            try session.run(sequence: run.sequence).state == .open ? session.pending() : []
        }
    }

    /// One transaction: after it returns, a killed process loses nothing of the batch.
    ///
    /// An observation of something the plan does not name is our own mistake.
    package func record(_ observations: [Observation], in run: Run) throws {
        try file.write { session in
            let history = ObservationHistory(session: session, run: run, current: current)
            for observation in observations {
                let planned = try session.planned(observation.endpoint, probe: observation.probe)
                guard let planned else {
                    preconditionFailure("\(observation.endpoint.label): probe \(observation.probe) was not planned")
                }
                try history.record(observation, endpointID: planned.endpointID, planID: planned.planID)
            }
        }
    }
}

extension StoreSession {
    func pending() throws -> [PendingMeasurement] {
        try rows(
            """
            SELECT e.*, p.service, p.probe, p.plan_id FROM h_journal j JOIN h_plan p ON p.plan_id = j.plan_id
            JOIN h_endpoint e ON e.endpoint_id = p.endpoint_id WHERE j.done = 0
            ORDER BY e.body, e.server_name, e.port, e.address, p.probe
            """
        ) {
            PendingMeasurement(
                endpoint: try $0.endpoint(), probe: try $0.text("probe"), endpointID: try $0.integer("endpoint_id"),
                planID: try $0.integer("plan_id"))
        }
    }

    fileprivate func planned(_ endpoint: Endpoint, probe: String) throws -> (endpointID: Int, planID: Int)? {
        try first(
            """
            SELECT p.endpoint_id, p.plan_id FROM h_endpoint e
            JOIN h_plan p ON p.endpoint_id = e.endpoint_id AND p.until_run IS NULL
            WHERE \(EndpointKey.condition) AND p.probe = ?
            """, values: endpoint.key + [probe]
        ) { (try $0.integer("endpoint_id"), try $0.integer("plan_id")) }
    }
}

extension SQLRow {
    /// From the columns of `h_endpoint` and the plan's service.
    func endpoint() throws -> Endpoint {
        Endpoint(
            body: try text("body"), address: IPAddress(try text("address")),
            port: UInt16(clamping: try integer("port")), transport: try word("transport"),
            serverName: try text("server_name"), service: try word("service"))
    }
}
