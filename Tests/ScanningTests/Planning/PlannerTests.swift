import Model
import Testing
import Transport
import TransportTesting

@testable import Scanning

private func plan(
    _ host: String, using dialer: ScriptedDialer, consent: Consent = .light,
    port: HostTarget.Port = .init(number: 80, service: .http)
) async throws -> [PlannedEndpoint] {
    let body = Body(
        id: "a", name: "a", kind: .county, ags: nil, ars: nil, owner: "", reportTo: [], authorisation: "", tlp: nil,
        children: [], members: [], domains: [], networks: [],
        hosts: [
            HostTarget(
                name: host, ports: [port], softwareDomain: nil, hostedBy: nil)
        ], exclusions: [], window: nil)
    let fleet = Fleet(
        cooperation: Cooperation(
            id: "test", name: "Test", language: .de, timezone: "Europe/Berlin", tlp: .amber,
            scanner: ScannerIdentity(contact: "scan@example.org", infoURL: ""),
            dns: DNSAccess(resolvers: [], trustAnchor: nil), trustedRoots: []),
        defaults: FleetDefaults(
            consent: .light, limits: .polite, timeoutSeconds: 1, retries: 0, window: nil, dueDays: [:], packs: [],
            extraRules: []),
        contacts: [], authorisations: [permission(consent)], softwareDomains: [], bodies: [body], sharedServices: [],
        schedules: [],
        exceptions: [])
    return try await Planner(fleet: fleet, probes: Probes.all(trust: .none, software: NoSoftware()), dialer: dialer)
        .plan().endpoints
        .filter { $0.endpoint.transport == .tcp }
}

private func answers(_ addresses: [[UInt8]]) -> [DNSQuestion: Result<DNSAnswer, NetworkError>] {
    [
        DNSQuestion("www.example.org", .a): .success(
            DNSAnswer(records: addresses, nameExists: true, validation: .insecure))
    ]
}

@Test func `each address of a name is planned; one outside the scope is known and barred`() async throws {
    let dialer = ScriptedDialer(
        answers: answers([[192, 0, 2, 1], [198, 51, 100, 1]]),
        allows: { address, _ in address == IPAddress("192.0.2.1") })
    let planned = try await plan("www.example.org", using: dialer)
    #expect(planned.map(\.endpoint.address) == [IPAddress("192.0.2.1"), IPAddress("198.51.100.1")])
    #expect(planned.map(\.barrier?.outcome) == [nil, .outOfScope])
    #expect(dialer.endpoints.isEmpty)
}

@Test func `an excluded host is known, barred for that reason, and not asked for its address`() async throws {
    let dialer = ScriptedDialer(answers: answers([[192, 0, 2, 1]]), excluded: ["www.example.org"])
    let planned = try await plan("www.example.org", using: dialer)
    #expect(planned.map(\.barrier) == [.init(outcome: .outOfScope, reason: "excluded by the fleet file")])
    #expect(dialer.questions.isEmpty)
}

@Test func `a name that could not be resolved stays known, with the reason`() async throws {
    let silent = NetworkError.noAnswer(name: "www.example.org", reason: "SERVFAIL")
    let dialer = ScriptedDialer(answers: [DNSQuestion("www.example.org", .a): .failure(silent)])
    let planned = try await plan("www.example.org", using: dialer)
    #expect(planned.map(\.barrier) == [.init(outcome: .failed, reason: "name not resolved")])
}

private func permission(_ consent: Consent) -> Authorisation {
    Authorisation(
        id: "", grantedBy: "Test", signedBy: "", document: "", sha256: nil, validFrom: Day(number: 0),
        validUntil: Day(number: 99_999), consent: consent)
}

@Test func `an authorisation for passive probes lets nothing be contacted`() async throws {
    let dialer = ScriptedDialer(answers: answers([[192, 0, 2, 1]]))
    let planned = try await plan("www.example.org", using: dialer, consent: .passive)
    #expect(planned.map(\.barrier?.outcome) == [.outOfScope])
}

@Test(arguments: [Consent.light, .full])
func `below intrusive the tests with malformed messages are not planned, and that is no gap`(consent: Consent)
    async throws
{
    let dialer = ScriptedDialer(answers: answers([[192, 0, 2, 1]]), consent: consent)
    let planned = try await plan(
        "www.example.org", using: dialer, consent: consent, port: .init(number: 443, service: .https))
    #expect(planned.map(\.probes) == [["http", "tls"]])
    #expect(planned.map(\.barrier) == [nil])
}

@Test func `at intrusive they are planned, where authorisation and network both allow it`() async throws {
    let port = HostTarget.Port(number: 443, service: .https)
    for (authorised, network, isPlanned) in [
        (Consent.intrusive, Consent.intrusive, true), (.intrusive, .light, false), (.light, .intrusive, false),
    ] {
        let dialer = ScriptedDialer(answers: answers([[192, 0, 2, 1]]), consent: network)
        let planned = try await plan("www.example.org", using: dialer, consent: authorised, port: port)
        #expect(planned.map { $0.probes.contains("tls_weakness") } == [isPlanned])
        #expect(planned.map(\.barrier) == [nil])
    }
}
