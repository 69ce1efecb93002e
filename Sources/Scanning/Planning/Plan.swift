import Model
import Transport
import Wire

/// What may and should be asked: every endpoint of the fleet with its probes, or the barrier in front of it.
///
/// A plan asks the resolver and nobody else: a name has to be an address before the scope can be checked.
package struct Plan: Sendable {
    /// Sorted; each endpoint once.
    package let endpoints: [PlannedEndpoint]

    package init(endpoints: [PlannedEndpoint]) {
        self.endpoints = endpoints.sorted { $0.endpoint < $1.endpoint }
    }

    /// Endpoints that will be asked.
    package var open: [PlannedEndpoint] { endpoints.filter { $0.barrier == nil } }

    /// The most connections the plan can need, retries not counted.
    package func connections(of probes: [any Probe]) -> Int {
        open.reduce(0) { sum, planned in
            sum
                + probes.filter { planned.probes.contains($0.name) }
                .reduce(0) { $0 + ($1.connections(at: planned.endpoint) ?? 0) }
        }
    }
}

/// Resolves names and checks the scope: makes a `Plan` from the fleet.
package struct Planner<D: Dialer>: Sendable {
    private let fleet: Fleet
    private let probes: [any Probe]
    private let dialer: D

    package init(fleet: Fleet, probes: [any Probe], dialer: D) {
        self.fleet = fleet
        self.probes = probes
        self.dialer = dialer
    }

    package func plan() async throws -> Plan {
        let names = TargetName.all(in: fleet)
        var planned: [PlannedEndpoint] = []
        for batch in names.batches(of: 64) {
            planned += try await withThrowingTaskGroup(of: [PlannedEndpoint].self) { group in
                for name in batch { group.addTask { try await endpoints(of: name) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
        }
        return Plan(endpoints: unique(planned))
    }

    private func endpoints(of target: TargetName) async throws -> [PlannedEndpoint] {
        var found: [PlannedEndpoint] = []
        if let service = target.dns {
            found.append(contentsOf: planned(.domain(target.name, body: target.body, service: service)))
        }
        found += try await endpoints(at: target.name, body: target.body, ports: target.ports)
        if target.dns == .mailDomain {
            found += try await exchangers(of: target)
        }
        return found
    }

    private func endpoints(at name: String, body: String, ports: [HostTarget.Port]) async throws -> [PlannedEndpoint] {
        guard !ports.isEmpty else { return [] }
        let serverName = IPAddress(name) == nil ? name : ""
        guard !dialer.excludes(host: name) else {
            let barrier = PlannedEndpoint.Barrier(outcome: .outOfScope, reason: "excluded by the fleet file")
            return ports.flatMap { planned(endpoint(body, IPAddress(name), $0, serverName), barrier: barrier) }
        }
        switch try await addresses(of: name) {
        case .barrier(let barrier):
            return ports.flatMap { port in
                planned(endpoint(body, nil, port, serverName), barrier: barrier)
            }
        case .addresses(let addresses):
            return addresses.flatMap { address in
                ports.flatMap { port in
                    planned(
                        endpoint(body, address, port, serverName), barrier: barrier(at: address, name: name, body: body)
                    )
                }
            }
        }
    }

    /// The mail exchangers of a domain are asked on port 25 where they stand inside the scope.
    private func exchangers(of target: TargetName) async throws -> [PlannedEndpoint] {
        let port = HostTarget.Port(number: 25, service: .smtp)
        guard let answer = try await definite(target.name, .mx) else {
            let barrier = PlannedEndpoint.Barrier(outcome: .failed, reason: "mail exchangers not resolved")
            return planned(endpoint(target.body, nil, port, target.name), barrier: barrier)
        }
        let hosts = Set(
            answer.records.compactMap { try? MXRecord(parsing: $0).host }.filter { !$0.isEmpty && $0 != "." })
        var found: [PlannedEndpoint] = []
        for host in hosts.sorted() where !isListed(host, port: 25) {
            found += try await endpoints(at: host, body: target.body, ports: [port])
        }
        return found
    }

    private func isListed(_ host: String, port: UInt16) -> Bool {
        fleet.bodies.contains { body in
            body.hosts.contains { $0.name == host && $0.ports.contains { $0.number == port } }
        }
    }

    private enum Resolution {
        case addresses([IPAddress])
        case barrier(PlannedEndpoint.Barrier)
    }

    private func addresses(of name: String) async throws -> Resolution {
        if let address = IPAddress(name) { return .addresses([address]) }
        let answers = [try await definite(name, .a), try await definite(name, .aaaa)]
        let addresses = answers.compactMap { $0 }.flatMap { $0.records.compactMap(IPAddress.init(bytes:)) }
        if !addresses.isEmpty { return .addresses(addresses.sorted()) }
        let reason = answers.contains { $0 == nil } ? "name not resolved" : "name not found"
        return .barrier(.init(outcome: .failed, reason: reason))
    }

    /// `nil` where the resolver gave no definite answer; the dns probe says why.
    private func definite(_ name: String, _ type: RecordType) async throws -> DNSAnswer? {
        do {
            return try await dialer.lookup(name, type)
        } catch is NetworkError {
            return nil
        }
    }

    private func barrier(at address: IPAddress, name: String, body: String) -> PlannedEndpoint.Barrier? {
        guard !dialer.allows(address, for: body) else { return nil }
        return .init(outcome: .outOfScope, reason: "\(address) lies outside every authorised network")
    }

    private func endpoint(_ body: String, _ address: IPAddress?, _ port: HostTarget.Port, _ name: String) -> Endpoint {
        Endpoint(body: body, address: address, port: port.number, serverName: name, service: port.service)
    }

    private func planned(_ endpoint: Endpoint, barrier: PlannedEndpoint.Barrier? = nil) -> [PlannedEndpoint] {
        let asked = probes.filter { $0.services.contains(endpoint.service) && isWanted($0, at: endpoint) }
        guard !asked.isEmpty else { return [] }
        return [
            PlannedEndpoint(
                endpoint: endpoint, probes: asked.map(\.name).sorted(),
                barrier: barrier ?? refusal(of: asked, at: endpoint))
        ]
    }

    /// What goes beyond ordinary conversations is asked only where the fleet file allows it; that it is not asked
    /// elsewhere is no gap.
    private func isWanted(_ probe: any Probe, at endpoint: Endpoint) -> Bool {
        guard probe.connections(at: endpoint) != nil else { return false }
        guard probe.consent > .light else { return true }
        return probe.consent <= granted(to: endpoint.body) && probe.consent <= dialer.consent(to: endpoint) ?? .passive
    }

    /// Where the body's authorisation covers less than a probe needs.
    private func refusal(of asked: [any Probe], at endpoint: Endpoint) -> PlannedEndpoint.Barrier? {
        let granted = granted(to: endpoint.body)
        guard let needed = asked.map(\.consent).max(), needed > granted else { return nil }
        return .init(
            outcome: .outOfScope, reason: "the authorisation covers \(granted.rawValue) probes, not \(needed.rawValue)")
    }

    private func granted(to body: String) -> Consent {
        fleet.body(body).flatMap { fleet.authorisation($0.authorisation) }?.consent ?? .passive
    }

    private func unique(_ planned: [PlannedEndpoint]) -> [PlannedEndpoint] {
        var seen: Set<Endpoint> = []
        return planned.filter { seen.insert($0.endpoint).inserted }
    }
}

extension Array {
    /// Slices of at most `size`, so that resolving ten thousand names is not ten thousand tasks at once.
    fileprivate func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
