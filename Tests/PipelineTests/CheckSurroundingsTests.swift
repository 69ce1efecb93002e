import Model
import Rules
import Scanning
import Testing
import Transport

@testable import Pipeline

private let today = Day(year: 2026, month: 11, day: 22)

private func surroundings(excluding exclusions: [Exclusion] = []) throws -> CheckSurroundings {
    let network = try #require(
        IPAddress("192.0.2.0").flatMap { Network(containing: $0, prefixLength: 24) })
    let fleet = TestFleet.make(
        window: nil, networks: [NetworkTarget(network: network, name: nil, consent: nil)],
        hosts: [HostTarget(name: "www.a.example", ports: [], softwareDomain: nil, hostedBy: nil)],
        exclusions: exclusions)
    let book = try #require(try RuleBook.load(folders: [], vocabulary: Probes.vocabulary, log: .init()))
    return CheckSurroundings(rules: book, available: book, fleet: fleet, folder: ".", now: today.start)
}

private func allows(_ host: String, at text: String, in surroundings: CheckSurroundings) throws -> Bool {
    let address = try #require(IPAddress(text))
    let fleet = surroundings.fleet(for: try CheckTarget(host), addresses: [address], on: today)
    return fleet.bodies.contains { ScopeGuard(fleet, on: today).allows(address, for: $0.id) }
}

@Test func `a host the fleet names is asked only where its body's authorisation reaches`() throws {
    let surroundings = try surroundings()
    #expect(surroundings.authorises(try CheckTarget("www.a.example")))
    #expect(try allows("www.a.example", at: "192.0.2.7", in: surroundings))
    #expect(try !allows("www.a.example", at: "198.51.100.7", in: surroundings))
}

@Test func `a host somebody types is asked at its addresses, but no name leads to loopback or metadata`() throws {
    let surroundings = try surroundings()
    #expect(try !surroundings.authorises(CheckTarget("www.other.example")))
    #expect(try allows("www.other.example", at: "198.51.100.7", in: surroundings))
    #expect(try !allows("www.other.example", at: "127.0.0.1", in: surroundings))
    #expect(try !allows("www.other.example", at: "169.254.169.254", in: surroundings))
    #expect(try allows("127.0.0.1", at: "127.0.0.1", in: surroundings))
}

@Test func `an exclusion of the fleet file holds for check, whoever asks`() throws {
    let host = Exclusion(network: nil, host: "www.a.example", reason: "", until: nil)
    #expect(try !surroundings(excluding: [host]).authorises(CheckTarget("www.a.example")))
    let address = try #require(IPAddress("198.51.100.7"))
    let excluded = Exclusion(network: Network(address), host: nil, reason: "", until: nil)
    #expect(try !allows("www.other.example", at: "198.51.100.7", in: surroundings(excluding: [excluded])))
}
