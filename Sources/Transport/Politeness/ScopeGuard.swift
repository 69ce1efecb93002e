import Model

/// What may be contacted today, and how hard: the last word before any packet.
///
/// Built from authorisations that hold on the day; a body without one has no scope at all.
package struct ScopeGuard: Sendable {
    private struct Permission {
        let network: Network
        let consent: Consent
    }

    private let permissions: [String: [Permission]]
    private let excludedNetworks: [Network]
    private let excludedHosts: Set<String>

    package init(_ fleet: Fleet, on day: Day) {
        let exclusions = fleet.bodies.flatMap(\.exclusions).filter { $0.until.map { day <= $0 } ?? true }
        let hosts = exclusions.compactMap(\.host)
        excludedNetworks = exclusions.compactMap(\.network) + hosts.compactMap { IPAddress($0).map(Network.init) }
        excludedHosts = Set(hosts.map(ScopeGuard.canonical))
        var own: [String: [Permission]] = [:]
        for body in fleet.bodies { own[body.id] = ScopeGuard.own(of: body, in: fleet, on: day) }
        var permissions: [String: [Permission]] = [:]
        for body in fleet.bodies { permissions[body.id] = ScopeGuard.all(of: body, own) }
        self.permissions = permissions
    }

    /// Whether an address may be contacted in the name of a body.
    package func allows(_ address: IPAddress, for body: String) -> Bool { consent(to: address, for: body) != nil }

    /// The consent of the smallest network around an address; `nil` when it must not be contacted.
    package func consent(to address: IPAddress, for body: String) -> Consent? {
        guard !excludedNetworks.contains(where: { $0.contains(address) }) else { return nil }
        let special = Network.special.filter { $0.contains(address) }
        let around = (permissions[body] ?? [])
            .filter { $0.network.contains(address) && ScopeGuard.names($0.network, special) }
        let smallest = around.max { ($0.network.prefixLength, $1.consent) < ($1.network.prefixLength, $0.consent) }
        return smallest.map(\.consent).flatMap { $0 >= .light ? $0 : nil }
    }

    /// The consent for an endpoint: its address must be in scope and its name not excluded.
    package func consent(to endpoint: Endpoint) -> Consent? {
        guard let address = endpoint.address, !excludes(host: endpoint.serverName) else { return nil }
        return consent(to: address, for: endpoint.body)
    }

    /// Whether an exclusion names a host.
    package func excludes(host: String) -> Bool { excludedHosts.contains(ScopeGuard.canonical(host)) }
}

extension ScopeGuard {
    /// A special address counts as named only by a network that lies wholly among the special ones.
    private static func names(_ network: Network, _ special: [Network]) -> Bool {
        special.isEmpty
            || special.contains { $0.contains(network.base) && network.prefixLength >= $0.prefixLength }
    }

    /// A body's networks and the addresses it lists as hosts; `nil` when nobody may ask it anything on that day.
    private static func own(of body: Body, in fleet: Fleet, on day: Day) -> [Permission]? {
        guard let authorisation = fleet.authorisation(body.authorisation), authorisation.holds(on: day) else {
            return nil
        }
        let usual = min(fleet.defaults.consent, authorisation.consent)
        let networks = body.networks.map {
            Permission(network: $0.network, consent: min($0.consent ?? usual, authorisation.consent))
        }
        // A host cannot loosen what its network says.
        let hosts = body.hosts.compactMap { IPAddress($0.name) }
            .filter { host in !networks.contains { $0.network.contains(host) } }
            .map { Permission(network: Network($0), consent: usual) }
        return networks + hosts
    }

    /// The body's own, and those of the providers its hosts stand at: a provider's authorisation must hold as well.
    private static func all(of body: Body, _ own: [String: [Permission]]) -> [Permission] {
        guard let mine = own[body.id] else { return [] }
        let providers = Set(body.hosts.compactMap(\.hostedBy)).sorted()
        return mine + providers.flatMap { own[$0] ?? [] }
    }

    private static func canonical(_ name: String) -> String {
        let lower = name.lowercased()
        return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    }
}
