import Model
import Testing
import Transport

/// Runs a test's body on event loops of its own, with a dialer that may reach loopback and nothing else.
func withLoopbackDialer<Success: Sendable>(
    _ body: @escaping @Sendable (NetworkDialer) async throws -> Success
) async throws -> Success {
    let loops = try EventLoops(count: 1)
    let day = Day(year: 2026, month: 11, day: 23)
    let dialer = try NetworkDialer(loopbackFleet, folder: "", on: day, loops: loops, version: "0.1")
    let result = await Task(executorPreference: loops.all[0]) { try await body(dialer) }.result
    await loops.shutdown()
    return try result.get()
}

extension Endpoint {
    static func loopback(_ service: Service, port: UInt16, serverName: String = "host.example") -> Endpoint {
        Endpoint(body: "a", address: IPAddress("127.0.0.1"), port: port, serverName: serverName, service: service)
    }
}

private let loopbackFleet = Fleet(
    cooperation: Cooperation(
        id: "test", name: "Test", language: .de, timezone: "Europe/Berlin", tlp: .amber,
        scanner: ScannerIdentity(contact: "scan@example.org", infoURL: "https://scan.example/info"),
        dns: DNSAccess(resolvers: ["127.0.0.1@1"], trustAnchor: nil), trustedRoots: []),
    defaults: FleetDefaults(
        consent: .light,
        limits: Limits(
            connectionsPerSecondPerAddress: 10_000, connectionsAtOncePerAddress: 100, connectionsPerSecond: 10_000,
            connectionsAtOnce: 100),
        timeoutSeconds: 10, retries: 0, window: nil, dueDays: [:], packs: [], extraRules: []),
    contacts: [],
    authorisations: [
        Authorisation(
            id: "A", grantedBy: "Rat", signedBy: "it", document: "a.pdf", sha256: nil,
            validFrom: Day(year: 2026, month: 1, day: 1), validUntil: Day(year: 2026, month: 12, day: 31),
            consent: .light)
    ],
    softwareDomains: [],
    bodies: [
        Body(
            id: "a", name: "a", kind: .county, ags: nil, ars: nil, owner: "it", reportTo: [], authorisation: "A",
            tlp: nil, children: [], members: [], domains: [],
            networks: [IPAddress("127.0.0.1")].compactMap { $0 }.map {
                NetworkTarget(network: Network($0), name: nil, consent: nil)
            }, hosts: [], exclusions: [], window: nil)
    ], sharedServices: [], schedules: [], exceptions: [])
