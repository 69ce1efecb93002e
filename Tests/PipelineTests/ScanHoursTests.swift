import Model
import Testing

@testable import Pipeline

@Test func `a scan outside every window is refused, and the fleet's time zone decides`() throws {
    // 23:30 UTC is 00:30 in Berlin in winter.
    let night = try #require(Timestamp(rfc3339: "2026-11-22T23:30:00Z"))
    let noon = try #require(Timestamp(rfc3339: "2026-11-22T11:30:00Z"))
    let fleet = TestFleet.make(window: ScanWindow(from: 0, to: 60))
    #expect(try ScanHours(fleet, at: night).closedBodies(among: []) == [])
    #expect(throws: Refusal.self) { try ScanHours(fleet, at: noon).closedBodies(among: []) }
}

@Test func `a body with a window of its own is left out while it is closed, the others are asked`() throws {
    let noon = try #require(Timestamp(rfc3339: "2026-11-22T11:30:00Z"))
    let fleet = TestFleet.make(window: nil, bodyWindows: ["b": ScanWindow(from: 0, to: 60)])
    #expect(try ScanHours(fleet, at: noon).closedBodies(among: []) == ["b"])
    #expect(throws: Refusal.self) { try ScanHours(fleet, at: noon).closedBodies(among: ["b"]) }
}

@Test(arguments: [
    ("www.example.org", 2), ("www.example.org:25", 1), ("192.0.2.7:8443", 1), ("[2001:db8::7]:443", 1),
    ("2001:db8::7", 2),
])
func `check understands hosts with and without a port`(text: String, ports: Int) throws {
    #expect(try CheckTarget(text).ports.count == ports)
}

@Test(arguments: [
    ("db.example.org:5432", Service.postgresql), ("chat.example.org:5222", .xmppClient), ("192.0.2.7:389", .ldap),
    ("[2001:db8::7]:4190", .sieve), ("mail.example.org:25", .smtp),
])
func `check knows what speaks at a port everybody knows, and believes who says otherwise`(
    text: String, service: Service
) throws {
    #expect(try CheckTarget(text).ports.map(\.service) == [service])
    #expect(try CheckTarget(text, service: .tls).ports.map(\.service) == [.tls])
    #expect(try CheckTarget("host.example.org:15432", service: service).ports.map(\.service) == [service])
}

@Test(arguments: [
    ("192.0.2.0/24", CheckTarget.Mistake.network("192.0.2.0/24")),
    ("https://www.example.org/", .network("https://www.example.org/")),
    ("www.example.org:0", .notAPort("0")), ("www.example.org:70000", .notAPort("70000")),
    ("www.example.org:4711", .unknownService(4711)), ("www example", .notAHost("www example")),
    ("1.2.3", .notAHost("1.2.3")),
])
func `check refuses networks, URLs and what is no host`(text: String, mistake: CheckTarget.Mistake) {
    #expect(throws: mistake) { try CheckTarget(text) }
}
