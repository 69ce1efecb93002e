import Foundation
import Inventory
import Model
import Scanning
import Store
import Testing

@testable import Pipeline

/// Runs over machines with RSA keys so small that one sees what they share.
private final class Machines {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
    let store: InventoryStore
    private let start = Day(year: 2026, month: 11, day: 23).start
    private var nights = 0

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try InventoryStore.open(
            path: folder.appending(path: "lagebild.db").path, vocabulary: Probes.vocabulary)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Modulus in hex by name; `nil` stands for a machine that is silent. What shared_factor holds afterwards.
    func night(_ keys: [String: String?]) throws -> Set<String> {
        let now = start.adding(days: nights)
        nights += 1
        let run = try store.beginRun(at: now, fleet: TestFleet.make(window: nil), fleetSHA256: "", toolVersion: "0")
        for (name, modulus) in keys {
            let endpoint = Endpoint(
                body: "a", address: IPAddress("192.0.2.1"), port: 443, serverName: name, service: .https)
            try store.record(plan: [PlannedEndpoint(endpoint: endpoint, probes: ["tls"], barrier: nil)], in: run)
            let rows = modulus.map { FactRow([.text("spki-\($0)"), .text("010001"), .text($0)]) }
            try store.record(
                [
                    Observation(
                        endpoint: endpoint, probe: "tls", at: now, outcome: rows == nil ? .silent : .answered,
                        facts: Facts(rows: ["rsa_key": rows.map { [$0] } ?? []]))
                ], in: run)
        }
        try store.finish(run, at: now)
        return try factors()
    }

    func factors() throws -> Set<String> {
        try SharedFactorSearch(inventory: store).run()
        let names = try Dictionary(
            store.endpoints().map { ($0.id, $0.endpoint.serverName) }, uniquingKeysWith: { first, _ in first })
        return try Set(
            store.texts(["spki_sha256", "other_spki_sha256"], of: SharedFactorFact.table).map {
                "\(names[$0.endpointID] ?? "?"): \($0.values[0]) \($0.values[1])"
            })
    }
}

@Test func `keys that share a prime are found over all machines, whatever body they belong to`() throws {
    let machines = try Machines()
    // 0f is 3 * 5, 15 is 3 * 7, 8f is 11 * 13.
    let found = try machines.night(["one": "0f", "two": "15", "three": "8f", "twin": "8f"])
    #expect(found == ["one: spki-0f spki-15", "two: spki-15 spki-0f"])
    #expect(try machines.factors() == found)
}

@Test func `shared factors follow machines that change, fall silent, come back and leave`() throws {
    let machines = try Machines()
    let both: Set<String> = ["one: spki-0f spki-15", "two: spki-15 spki-0f"]
    #expect(try machines.night(["one": "0f", "two": "15"]) == both)
    #expect(try machines.night(["one": "0f", "two": "15", "three": "8f"]) == both)
    #expect(try machines.night(["one": "0f", "two": nil]) == [])
    #expect(try machines.night(["one": "0f", "two": "15"]) == both)
    #expect(try machines.night(["one": "0f", "two": "8f"]) == [])
    #expect(try machines.night(["one": "8f", "two": "15", "three": "0f"]).count == 2)
    #expect(try machines.night(["two": "15"]) == [])
}
