import Model
import Store

extension InventoryStore {
    /// Compares two finished runs; the earlier one first, whichever way they are given.
    package func difference(from one: Run, to other: Run) throws -> RunDifference {
        let (from, to) = one.sequence <= other.sequence ? (one, other) : (other, one)
        return try file.read { session in
            let planned = PlanDifference(session: session, from: from.sequence, to: to.sequence)
            let seen = try ObservationDifference(
                session: session, from: from.sequence, to: to.sequence, vocabulary: vocabulary, reader: current.reader)
            let findings = try FindingDifference(session: session, from: from.sequence, to: to.sequence)
            let endpoints = try EndpointDifference(
                session: session, from: from.sequence, to: to.sequence, vocabulary: vocabulary, reader: current.reader)
            let exceptions = try ExceptionDifference(session: session, from: from, to: to)
            let changes = try findings.changes()
            return RunDifference(
                from: from, to: to, balances: try findings.balances() + endpoints.balances() + [exceptions.balance()],
                events: try CommonEvents(session: session, vocabulary: vocabulary).events(in: changes),
                findings: changes, counting: try findings.counting(), exceptions: exceptions.changes(),
                endpointsAdded: try planned.added(), endpointsRemoved: try planned.removed(),
                certificates: seen.certificates, software: seen.software, measurements: seen.measurements,
                coverageBefore: try session.coverage(of: from), coverageAfter: try session.coverage(of: to))
        }
    }
}

/// Endpoints planned in one run and not in the other.
private struct PlanDifference {
    let session: StoreSession
    let from: Int
    let to: Int

    func added() throws -> [Endpoint] { try planned(at: to, notAt: from) }
    func removed() throws -> [Endpoint] { try planned(at: from, notAt: to) }

    private func planned(at run: Int, notAt other: Int) throws -> [Endpoint] {
        let ids = try session.rows(
            """
            SELECT endpoint_id FROM h_plan WHERE \(HistoryTables.holds("h_plan"))
            EXCEPT SELECT endpoint_id FROM h_plan WHERE \(HistoryTables.holds("h_plan"))
            """, run, run, other, other
        ) { try $0.integer("endpoint_id") }
        return try ids.map(session.endpoint).sorted()
    }
}
