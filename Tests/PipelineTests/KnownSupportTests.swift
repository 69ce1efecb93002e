import Foundation
import Inventory
import Model
import Rules
import Scanning
import Testing

@testable import Pipeline

/// Ends of support beside what was seen.
@Suite struct KnownSupportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
    private let rules: String = URL(filePath: #filePath).appending(path: "../../../rules").standardized.path
    private let columns = SoftwareSupportFact.table.columns.map(\.name)

    private func software(_ rows: [(product: String, version: String)]) -> Facts {
        Facts(rows: [
            "software": rows.map { row in
                FactRow([
                    .text(row.product), .text(row.version), .text("ssh banner"), .text("likely"), .text(""), .text(""),
                ])
            }
        ])
    }

    /// What rules would find of one SSH server on a day.
    private func support(of rows: [(product: String, version: String)], on day: Day) throws -> [String] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try InventoryStore.open(
            path: folder.appending(path: "lagebild.db").path, vocabulary: Probes.vocabulary)
        let endpoint = Endpoint(
            body: "a", address: IPAddress("192.0.2.1"), port: 22, serverName: "a.example.org", service: .ssh)
        let run = try store.beginRun(
            at: day.start, fleet: TestFleet.make(window: nil), fleetSHA256: "", toolVersion: "0")
        try store.record(plan: [PlannedEndpoint(endpoint: endpoint, probes: ["ssh"], barrier: nil)], in: run)
        let seen = Observation(
            endpoint: endpoint, probe: "ssh", at: day.start, outcome: .answered, facts: software(rows))
        try store.record([seen], in: run)
        try store.finish(run, at: day.start)
        let places = SoftwarePlaces(folders: [rules])
        let catalogue = try places.catalogue()
        let known = KnownSupport(catalogue: catalogue, book: try places.lifecycles(for: catalogue))
        for _ in 0..<2 { try known.derive(in: store, on: day) }
        defer { try? store.close() }
        return try store.texts(columns, of: SoftwareSupportFact.table).map {
            "\($0.probe): \($0.values.joined(separator: " "))"
        }
    }

    @Test(arguments: [
        (Day(year: 2026, month: 7, day: 11), "supported"), (Day(year: 2026, month: 7, day: 12), "extended"),
        (Day(year: 2028, month: 6, day: 30), "extended"), (Day(year: 2028, month: 7, day: 1), "ended"),
    ])
    func `the state of an operating system is that of the day of the run`(day: Day, state: String) throws {
        #expect(
            try support(of: [("debian", "12")], on: day)
                == ["ssh: debian 12 operating-system 12 \(state) 2026-07-11 endoflife.date, 2026-08-22"])
    }

    @Test func `a product without version, without lifecycle or of an unknown line has no row`() throws {
        let unknown = [("debian", ""), ("openssh", "9.2p1"), ("debian", "99"), ("made-up", "1")]
        #expect(try support(of: unknown, on: Day(year: 2026, month: 11, day: 23)) == [])
    }

    @Test func `the shipped rules ask for it, so that a scan works it out`() throws {
        let places = Places(fleet: nil, database: nil, rules: rules, program: nil)
        #expect(try places.software.support(for: Workspace.rules(places)) != nil)
    }
}
