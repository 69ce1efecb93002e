import Inventory
import Model
import Testing

@Suite struct RelationTests {
    private let own = TestServer(name: "www.a.example", body: "a")
    private let hosted = TestServer(name: "portal.b.example", address: "192.0.2.2", body: "b")
    private let shared = TestServer(name: "dms.krz.example", address: "192.0.2.3", body: "krz")

    /// The provider runs a host of `b` and a shared service of `a` and `b`.
    private let fleet = Fleet.test(
        bodies: ["a", "b", "krz"],
        services: [
            SharedService(
                id: "dms", name: "DMS", provider: "krz", consumers: ["a", "b"], softwareDomain: nil,
                hosts: ["dms.krz.example"])
        ],
        hosts: [
            "b": [
                HostTarget(
                    name: "portal.b.example", ports: [.init(number: 443, service: .https)], softwareDomain: nil,
                    hostedBy: "krz")
            ]
        ])

    private var everything: [TestServer] { [own, hosted, shared] }
    private var names: [String] { everything.map(\.name) }

    @Test func `a finding at a host the provider runs is the provider's, at others the body's own`() throws {
        let test = try TestStore()
        try test.night(everything, deviating: names, fleet: fleet)
        let owners = try test.store.findings().map {
            "\($0.endpoint.serverName) \($0.owner ?? "-") \($0.provider ?? "-")"
        }
        #expect(
            Set(owners) == [
                "www.a.example it-a -", "portal.b.example it-krz krz", "dms.krz.example it-krz -",
            ])
    }

    @Test func `a finding of a shared service is inherited by each body that uses it, once`() throws {
        let test = try TestStore()
        try test.night(everything, deviating: names, fleet: fleet)
        let shared = try #require(try test.store.findings().first { $0.endpoint.body == "krz" })
        #expect(
            try test.store.inheritedFindings() == [
                InheritedFinding(finding: shared.id, body: "a", provider: "krz", service: "dms"),
                InheritedFinding(finding: shared.id, body: "b", provider: "krz", service: "dms"),
            ])
        try test.night(everything, deviating: names, fleet: .test(bodies: ["a", "b", "krz"]))
        #expect(try test.store.inheritedFindings().isEmpty)
    }

    @Test func `what several bodies share is listed with what hangs on it`() throws {
        let test = try TestStore()
        var (first, second) = (own, hosted)
        (first.key, second.key) = ("k1", "k1")
        try test.night([first, second, shared], deviating: names, fleet: fleet)
        let things = try test.store.sharedThings(on: Day(year: 2026, month: 11, day: 1))
        let told = things.map {
            "\($0.kind.rawValue) \($0.value) \($0.bodies) \($0.endpointIDs.count) \($0.openFindings)"
        }
        #expect(
            told == [
                "provider krz [\"a\", \"b\"] 2 2", "certificate c1 [\"a\", \"b\", \"krz\"] 3 3",
                "key k1 [\"a\", \"b\"] 2 2",
            ])
    }

    @Test func `what changes alike in several bodies within a day is one event that names the provider`() throws {
        let test = try TestStore()
        let hosts = ["a", "b", "c"].map { body in
            TestServer(
                name: "mail.\(body).example", address: "192.0.2.\(body == "a" ? 1 : body == "b" ? 2 : 3)", body: body)
        }
        let target = { (name: String) in
            [HostTarget(name: name, ports: [.init(number: 443, service: .https)], softwareDomain: nil, hostedBy: "krz")]
        }
        let fleet = Fleet.test(
            bodies: ["a", "b", "c", "krz"],
            hosts: ["a": target("mail.a.example"), "b": target("mail.b.example"), "c": target("mail.c.example")])
        let first = try test.night(hosts, fleet: fleet)
        let second = try test.night(hosts, deviating: hosts.map(\.name), fleet: fleet)
        let third = try test.night(hosts, deviating: ["mail.a.example"], fleet: fleet)
        let events = try test.store.difference(from: first, to: second).events
        #expect(events.map(\.bodies) == [["a", "b", "c"]] && events.map(\.kind) == [.opened])
        #expect(events.first?.bond == .provider("krz") && events.first?.findings == ["F-1", "F-2", "F-3"])
        #expect(try test.store.difference(from: second, to: third).events.map(\.bodies) == [["b", "c"]])
        let alone = try test.night([hosts[0]], fleet: fleet)
        #expect(try test.store.difference(from: third, to: alone).events.isEmpty)
    }
}
