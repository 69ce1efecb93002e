/// One endpoint the plan names, with the probes to ask there.
package struct PlannedEndpoint: Sendable, Equatable {
    /// Why it will not be asked, known before any packet: outside the scope, without an address, excluded.
    package struct Barrier: Sendable, Equatable {
        package let outcome: Outcome
        package let reason: String

        package init(outcome: Outcome, reason: String) {
            self.outcome = outcome
            self.reason = reason
        }
    }

    package let endpoint: Endpoint
    /// Names of probes, sorted; never empty.
    package let probes: [String]
    package let barrier: Barrier?

    package init(endpoint: Endpoint, probes: [String], barrier: Barrier?) {
        self.endpoint = endpoint
        self.probes = probes
        self.barrier = barrier
    }
}
