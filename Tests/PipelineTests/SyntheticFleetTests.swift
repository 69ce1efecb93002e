import Cryptography
import Foundation
import Inventory
import Model
import SyntheticFleet
import Testing

struct SyntheticFleetTests {
    private static let endpoints = 1_000

    /// What is compared: everything but the time.
    private struct Seen: Equatable {
        let endpoint: Endpoint
        let probe: String
        let outcome: Outcome
        let reason: String
        let facts: Facts
    }

    private static func seen(_ endpoints: SyntheticEndpoints, _ number: Int, night: Int) -> [Seen] {
        endpoints.observations(of: number, night: night).map {
            Seen(endpoint: $0.endpoint, probe: $0.probe, outcome: $0.outcome, reason: $0.reason, facts: $0.facts)
        }
    }

    @Test func `the same seed gives the same endpoints in any order, another seed others`() throws {
        let one = try SyntheticEndpoints(seed: 1, count: Self.endpoints)
        let again = try SyntheticEndpoints(seed: 1, count: Self.endpoints)
        let forwards = (0..<200).map { Self.seen(one, $0, night: 1) }
        let backwards = (0..<200).reversed().map { Self.seen(again, $0, night: 1) }
        #expect(forwards == backwards.reversed())
        let other = try SyntheticEndpoints(seed: 2, count: Self.endpoints)
        #expect(forwards != (0..<200).map { Self.seen(other, $0, night: 1) })
    }

    @Test(arguments: [2, 3, 9])
    func `each night exactly 2 percent of the endpoints change`(night: Int) throws {
        let endpoints = try SyntheticEndpoints(seed: 7, count: Self.endpoints)
        let differing = (0..<Self.endpoints).filter {
            Self.seen(endpoints, $0, night: night - 1) != Self.seen(endpoints, $0, night: night)
        }
        #expect(differing.count == Self.endpoints / 50)
        #expect(differing == endpoints.changed(inNight: night))
    }

    @Test func `what is planned is what is seen, and every endpoint is another`() throws {
        let endpoints = try SyntheticEndpoints(seed: 1, count: Self.endpoints)
        let planned = (0..<Self.endpoints).map(endpoints.planned)
        for (number, plan) in planned.enumerated() {
            let seen = endpoints.observations(of: number, night: 1)
            #expect(seen.map(\.probe) == plan.probes)
            #expect(seen.allSatisfy { $0.endpoint == plan.endpoint })
        }
        #expect(Set(planned.map(\.endpoint)).count == Self.endpoints)
    }

    @Test func `no two RSA keys have a prime in common`() throws {
        let endpoints = try SyntheticEndpoints(seed: 1, count: Self.endpoints)
        let moduli = (0..<Self.endpoints).flatMap { endpoints.observations(of: $0, night: 2) }
            .flatMap { $0.facts.rows["rsa_key"] ?? [] }
            .compactMap { row in
                if case .text(let modulus)? = row.values.last { [UInt8](hexText: modulus) } else { nil }
            }
        #expect(Set(moduli).count > 50)
        #expect(SharedFactors.pairs(among: moduli).isEmpty)
    }

    @Test func `a small fleet is stored as it was seen in the last night`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "lagebild.db").path
        let endpoints = try SyntheticEndpoints(seed: 1, count: 300)
        try FleetRecorder.store(endpoints, path: path, nights: 2)

        let store = try InventoryStore.open(path: path, vocabulary: SyntheticEndpoints.vocabulary, create: false)
        let run = try #require(try store.lastFinishedRun())
        #expect(run.name == "2026-11-24/1")
        let stored = try store.observations(asOf: run).map { ["\($0.endpoint.label) \($0.probe)": $0.facts] }
        let seen = (0..<300).flatMap { endpoints.observations(of: $0, night: 2) }
            .map { ["\($0.endpoint.label) \($0.probe)": $0.facts] }
        #expect(stored.reduce(into: [:]) { $0.merge($1) { $1 } } == seen.reduce(into: [:]) { $0.merge($1) { $1 } })
        try store.close()
    }
}
