import Documents
import Foundation
import Inventory
import Model
import Reports
import Rules
import Scanning
import Testing

@testable import Pipeline

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

private func workspace(_ example: String) throws -> Workspace {
    let file = root.appending(path: "examples/\(example)/fleet.yaml").path
    let book = try #require(try RuleBook.load(folders: [], vocabulary: Probes.vocabulary, log: .init()))
    var workspace = Workspace(
        fleetFile: file, fleet: try FleetFile.load(at: file, today: TestFolder.now.day).fleet,
        databaseFile: "/nonexistent/lagebild.db", rules: book, available: book, installed: book,
        vocabulary: Probes.vocabulary, warnings: [], now: TestFolder.now)
    workspace.software = shippedSoftware
    return workspace
}

private var shippedSoftware: SoftwarePlaces {
    Places(fleet: nil, database: nil, rules: root.appending(path: "rules").path, program: nil).software
}

@Test func `the report of an example gets its services and processes by the names people know`() throws {
    let parts = try ServicePictures(try workspace("lippe"))
    let services = try #require(parts.onlineServices)
    #expect(services.bodies == ["blomberg", "luegde", "schieder-schwalenberg", "kalletal"])
    let cell = try #require(
        services.cells.first { $0.service == "geburtsurkunde" && $0.body == "schieder-schwalenberg" })
    #expect(cell.state == .adoptable(from: "blomberg", platform: "Antragsmanagement (Form-Solutions)"))
    #expect(services.cells.contains { $0.trust == .below && $0.body == "blomberg" })
    for body in services.bodies {
        let cells = services.cells.filter { $0.body == body }
        let counts = try #require(services.counts[body])
        #expect(counts.total == cells.count && counts.live == cells.count { $0.state == .live })
        #expect(counts.offered == cells.count { $0.state.isOffered })
        #expect(counts.adoptable == cells.count { $0.state.adoptablePlatform != nil })
        #expect(counts.below == cells.count { $0.trust == .below })
    }

    #expect(parts.processes.map(\.name.de) == ["Hund zur Hundesteuer anmelden", "Geburtsurkunde bestellen"])
    let dogTax = parts.processes[0]
    #expect(dogTax.entries.map(\.body) == services.bodies && dogTax.pairs.count == 6)
    #expect(dogTax.entries.contains { !$0.mediaBreaks.isEmpty })
    let catalogued = dogTax.systems.filter(\.system.isCatalogued)
    #expect(!catalogued.isEmpty && catalogued.contains { !$0.listed.isEmpty })
    #expect(dogTax.systems.allSatisfy { $0.seen.isEmpty }, "nothing was scanned")
    #expect(parts.chains.isEmpty)
}

@Test func `the chain of the digital post names the link nobody could answer for`() throws {
    let chain = try #require(try ServicePictures(try workspace("postbearbeitung")).chains.first)
    #expect(chain.links.map(\.name) == ["Scannen", "Dokumentenmanagement", "E-Mail-Gateway", "Langzeitarchiv"])
    #expect(chain.weakest == 3)
    let gap = try #require(chain.links[3].cells.first { $0.body == "maerkischer-kreis" })
    #expect(gap.state == .unknown && gap.urgent == nil)
    #expect(chain.links[2].cells.map(\.provider) == Array(repeating: "it-muster-swf", count: 4))
}

@Test func `a fleet that names none of it asks for no catalogue`() throws {
    var bare = try workspace("lippe")
    bare = Workspace(
        fleetFile: bare.fleetFile, fleet: TestFleet.make(window: nil), databaseFile: bare.databaseFile,
        rules: bare.rules, available: bare.rules, installed: bare.rules, vocabulary: bare.vocabulary, warnings: [],
        now: bare.now)
    bare.software.folders = ["/nonexistent"]
    let parts = try ServicePictures(bare)
    #expect(parts.onlineServices == nil && parts.processes.isEmpty && parts.chains.isEmpty)
}

@Test func `an urgent finding at the host of a shared service weakens the link of everyone who uses it`() throws {
    let folder = try TestFolder()
    try folder.writePack("web", rule: "tls-old")
    try folder.writeFleet(
        exceptions: """
            services: [{id: gate, name: Gateway, provider: nord, consumers: [sued], hosts: [www.nord.example]}]
            usage: [usage.yaml]
            chains: [{id: post, name: Post, links: [{name: Gateway, domain: mail, service: gate}]}]
            """)
    let text = try String(contentsOfFile: "\(folder.path)/fleet.yaml", encoding: .utf8)
    let second = "  - {id: sued, name: Süd, type: county, owner: it, authorisation: FRG-1}\n"
    try folder.write(text.replacing("services: [{id", with: second + "services: [{id"), to: "fleet.yaml")
    try folder.write(
        """
        usage:
          - {body: nord, domain: mail, product: nospamproxy, status: {live: 2024-01-01}}
          - {body: sued, domain: mail, product: nospamproxy, status: {live: 2024-01-01}, operator: provider, provider: nord}

        """, to: "usage.yaml")
    var workspace = try folder.open()
    workspace.software = shippedSoftware
    let before = try #require(try workspace.chains().first)
    #expect(before.links[0].map(\.state) == [.sound, .sound] && before.links[0].map(\.urgent) == [nil, nil])

    let store = try InventoryStore.open(path: workspace.databaseFile, vocabulary: Probes.vocabulary)
    let run = try store.beginRun(at: TestFolder.now, fleet: workspace.fleet, fleetSHA256: "", toolVersion: "0")
    let endpoint = Endpoint(
        body: "nord", address: IPAddress("192.0.2.1"), port: 443, serverName: "www.nord.example", service: .https)
    try store.record(plan: [PlannedEndpoint(endpoint: endpoint, probes: ["tls"], barrier: nil)], in: run)
    let table = try #require(Probes.vocabulary.table("tls_protocol"))
    let row = FactRow(
        table.columns.map {
            $0.name == "protocol" ? .text("TLSv1.0") : $0.name == "answer" ? .text("accepted") : $0.neutral
        })
    let facts = Facts(rows: ["tls_protocol": [row]])
    try store.record(
        [Observation(endpoint: endpoint, probe: "tls", at: TestFolder.now, outcome: .answered, facts: facts)], in: run)
    try store.finish(run, at: TestFolder.now)
    try store.close()
    _ = try workspace.judgeAgain()
    let after = try #require(try workspace.chains().first)
    #expect(after.links[0].map(\.state) == [.atRisk, .atRisk] && after.links[0].map(\.urgent) == [1, 1])
    #expect(after.weakest == 0)
}
