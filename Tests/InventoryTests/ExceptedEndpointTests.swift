import Inventory
import Model
import Testing

@Test func `an exception finds the endpoints it may cover, with what was seen and said there`() throws {
    let test = try TestStore()
    let servers = [
        TestServer(name: "www.example.org", protocols: ["TLSv1.0"]), TestServer(name: "old.example.org", silent: true),
        TestServer(name: "", address: "2001:db8::1"), TestServer(name: "www.example.org", body: "b"),
    ]
    try test.night(servers, deviating: ["www.example.org"])
    func found(_ subject: FleetException.Subject) throws -> [String] {
        let exception = FleetException(
            id: "AUS-1", rule: "tls-old", subject: subject, reason: "", compensating: nil, residualRisk: "",
            requestedBy: "it", acceptedBy: "isb", approvedOn: Day(number: 0), expires: Day(number: 0))
        return try test.store.endpoints(of: exception).map { place in
            let verdict = place.verdict?.rawValue ?? "-"
            return
                "\(place.endpoint.body) \(place.endpoint.host) \(place.software.sorted()) \(place.gaps.sorted()) \(verdict)"
        }
    }
    #expect(
        try found(.init(body: nil, host: "www.example.org", port: 443)) == [
            "a www.example.org [\"nginx\"] [] deviates", "b www.example.org [\"nginx\"] [] deviates",
        ])
    #expect(try found(.init(body: "b", host: "www.example.org", port: nil)).count == 1)
    #expect(try found(.init(body: nil, host: "www.example.org", port: 25)) == [])
    #expect(
        try found(.init(body: nil, host: "old.example.org", port: nil)) == [
            "a old.example.org [] [\"http\", \"tls\"] -"
        ])
    #expect(try found(.init(body: nil, host: "2001:db8:0::1", port: nil)) == ["a 2001:db8::1 [\"nginx\"] [] -"])
    #expect(try found(.init(body: nil, host: nil, port: nil, software: "nginx")).count == 4)
}
