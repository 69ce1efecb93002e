/// What one probe saw at one endpoint at one time, stored as it was seen.
package struct Observation: Sendable, Equatable {
    package let endpoint: Endpoint
    package let probe: String
    package let at: Timestamp
    package let outcome: Outcome
    /// Why it is a gap, in the closed words of DESIGN.md section 3 plus detail; empty when answered.
    package let reason: String
    package let facts: Facts

    package init(
        endpoint: Endpoint, probe: String, at: Timestamp, outcome: Outcome, reason: String = "", facts: Facts = Facts()
    ) {
        self.endpoint = endpoint
        self.probe = probe
        self.at = at
        self.outcome = outcome
        self.reason = reason
        self.facts = facts
    }

    /// The same with other facts.
    package func with(_ facts: Facts) -> Observation {
        Observation(endpoint: endpoint, probe: probe, at: at, outcome: outcome, reason: reason, facts: facts)
    }
}
