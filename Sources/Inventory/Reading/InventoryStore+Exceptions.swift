import Model
import Store

/// An endpoint of the current plan at the place an exception names, and what its rule said there.
package struct ExceptedEndpoint: Sendable, Equatable {
    package let endpoint: Endpoint
    /// Products seen there in the last run.
    package let software: Set<String>
    /// A probe got no answer there, so more may run than was seen.
    package let hasGap: Bool
    /// `nil`: it conforms, or the rule says nothing of it.
    package let verdict: Verdict?

    package init(endpoint: Endpoint, software: Set<String>, hasGap: Bool, verdict: Verdict?) {
        self.endpoint = endpoint
        self.software = software
        self.hasGap = hasGap
        self.verdict = verdict
    }
}

extension InventoryStore {
    /// Where an exception looks, whatever product it names.
    package func endpoints(of exception: FleetException) throws -> [ExceptedEndpoint] {
        let subject = exception.subject
        return try file.read { session in
            let rows = try session.rows(
                """
                SELECT endpoint_id, body, name AS server_name, address, port, transport, service,
                  (SELECT v.verdict FROM h_verdict v WHERE v.rule = ? AND v.endpoint_id = endpoint.endpoint_id
                    AND v.until_run IS NULL) AS verdict
                FROM endpoint WHERE body = coalesce(?, body) AND port = coalesce(?, port)
                  AND (name = coalesce(?, name) OR name = '') ORDER BY endpoint_id
                """, exception.rule, subject.body, subject.port.map(Int.init), subject.host
            ) { row in
                (
                    id: try row.integer("endpoint_id"), endpoint: try row.endpoint(),
                    verdict: try row.optionalText("verdict").flatMap(Verdict.init)
                )
            }
            return try rows.filter { subject.isPlace(of: $0.endpoint) }.map { row in
                // What a probe could not measure stands in the observations, not among the verdicts.
                let hasGap = try session.hasGap(at: row.id)
                return ExceptedEndpoint(
                    endpoint: row.endpoint, software: try products(at: row.id, session), hasGap: hasGap,
                    verdict: row.verdict ?? (hasGap ? .notMeasured : nil))
            }
        }
    }

    private func products(at endpoint: Int, _ session: StoreSession) throws -> Set<String> {
        guard vocabulary.table("software") != nil else { return [] }
        return Set(
            try session.rows("SELECT DISTINCT product FROM software WHERE endpoint_id = ?", endpoint) {
                try $0.text("product")
            })
    }
}

extension StoreSession {
    fileprivate func hasGap(at endpoint: Int) throws -> Bool {
        try count("SELECT count(*) FROM observation WHERE endpoint_id = ? AND outcome <> 'answered'", endpoint) > 0
    }
}
