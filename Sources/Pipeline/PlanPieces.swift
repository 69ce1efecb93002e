import Inventory
import Model
import Scanning

extension Plan {
    /// Bodies outside their window stay known; they are not asked now.
    func closed(for bodies: Set<String>) -> Plan {
        barring(bodies.contains, reason: "outside the scan window of its body")
    }

    /// Endpoints of other bodies stay known; they are not asked in this run.
    func limited(to bodies: Set<String>) -> Plan {
        bodies.isEmpty ? self : barring({ !bodies.contains($0) }, reason: "not part of this run")
    }

    private func barring(_ isBarred: (String) -> Bool, reason: String) -> Plan {
        Plan(
            endpoints: endpoints.map { planned in
                guard planned.barrier == nil, isBarred(planned.endpoint.body) else { return planned }
                return PlannedEndpoint(
                    endpoint: planned.endpoint, probes: planned.probes,
                    barrier: .init(outcome: .blocked, reason: reason))
            })
    }
}

extension PlannedEndpoint {
    /// Measurements still to be made, one entry for each endpoint.
    static func grouping(_ pending: [PendingMeasurement]) -> [PlannedEndpoint] {
        var order: [Endpoint] = []
        var probes: [Endpoint: [String]] = [:]
        for measurement in pending {
            if probes[measurement.endpoint] == nil { order.append(measurement.endpoint) }
            probes[measurement.endpoint, default: []].append(measurement.probe)
        }
        return order.map { PlannedEndpoint(endpoint: $0, probes: probes[$0] ?? [], barrier: nil) }
    }
}
