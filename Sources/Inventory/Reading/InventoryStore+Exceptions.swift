import Model
import Store

/// An endpoint of the current plan at the place an exception names, and what its rule said there.
package struct ExceptedEndpoint: Sendable, Equatable {
    package let endpoint: Endpoint
    /// Products seen there in the last run.
    package let software: Set<String>
    /// Probes that got no answer there, so more may run than was seen.
    package let gaps: Set<String>
    /// `nil`: it conforms, its probes got no answer, or the rule says nothing of it.
    package let verdict: Verdict?

    package init(endpoint: Endpoint, software: Set<String>, gaps: Set<String>, verdict: Verdict?) {
        self.endpoint = endpoint
        self.software = software
        self.gaps = gaps
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
                  (SELECT s.verdict FROM h_verdict v JOIN h_rule_number n ON n.rule_number = v.rule_number
                    JOIN h_saying s ON s.saying_id = v.saying_id
                    WHERE n.rule = ? AND v.endpoint_id = endpoint.endpoint_id AND v.until_run IS NULL) AS verdict
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
                ExceptedEndpoint(
                    endpoint: row.endpoint, software: try products(at: row.id, session),
                    gaps: try session.gaps(at: row.id), verdict: row.verdict)
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
    fileprivate func gaps(at endpoint: Int) throws -> Set<String> {
        Set(
            try rows("SELECT probe FROM observation WHERE endpoint_id = ? AND outcome <> 'answered'", endpoint) {
                try $0.text("probe")
            })
    }
}
