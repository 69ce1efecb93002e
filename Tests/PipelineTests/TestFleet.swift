import Model

/// A fleet of two bodies, `a` and `b`, for tests of the flow.
enum TestFleet {
    static func make(
        window: ScanWindow?, bodyWindows: [String: ScanWindow] = [:], networks: [NetworkTarget] = [],
        hosts: [HostTarget] = [], exclusions: [Exclusion] = [], exceptions: [FleetException] = []
    ) -> Fleet {
        Fleet(
            cooperation: Cooperation(
                id: "test", name: "Test", language: .de, timezone: "Europe/Berlin", tlp: .amber,
                scanner: ScannerIdentity(contact: "scan@example.org", infoURL: "https://scan.example.org/"),
                dns: DNSAccess(resolvers: [], trustAnchor: nil), trustedRoots: []),
            defaults: FleetDefaults(
                consent: .light, limits: .polite, timeoutSeconds: 1, retries: 0, window: window, dueDays: [:],
                packs: [],
                extraRules: []),
            contacts: [], authorisations: [permission], softwareDomains: [],
            bodies: ["a", "b"].map { id in
                body(id, window: bodyWindows[id], id == "a" ? (networks, hosts, exclusions) : ([], [], []))
            }, sharedServices: [], schedules: [],
            exceptions: exceptions)
    }

    private static let permission = Authorisation(
        id: "FRG", grantedBy: "a", signedBy: "", document: "", sha256: nil,
        validFrom: Day(year: 2026, month: 1, day: 1), validUntil: Day(year: 2026, month: 12, day: 31), consent: .light)

    private static func body(
        _ id: String, window: ScanWindow?, _ targets: ([NetworkTarget], [HostTarget], [Exclusion])
    ) -> Body {
        Body(
            id: id, name: id, kind: .county, ags: nil, ars: nil, owner: "", reportTo: [], authorisation: "FRG",
            tlp: nil, children: [], members: [], domains: [], networks: targets.0, hosts: targets.1,
            exclusions: targets.2, window: window)
    }
}
