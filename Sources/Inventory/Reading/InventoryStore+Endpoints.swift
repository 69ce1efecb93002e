import Model
import Store

/// An endpoint of the current plan and how each of its probes went.
package struct EndpointRecord: Sendable, Equatable {
    package struct Measurement: Sendable, Equatable {
        package let probe: String
        package let outcome: Outcome
        package let reason: String
        /// The last run that got an answer; `nil`: never.
        package let lastMeasured: RunMoment?
    }

    package let id: Int
    package let endpoint: Endpoint
    /// Sorted by probe; an endpoint planned for the first time in a run under way has none yet.
    package let measurements: [Measurement]

    /// The last run in which any probe got an answer.
    package var lastMeasured: RunMoment? {
        measurements.compactMap(\.lastMeasured).max { $0.started < $1.started }
    }
}

extension InventoryStore {
    /// Every endpoint of the current plan, sorted.
    package func endpoints() throws -> [EndpointRecord] {
        try file.read { session in
            let measurements = try session.measurements()
            return try session.rows(
                """
                SELECT endpoint_id, body, name AS server_name, address, port, transport, service FROM endpoint
                """
            ) { row in
                let id = try row.integer("endpoint_id")
                return EndpointRecord(id: id, endpoint: try row.endpoint(), measurements: measurements[id] ?? [])
            }.sorted { $0.endpoint == $1.endpoint ? $0.id < $1.id : $0.endpoint < $1.endpoint }
        }
    }

    /// Endpoints of a finished run, by id.
    package func endpoints(asOf run: Run) throws -> [Int: Endpoint] {
        try file.read { session in
            var endpoints: [Int: Endpoint] = [:]
            try session.forEach(
                """
                SELECT e.*, min(p.service) AS service FROM h_endpoint e JOIN h_plan p ON p.endpoint_id = e.endpoint_id
                AND \(HistoryTables.holds("p")) GROUP BY e.endpoint_id
                """, run.sequence, run.sequence
            ) { endpoints[try $0.integer("endpoint_id")] = try $0.endpoint() }
            return endpoints
        }
    }

    /// What was seen as of a finished run, sorted by endpoint and probe; `at` is when it was first seen so.
    package func observations(asOf run: Run) throws -> [Observation] {
        guard run.state == .finished else { throw InventoryError.runNotFinished(run.name) }
        return try file.read { session in
            let shelf = DocumentShelf(session: session, reader: current.reader)
            return try session.rows(
                """
                SELECT e.*, p.service, o.probe, o.outcome, o.reason, o.seen, o.seen_at, o.document_id FROM h_observation o
                JOIN h_endpoint e ON e.endpoint_id = o.endpoint_id
                JOIN h_plan p ON p.endpoint_id = o.endpoint_id AND p.probe = o.probe AND \(HistoryTables.holds("p"))
                WHERE \(HistoryTables.holds("o"))
                ORDER BY e.body, e.server_name, e.port, e.address, o.probe
                """, run.sequence, run.sequence, run.sequence, run.sequence
            ) { row in
                Observation(
                    endpoint: try row.endpoint(), probe: try row.text("probe"), at: try row.seen(),
                    outcome: try row.word("outcome"), reason: try row.text("reason"),
                    facts: try shelf.facts(of: row.integer("document_id")))
            }
        }
    }
}

extension SQLRow {
    fileprivate func seen() throws -> Timestamp {
        try optionalInteger("seen_at").map(Timestamp.init) ?? time("seen")
    }
}

extension StoreSession {
    fileprivate func measurements() throws -> [Int: [EndpointRecord.Measurement]] {
        let runs = try FinishedRuns(self)
        var answered: [Int: [String: RunMoment]] = [:]
        try forEach(
            """
            SELECT endpoint_id, probe, max(from_run) AS from_run, max(until_run) AS until_run FROM h_observation
            WHERE outcome = 'answered' AND until_run IS NOT NULL GROUP BY endpoint_id, probe
            """
        ) { row in
            let moment = runs.last(from: try row.integer("from_run"), until: try row.integer("until_run"))
            answered[try row.integer("endpoint_id"), default: [:]][try row.text("probe")] = moment
        }
        var measurements: [Int: [EndpointRecord.Measurement]] = [:]
        try forEach("SELECT * FROM h_observation WHERE until_run IS NULL ORDER BY endpoint_id, probe") { row in
            let (id, probe, outcome) = (
                try row.integer("endpoint_id"), try row.text("probe"), try row.word("outcome", as: Outcome.self)
            )
            let last =
                outcome == .answered
                ? runs.last(from: try row.integer("from_run"), until: nil) : answered[id]?[probe]
            measurements[id, default: []].append(
                .init(probe: probe, outcome: outcome, reason: try row.text("reason"), lastMeasured: last))
        }
        return measurements
    }
}
