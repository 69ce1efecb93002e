import Model
import Store

/// What was seen, run after run: an interval ends only when something else is seen, or nothing.
struct ObservationHistory {
    private struct Interval {
        let id: Int
        let from: Int
        let outcome: String
        let reason: String
        let documentID: Int
        /// The document is that of the digest asked for.
        let isSame: Bool
    }

    let session: StoreSession
    let run: Run
    let current: CurrentState

    /// The journal knows what was seen even where nothing changed.
    func record(_ observation: Observation, endpointID: Int, planID: Int) throws {
        let document = StoredFacts(observation.facts, vocabulary: current.vocabulary)
        let known = try interval(endpointID: endpointID, probe: observation.probe, digest: document.digest)
        if !fits(known, observation) {
            let before = try known.map { try shelf.parts(of: $0.documentID) }
            if let known { try end(known) }
            let shelved = try shelf.shelve(document, after: before ?? [])
            try begin(observation, endpointID: endpointID, documentID: shelved.documentID)
            try current.replace(
                session, endpointID: endpointID, probe: observation.probe, outcome: observation.outcome,
                reason: observation.reason)
            try current.replace(
                session, endpointID: endpointID, probe: observation.probe,
                facts: zip(document.parts, shelved.parts).map { ($0, $1) }, before: before)
        }
        try session.run("UPDATE h_journal SET done = 1 WHERE plan_id = ?", planID)
    }

    private var shelf: DocumentShelf { DocumentShelf(session: session, reader: current.reader) }

    /// What was planned and never asked is a gap like any other.
    func closeGaps(at time: Timestamp) throws {
        for planned in try session.pending() {
            try record(
                Observation(
                    endpoint: planned.endpoint, probe: planned.probe, at: time, outcome: .failed, reason: "not asked"),
                endpointID: planned.endpointID, planID: planned.planID)
        }
    }

    func end(endpointID: Int, probe: String) throws {
        if let known = try interval(endpointID: endpointID, probe: probe) { try end(known) }
    }

    private func fits(_ known: Interval?, _ observation: Observation) -> Bool {
        guard let known else { return false }
        return known.isSame && known.outcome == observation.outcome.rawValue && known.reason == observation.reason
    }

    private func interval(endpointID: Int, probe: String, digest: [UInt8] = []) throws -> Interval? {
        try session.first(
            """
            SELECT observation_id, from_run, outcome, reason, document_id,
              document_id IS (SELECT k.document_id FROM h_document_key k WHERE k.sha256 = ?) AS is_same
            FROM h_observation WHERE endpoint_id = ? AND probe = ? AND until_run IS NULL
            """, digest, endpointID, probe
        ) {
            Interval(
                id: try $0.integer("observation_id"), from: try $0.integer("from_run"), outcome: try $0.text("outcome"),
                reason: try $0.text("reason"), documentID: try $0.integer("document_id"),
                isSame: try $0.boolean("is_same"))
        }
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ interval: Interval) throws {
        if interval.from == run.sequence {
            try session.run("DELETE FROM h_observation WHERE observation_id = ?", interval.id)
        } else {
            try session.run(
                "UPDATE h_observation SET until_run = ?, room = NULL WHERE observation_id = ?", run.sequence,
                interval.id)
        }
    }

    private func begin(_ observation: Observation, endpointID: Int, documentID: Int) throws {
        try session.run(
            """
            INSERT INTO h_observation (endpoint_id, probe, outcome, reason, seen, seen_at, document_id, from_run)
            VALUES (?, ?, ?, ?, '', ?, ?, ?)
            """, endpointID, observation.probe, observation.outcome.rawValue, observation.reason,
            observation.at.seconds, documentID, run.sequence)
    }
}
