import Model
import Testing

@testable import Transport

@Suite struct ScopeGuardTests {
    private func allows(_ fleet: Fleet, _ address: String, _ body: String = "a", on day: Day = today) throws -> Bool {
        ScopeGuard(fleet, on: day).allows(try #require(IPAddress(address)), for: body)
    }

    @Test(arguments: [
        ("192.0.2.7", true), ("192.0.3.7", false), ("2001:db8::7", true), ("2001:db9::7", false),
    ])
    func `only a body's own networks are allowed`(address: String, isAllowed: Bool) throws {
        let fleet = fleet([body("a", networks: [network("192.0.2.0/24"), network("2001:db8::/32")]), body("b")])
        #expect(try allows(fleet, address) == isAllowed)
        #expect(try allows(fleet, address, "b") == false)
        #expect(try allows(fleet, address, "unknown") == false)
    }

    @Test func `an authorisation holds on its days only`() throws {
        let fleet = fleet([body("a", networks: [network("192.0.2.0/24")])])
        #expect(try allows(fleet, "192.0.2.1", on: Day(year: 2026, month: 12, day: 31)))
        #expect(try !allows(fleet, "192.0.2.1", on: Day(year: 2027, month: 1, day: 1)))
        #expect(try !allows(fleet, "192.0.2.1", on: Day(year: 2025, month: 12, day: 31)))
    }

    @Test(arguments: ["127.0.0.1", "169.254.169.254", "224.0.0.1", "0.0.0.0", "::1", "fe80::1", "::ffff:192.0.2.1"])
    func `special addresses are refused unless a network among them is named`(address: String) throws {
        let wide = fleet([body("a", networks: [network("0.0.0.0/0"), network("::/0")])])
        #expect(try !allows(wide, address))
        let length = address.contains(":") ? 128 : 32
        let named = fleet([body("a", networks: [network("\(address)/\(length)")])])
        #expect(try allows(named, address))
    }

    @Test func `a provider's networks count for the bodies it hosts, while its own authorisation holds`() throws {
        let provider = body("krz", networks: [network("198.51.100.0/24")], authorisation: "B")
        let bodies = [body("a", hosts: [host("app.a.example", at: "krz")]), body("c"), provider]
        let both = fleet(bodies, authorisations: [authorisation("A"), authorisation("B")])
        #expect(try allows(both, "198.51.100.9", "a"))
        #expect(try !allows(both, "198.51.100.9", "c"))
        #expect(try !allows(fleet(bodies), "198.51.100.9", "a"))
        #expect(try !allows(fleet(bodies, authorisations: [authorisation("B")]), "198.51.100.9", "a"))
    }

    @Test func `exclusions win over every body's networks until they end`() throws {
        let end = Day(year: 2026, month: 11, day: 30)
        let exclusion = Exclusion(network: network("192.0.2.32/29").network, host: nil, reason: "Altgerät", until: end)
        let fleet = fleet([
            body("a", networks: [network("192.0.2.0/24")], exclusions: [exclusion]),
            body("b", networks: [network("192.0.2.0/24")]),
        ])
        #expect(try !allows(fleet, "192.0.2.33"))
        #expect(try !allows(fleet, "192.0.2.33", "b"))
        #expect(try allows(fleet, "192.0.2.40"))
        #expect(try allows(fleet, "192.0.2.33", on: Day(year: 2026, month: 12, day: 1)))
    }

    @Test func `the smallest network around an address decides how hard it may be asked`() throws {
        let fleet = fleet([
            body(
                "a",
                networks: [
                    network("192.0.2.0/24", consent: .full), network("192.0.2.64/26", consent: .passive),
                    network("192.0.2.128/25", consent: .intrusive),
                ])
        ])
        let scope = ScopeGuard(fleet, on: today)
        let levels = try ["192.0.2.1", "192.0.2.65", "192.0.2.129"].map {
            scope.consent(to: try #require(IPAddress($0)), for: "a")
        }
        #expect(levels == [.full, nil, .full])
    }

    @Test func `a host named by its address is in scope, an excluded name is not`() throws {
        let exclusion = Exclusion(network: nil, host: "Old.a.example.", reason: "abgebaut", until: nil)
        let fleet = fleet([body("a", hosts: [host("192.0.2.9")], exclusions: [exclusion])])
        let scope = ScopeGuard(fleet, on: today)
        #expect(try allows(fleet, "192.0.2.9"))
        #expect(try !allows(fleet, "192.0.2.10"))
        #expect(scope.excludes(host: "old.a.example"))
        let address = IPAddress("192.0.2.9")
        let old = Endpoint(body: "a", address: address, port: 443, serverName: "old.a.example", service: .https)
        #expect(scope.consent(to: old) == nil)
    }
}
