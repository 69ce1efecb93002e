import Model
import Store

/// How much of what is known was measured; stands at the top of every report.
package struct Coverage: Sendable, Equatable {
    package struct Figures: Sendable, Equatable {
        /// Planned, and kept back for want of permission.
        package var known = 0
        /// Every planned probe got an answer.
        package var measured = 0
        /// Of the gaps: those where at least one of the planned probes got an answer.
        package var partly = 0
        /// Outside the scope, excluded, or without a valid authorisation.
        package var notAuthorised = 0
        package var gaps: [Gap: Int] = [:]

        package init() {}

        static func + (left: Figures, right: Figures) -> Figures {
            var sum = left
            sum.known += right.known
            sum.measured += right.measured
            sum.partly += right.partly
            sum.notAuthorised += right.notAuthorised
            sum.gaps.merge(right.gaps, uniquingKeysWith: +)
            return sum
        }

        package var planned: Int { known - notAuthorised }
        /// `nil` where nothing is known.
        package var share: Double? { known == 0 ? nil : Double(measured) / Double(known) }
    }

    /// Why something planned was not measured.
    package struct Gap: Sendable, Hashable, Comparable {
        package let outcome: Outcome
        package let reason: String

        package static func < (left: Gap, right: Gap) -> Bool {
            (left.outcome.rawValue, left.reason) < (right.outcome.rawValue, right.reason)
        }
    }

    /// Services at addresses: an endpoint counts as measured when every planned probe got an answer.
    package var services = Figures()
    /// Names in the DNS.
    package var names = Figures()
    /// Services and names together: every endpoint counts one. What reports call coverage.
    package var endpoints: Figures { services + names }
    /// Endpoint times probe: the strictest figure.
    package var measurements = Figures()

    package init() {}
}

/// The coverage of one run, overall and by body.
package struct RunCoverage: Sendable, Equatable {
    package let run: String
    package private(set) var overall = Coverage()
    package private(set) var bodies: [String: Coverage] = [:]

    fileprivate init(run: String) { self.run = run }

    fileprivate mutating func add(_ endpoint: EndpointOutcomes) {
        endpoint.add(to: &overall)
        endpoint.add(to: &bodies[endpoint.body, default: Coverage()])
    }
}

extension InventoryStore {
    package func coverage(of run: Run) throws -> RunCoverage {
        try file.read { try $0.coverage(of: run) }
    }
}

extension StoreSession {
    func coverage(of run: Run) throws -> RunCoverage {
        guard run.state == .finished else { throw InventoryError.runNotFinished(run.name) }
        var coverage = RunCoverage(run: run.name)
        var endpoint: EndpointOutcomes?
        try forEach(
            """
            SELECT e.endpoint_id, e.body, e.transport, o.outcome, o.reason FROM h_observation o
            JOIN h_endpoint e ON e.endpoint_id = o.endpoint_id WHERE \(HistoryTables.holds("o"))
            ORDER BY e.endpoint_id, o.probe
            """, run.sequence, run.sequence
        ) { row in
            let id = try row.integer("endpoint_id")
            if let done = endpoint, done.id != id {
                coverage.add(done)
                endpoint = nil
            }
            var counted =
                try endpoint
                ?? EndpointOutcomes(
                    id: id, body: row.text("body"), isName: row.word("transport") == Endpoint.TransportLayer.dns)
            counted.outcomes.append(Coverage.Gap(outcome: try row.word("outcome"), reason: try row.text("reason")))
            endpoint = counted
        }
        if let endpoint { coverage.add(endpoint) }
        return coverage
    }
}

/// How the probes of one endpoint ended.
private struct EndpointOutcomes {
    let id: Int
    let body: String
    let isName: Bool
    var outcomes: [Coverage.Gap] = []

    func add(to coverage: inout Coverage) {
        for outcome in outcomes { count([outcome], in: &coverage.measurements) }
        if isName { count(outcomes, in: &coverage.names) } else { count(outcomes, in: &coverage.services) }
    }

    private func count(_ outcomes: [Coverage.Gap], in figures: inout Coverage.Figures) {
        let gaps = outcomes.filter { $0.outcome != .answered }
        figures.known += 1
        guard let gap = gaps.first(where: { $0.outcome != .outOfScope }) ?? gaps.first else {
            figures.measured += 1
            return
        }
        guard gap.outcome != .outOfScope else {
            figures.notAuthorised += 1
            return
        }
        figures.gaps[gap, default: 0] += 1
        if gaps.count < outcomes.count { figures.partly += 1 }
    }
}
