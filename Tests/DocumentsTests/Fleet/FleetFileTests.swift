import Documents
import Foundation
import Model
import Testing

let fleetFixture = Bundle.module.path(forResource: "Fixtures/fleet/fleet", ofType: "yaml") ?? ""
let today = Day(year: 2026, month: 11, day: 23)

@Test func `a complete fleet is read with every value`() throws {
    let (fleet, warnings) = try FleetFile.load(at: fleetFixture, today: today)
    #expect(
        warnings.map(\.message) == [
            "FRG-2 ends in 38 days (2026-12-31): Kommunales Rechenzentrum will not be scanned after that"
        ])
    #expect(
        fleet.cooperation
            == Cooperation(
                id: "ikz-muster", name: "IKZ Musterland", language: .de, timezone: "Europe/Berlin", tlp: .amber,
                scanner: ScannerIdentity(contact: "scan@ikz.example", infoURL: "https://scan.ikz.example/info"),
                dns: DNSAccess(resolvers: ["192.0.2.53", "2001:db8::53@5353"], trustAnchor: "dns/anchor.txt"),
                trustedRoots: ["ca/root.pem"]))
    #expect(
        fleet.defaults
            == FleetDefaults(
                consent: .light,
                limits: Limits(
                    connectionsPerSecondPerAddress: 5, connectionsAtOncePerAddress: 3, connectionsPerSecond: 50,
                    connectionsAtOnce: 200),
                timeoutSeconds: 4, retries: 2, window: ScanWindow(from: 60, to: 330),
                dueDays: [.critical: 1, .high: 7, .medium: 60, .low: 180, .info: 365],
                packs: [PackChoice(name: "bsi-tr-02102-2"), PackChoice(name: "web", version: 3)], extraRules: ["rules"],
                severities: [
                    SeverityChoice(
                        rule: "web-hsts-missing", severity: .low,
                        reason: "Nur im Verwaltungsnetz erreichbar")
                ]))
    #expect(fleet.bodies.map(\.id) == ["lk-nord", "stadt-nord", "krz"])
    #expect(fleet.contact("it-nord")?.phone == "+49 30 23125 001")
    #expect(fleet.authorisation("FRG-1")?.validUntil == Day("2027-12-31"))
    #expect(fleet.authorisation("FRG-1")?.consent == .full)
    #expect(fleet.softwareDomains.map(\.criticality) == [.medium])
    #expect(fleet.sharedServices.map(\.consumers) == [["lk-nord"], ["lk-nord"]])
    #expect(fleet.sharedServices.map(\.hosts) == [["geo.krz.example", "www.krz.example"], []])
}

@Test func `a body is read with its targets`() throws {
    let body = try #require(try FleetFile.load(at: fleetFixture, today: today).fleet.body("lk-nord"))
    #expect(body.domains == [DomainTarget(name: "nord.example", mail: true, enumerate: ["www"])])
    #expect(body.networks.map(\.network.description) == ["192.0.2.0/25", "2001:db8:1::/48"])
    #expect(body.networks.map(\.consent) == [.full, nil])
    #expect(body.hosts.map(\.name) == ["portal.nord.example", "app.nord.example"])
    #expect(body.hosts.map { $0.ports.map(\.service) } == [[.http, .https], [.https]])
    #expect(body.hosts.last?.hostedBy == "krz")
    #expect(body.exclusions.map { $0.network?.description ?? $0.host } == ["192.0.2.32/29", "192.0.2.7"])
    #expect(body.window == ScanWindow(from: 1_320, to: 240))
    #expect(body.ags == "07231" && body.tlp == .amberStrict && body.children == ["stadt-nord"])
}

@Test func `schedules and exceptions are read`() throws {
    let fleet = try FleetFile.load(at: fleetFixture, today: today).fleet
    #expect(fleet.schedules.map(\.days) == [.daily, .weekdays([6, 7]), .firstOfMonth(weekday: 7)])
    #expect(fleet.schedules.map(\.at) == [90, 150, 180])
    #expect(fleet.schedules.map(\.bodies) == [[], ["lk-nord"], []])
    #expect(
        fleet.exceptions == [
            FleetException(
                id: "AUS-1", rule: "tls-protocol-outdated",
                subject: FleetException.Subject(
                    body: "lk-nord", host: "app.nord.example", port: 9_443, software: "nginx"),
                reason: "Feldgeräte sprechen nur TLS 1.1, Austausch beauftragt",
                compensating: "Zugriff nur aus dem VPN", residualRisk: "Messdaten sind im VPN lesbar",
                plan: FleetException.Plan(what: "Feldgeräte austauschen", by: Day(year: 2027, month: 3, day: 31)),
                requestedBy: "it-nord", acceptedBy: "isb",
                approvedOn: Day(year: 2026, month: 5, day: 4), expires: Day(year: 2027, month: 5, day: 3))
        ])
}

@Test func `what a small fleet leaves out has careful defaults`() throws {
    let (fleet, warnings) = try FleetFile.load(text: smallFleet, file: "fleet.yaml", today: today)
    #expect(warnings.isEmpty)
    #expect(fleet.defaults.limits == .polite)
    #expect(fleet.defaults.consent == .light)
    #expect((fleet.defaults.timeoutSeconds, fleet.defaults.retries) == (8, 1))
    #expect(fleet.defaults.dueDays == [.critical: 3, .high: 14, .medium: 60, .low: 180, .info: 365])
    #expect(fleet.defaults.window == nil && fleet.defaults.packs.isEmpty)
    #expect(fleet.cooperation.tlp == .amber && fleet.cooperation.timezone == "Europe/Berlin")
}

@Test func `a missing file is named`() {
    #expect(
        throws: FleetFileError(diagnostics: [
            Diagnostic(
                at: Place(file: "nowhere/fleet.yaml", line: 1, column: 1), "there is no such file",
                hint: "check the path")
        ])
    ) { try FleetFile.load(at: "nowhere/fleet.yaml", today: today) }
}

@Test func `all faults of a fleet are reported at once, in reading order`() throws {
    let text =
        smallFleet
        .replacingOccurrences(of: "role: it-lead", with: "role: it-led")
        .replacingOccurrences(of: "owner: it", with: "ownr: it")
        .replacingOccurrences(of: "192.0.2.0/24", with: "192.0.2.1/24")
    let error = #expect(throws: FleetFileError.self) {
        try FleetFile.load(text: text, file: "fleet.yaml", today: today)
    }
    #expect(error?.errors.map(\.line) == [8, 13, 18, 22, 27])
}

@Test func `every shorter prefix of a fleet is read or refused with a place, never a crash`() throws {
    let text = try String(contentsOfFile: fleetFixture, encoding: .utf8)
    for length in stride(from: 0, to: text.count, by: 7) {
        do {
            _ = try FleetFile.load(text: String(text.prefix(length)), file: "fleet.yaml", today: today)
        } catch let error as FleetFileError {
            #expect(!error.errors.isEmpty)
        }
    }
}

@Test func `a port everybody knows needs no service, and every service has a name a fleet may use`() throws {
    let numbers = "21, 119, 389, 563, 636, 853, 990, 3306, 4190, 5222, 5223, 5269, 5432, 6697"
    let text = smallFleet.replacing("ports: [443]", with: "ports: [\(numbers)]")
    let hosts = try FleetFile.load(text: text, file: "fleet.yaml", today: today).fleet.bodies[0].hosts
    #expect(
        hosts[0].ports.map(\.service.rawValue) == [
            "ftp", "nntp", "ldap", "nntps", "ldaps", "domain-s", "ftps", "mysql", "sieve", "xmpp-client",
            "xmpps-client",
            "xmpp-server", "postgresql", "ircs-u",
        ])
    let named = Service.atPorts.enumerated().map { "{port: \($0 + 9_000), service: \($1.rawValue)}" }
    let all = smallFleet.replacing("ports: [443]", with: "ports: [\(named.joined(separator: ", "))]")
    let fleet = try FleetFile.load(text: all, file: "fleet.yaml", today: today).fleet
    #expect(fleet.bodies[0].hosts[0].ports.map(\.service) == Service.atPorts)
}
