import Model

/// A fleet of two bodies, `a` and `b`, for tests of the flow.
enum TestFleet {
    static func make(window: ScanWindow?, bodyWindows: [String: ScanWindow] = [:]) -> Fleet {
        Fleet(
            cooperation: Cooperation(
                id: "test", name: "Test", language: .de, timezone: "Europe/Berlin", tlp: .amber,
                scanner: ScannerIdentity(contact: "scan@example.org", infoURL: "https://scan.example.org/"),
                dns: DNSAccess(resolvers: [], trustAnchor: nil), trustedRoots: []),
            defaults: FleetDefaults(
                consent: .light, limits: .polite, timeoutSeconds: 1, retries: 0, window: window, dueDays: [:],
                packs: [],
                extraRules: []),
            contacts: [], authorisations: [], softwareDomains: [],
            bodies: ["a", "b"].map { body($0, window: bodyWindows[$0]) }, sharedServices: [], schedules: [],
            exceptions: [])
    }

    private static func body(_ id: String, window: ScanWindow?) -> Body {
        Body(
            id: id, name: id, kind: .county, ags: nil, ars: nil, owner: "", reportTo: [], authorisation: "",
            tlp: nil, children: [], members: [], domains: [], networks: [], hosts: [], exclusions: [], window: window)
    }
}
