import Inventory
import Model
import Scanning

extension Plan {
    /// Endpoints of other bodies stay known; they are not asked in this run.
    func limited(to bodies: Set<String>) -> Plan {
        guard !bodies.isEmpty else { return self }
        return Plan(
            endpoints: endpoints.map { planned in
                guard planned.barrier == nil, !bodies.contains(planned.endpoint.body) else { return planned }
                return PlannedEndpoint(
                    endpoint: planned.endpoint, probes: planned.probes,
                    barrier: .init(outcome: .blocked, reason: "not part of this run"))
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
