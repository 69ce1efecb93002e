import Foundation
import Inventory
import Model
import Rules
import Scanning
import Store
import Testing

@testable import Pipeline

@Test
func `what was seen carries the catalogue's id, as usage lists do; what the catalogue does not know keeps its name`()
    throws
{
    let folder = try TestFolder()
    let now = TestFolder.now
    let path = "\(folder.path)/lagebild.db"
    let fleet = TestFleet.make(window: nil)
    let store = try InventoryStore.open(path: path, vocabulary: Probes.vocabulary)
    let run = try store.beginRun(at: now, fleet: fleet, fleetSHA256: "", toolVersion: "0")
    let endpoint = Endpoint(
        body: "a", address: IPAddress("192.0.2.1"), port: 22, serverName: "www.example.org", service: .ssh)
    try store.record(plan: [PlannedEndpoint(endpoint: endpoint, probes: ["ssh"], barrier: nil)], in: run)
    let names = ["OpenSSH", "Hausgemachtes"]
    let table = try #require(Probes.vocabulary.table("software"))
    let rows = names.map { name in
        FactRow(table.columns.map { $0.name == "product" ? .text(name) : $0.neutral })
    }
    let facts = Facts(rows: ["software": rows.sorted { "\($0.values)" < "\($1.values)" }])
    try store.record(
        [Observation(endpoint: endpoint, probe: "ssh", at: now, outcome: .answered, facts: facts)], in: run)
    try store.finish(run, at: now)
    try store.close()

    let book = try #require(try RuleBook.load(folders: [], vocabulary: Probes.vocabulary, log: .init()))
    var workspace = Workspace(
        fleetFile: "\(folder.path)/fleet.yaml", fleet: fleet, databaseFile: path, rules: book, available: book,
        installed: book, vocabulary: Probes.vocabulary, warnings: [], now: now)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    workspace.software =
        Places(
            fleet: nil, database: nil, rules: root.appending(path: "rules").path, program: nil
        ).software
    #expect(Set(try workspace.seenSoftware().map(\.product)) == ["openssh", "Hausgemachtes"])

    let ends = try workspace.supportEnds()
    #expect(try #require(ends["php"]) > now.day)
}
