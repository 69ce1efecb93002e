import Model
import Scanning
import Transport

/// A plan in figures: what would be asked, at whose systems, by whose authorisation.
package struct PlanOutline: Sendable {
    package struct Line: Sendable {
        package let body: String
        package let endpoints: Int
        package let connections: Int
        package let authorisation: String
        package let until: Day
    }

    /// A probe that could be asked here, in the words for people whose systems are asked.
    package struct Conversation: Sendable {
        package let probe: String
        package let consent: Consent
        package let sends: LocalizedText
        /// Endpoints where it will be asked.
        package let endpoints: Int
    }

    package let endpoints: [PlannedEndpoint]
    package let bodies: [Line]
    package let connections: Int
    /// Also those that no endpoint's consent allows.
    package let conversations: [Conversation]

    package var known: Int { endpoints.count }
    package var planned: Int { endpoints.count { $0.barrier == nil } }

    /// Reasons for not asking, the most frequent first.
    package var barriers: [(reason: String, count: Int)] {
        var counts: [String: Int] = [:]
        for planned in endpoints { if let barrier = planned.barrier { counts[barrier.reason, default: 0] += 1 } }
        return counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    init(_ plan: Plan, fleet: Fleet, probes: [any Probe], bodies: Set<String>) {
        let chosen = fleet.bodies.filter { bodies.isEmpty || bodies.contains($0.id) }
        endpoints = plan.endpoints.filter { planned in chosen.contains { $0.id == planned.endpoint.body } }
        let endpoints = endpoints
        self.bodies = chosen.compactMap { body in
            guard let authorisation = fleet.authorisation(body.authorisation) else { return nil }
            let part = Plan(endpoints: endpoints.filter { $0.endpoint.body == body.id })
            return Line(
                body: body.id, endpoints: part.open.count, connections: part.connections(of: probes),
                authorisation: authorisation.id, until: authorisation.validUntil)
        }
        connections = self.bodies.reduce(0) { $0 + $1.connections }
        conversations = Self.conversations(endpoints, probes)
    }

    private static func conversations(_ endpoints: [PlannedEndpoint], _ probes: [any Probe]) -> [Conversation] {
        let services = Set(endpoints.map(\.endpoint.service))
        return probes.filter { !$0.services.isDisjoint(with: services) }.map { probe in
            let asked = endpoints.count { $0.barrier == nil && $0.probes.contains(probe.name) }
            return Conversation(probe: probe.name, consent: probe.consent, sends: probe.sends, endpoints: asked)
        }
    }
}

extension Workspace {
    /// Resolves every name; contacts nobody but the resolver.
    package func outline(bodies: Set<String>, toolVersion: String) async throws -> PlanOutline {
        let probes = Probes.all(
            trust: try access.trust(at: { [now] in now }), software: NoSoftware(), onlineServices: try onlineServices())
        let loops = try EventLoops()
        let plan: Plan
        do {
            let dialer = try access.dialer(for: fleet, on: now.day, loops: loops, version: toolVersion)
            plan = try await Planner(fleet: fleet, probes: probes, dialer: dialer).plan()
        } catch {
            await loops.shutdown()
            throw error
        }
        await loops.shutdown()
        return PlanOutline(plan, fleet: fleet, probes: probes, bodies: bodies)
    }

    /// Names of bodies on the command line have to exist.
    package func requireBodies(_ ids: [String]) throws(PlaceError) {
        for id in ids where fleet.body(id) == nil {
            throw .missing(
                "no body '\(id)' in \(fleetFile)", hint: "it names \(fleet.bodies.map(\.id).joined(separator: ", "))")
        }
    }
}
