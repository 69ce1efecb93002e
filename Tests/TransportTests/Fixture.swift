import Model

/// A fleet with what the transport looks at; everything else is empty.
func fleet(
    _ bodies: [Body], consent: Consent = .light, limits: Limits = generous, authorisations: [Authorisation]? = nil,
    timeoutSeconds: Int = 2, retries: Int = 0, dns: DNSAccess = DNSAccess(resolvers: ["127.0.0.1@1"], trustAnchor: nil)
) -> Fleet {
    Fleet(
        cooperation: Cooperation(
            id: "test", name: "Test", language: .de, timezone: "Europe/Berlin", tlp: .amber,
            scanner: ScannerIdentity(contact: "scan@example.org", infoURL: "https://scan.example/info"), dns: dns,
            trustedRoots: []),
        defaults: FleetDefaults(
            consent: consent, limits: limits, timeoutSeconds: timeoutSeconds, retries: retries, window: nil,
            dueDays: [:], packs: [], extraRules: []),
        contacts: [], authorisations: authorisations ?? [authorisation("A")], softwareDomains: [], bodies: bodies,
        sharedServices: [], schedules: [], exceptions: [])
}

let generous = Limits(
    connectionsPerSecondPerAddress: 10_000, connectionsAtOncePerAddress: 100, connectionsPerSecond: 10_000,
    connectionsAtOnce: 100)

/// Holds through the year 2026.
func authorisation(_ id: String, consent: Consent = .full) -> Authorisation {
    Authorisation(
        id: id, grantedBy: "Rat", signedBy: "it", document: "a.pdf", sha256: nil,
        validFrom: Day(year: 2026, month: 1, day: 1), validUntil: Day(year: 2026, month: 12, day: 31),
        consent: consent)
}

func body(
    _ id: String, networks: [NetworkTarget] = [], hosts: [HostTarget] = [], exclusions: [Exclusion] = [],
    authorisation: String = "A"
) -> Body {
    Body(
        id: id, name: id, kind: .county, ags: nil, ars: nil, owner: "it", reportTo: [], authorisation: authorisation,
        tlp: nil, children: [], members: [], domains: [], networks: networks, hosts: hosts, exclusions: exclusions,
        window: nil)
}

func network(_ text: String, consent: Consent? = nil) -> NetworkTarget {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2, let address = IPAddress(parts[0]), let length = Int(parts[1]),
        let network = Network(containing: address, prefixLength: length)
    else { preconditionFailure("\(text) is not a network") }
    return NetworkTarget(network: network, name: nil, consent: consent)
}

func host(_ name: String, at provider: String? = nil) -> HostTarget {
    HostTarget(name: name, ports: [], softwareDomain: nil, hostedBy: provider)
}

let today = Day(year: 2026, month: 11, day: 23)
