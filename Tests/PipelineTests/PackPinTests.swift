import Documents
import Foundation
import Inventory
import Model
import Rules
import Scanning
import Testing

@testable import Pipeline

/// A rules folder with one pack, a fleet that chooses it, and a store in which a run saw one web server.
private struct Bench {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
    private let now = Day(year: 2026, month: 11, day: 23).start

    init() throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: "rules/own"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "rules/controls"), withIntermediateDirectories: true)
        try write("rules/own/rule.yaml", Self.rule(severity: "low", outdated: "'TLSv1.0'"))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Raises the pack to a version, with another severity and a wider question where it is the second.
    func install(version: Int) throws {
        let changes = (1...version).map { "  - {version: \($0), date: 2026-11-23, text: {de: neu, en: new}}" }
        try write(
            "rules/own/pack.yaml",
            """
            name: own
            version: \(version)
            title: {de: Eigene, en: Own}
            summary: {de: Eigene Regeln, en: Own rules}
            sources: [{document: RFC 8996}]
            changelog:
            \(changes.joined(separator: "\n"))
            """)
        try write(
            "rules/own/rule.yaml",
            version == 1
                ? Self.rule(severity: "low", outdated: "'TLSv1.0'")
                : Self.rule(severity: "high", outdated: "'TLSv1.0', 'TLSv1.1'"))
    }

    func workspace(pinning pack: String) throws -> Workspace {
        try write("fleet.yaml", Self.fleet(pack))
        return try Workspace.open(
            Places(
                fleet: folder.appending(path: "fleet.yaml").path, database: nil,
                rules: folder.appending(path: "rules").path, program: nil), at: now)
    }

    /// A run in which the server accepts these versions, judged by the workspace's rules.
    func night(_ versions: [String], _ workspace: Workspace) throws -> ScanSummary {
        let store = try InventoryStore.open(path: workspace.databaseFile, vocabulary: Probes.vocabulary)
        let run = try store.beginRun(at: now, fleet: workspace.fleet, fleetSHA256: "", toolVersion: "0")
        let endpoint = Endpoint(
            body: "nord", address: IPAddress("192.0.2.1"), port: 443, serverName: "www.nord.example", service: .https)
        try store.record(plan: [PlannedEndpoint(endpoint: endpoint, probes: ["tls"], barrier: nil)], in: run)
        let rows = ["TLSv1.0", "TLSv1.1", "TLSv1.2"].map {
            FactRow([.text($0), .text(versions.contains($0) ? "accepted" : "refused"), .text("")])
        }
        try store.record(
            [
                Observation(
                    endpoint: endpoint, probe: "tls", at: now, outcome: .answered,
                    facts: Facts(rows: ["tls_protocol": rows]))
            ], in: run)
        let summary = try workspace.judge(try store.finish(run, at: now), in: store, at: now)
        try store.close()
        return summary
    }

    private func write(_ name: String, _ text: String) throws {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    private static func fleet(_ pack: String) -> String {
        """
        apiVersion: lagebild/1
        kind: Fleet
        cooperation:
          id: ikz
          name: IKZ
          scanner: {contact: scan@ikz.example, info_url: "https://scan.ikz.example/"}
        defaults: {rules: {packs: [\(pack)]}}
        contacts:
          it: {name: IT, role: it-lead, email: it@nord.example}
        authorisations:
          FRG-1: {granted_by: Nord, signed_by: it, document: 1.pdf, valid_from: 2026-01-01, valid_until: 2027-12-31, level: light}
        bodies:
          - {id: nord, name: Nord, type: county, owner: it, authorisation: FRG-1, networks: [{cidr: 192.0.2.0/24}]}
        """
    }

    private static func rule(severity: String, outdated: String) -> String {
        """
        - id: own-outdated
          since: 1
          status: active
          severity: \(severity)
          title: {de: Alt, en: Old}
          why: {de: weil, en: because}
          fix: {de: abschalten, en: switch off}
          action: {de: Alte Version abschalten, en: Switch off the old version}
          scope: tls_endpoint
          deviates: |
            SELECT endpoint_id, sorted_list(protocol) AS evidence FROM tls_protocol
            WHERE answer = 'accepted' AND protocol IN (\(outdated)) GROUP BY endpoint_id
          references: [{document: RFC 8996}]
          examples:
            - {name: "1.0 on", given: {tls_protocol: [{protocol: TLSv1.0, answer: accepted}]}, verdict: deviates}
            - {name: "1.0 off", given: {tls_protocol: [{protocol: TLSv1.0, answer: refused}]}, verdict: conforms}
            - {name: silent, unmeasured: [tls], verdict: not measured}
        """
    }
}

@Test
func `a pinned version of a pack goes on judging after a newer one is installed, and is previewed before it is taken`()
    throws
{
    let bench = try Bench()
    defer { bench.remove() }
    try bench.install(version: 1)
    #expect(try bench.night(["TLSv1.1", "TLSv1.2"], bench.workspace(pinning: "own@1")).open == 0)

    try bench.install(version: 2)
    let pinned = try bench.workspace(pinning: "own@1")
    #expect(pinned.rules.packs.map(\.version) == [1] && pinned.rules.rule("own-outdated")?.text.severity == .low)
    #expect(try bench.night(["TLSv1.1", "TLSv1.2"], pinned).open == 0)

    let preview = try pinned.preview(pinned.offeredRules(adding: []))
    #expect(preview.changes.map(\.effect) == [.opens] && preview.changes.first?.severity == .high)
    #expect(preview.counts == (0, 1))
    #expect(try pinned.findings(FindingFilter()).isEmpty, "a preview writes nothing")

    let taken = try bench.workspace(pinning: "own@2")
    #expect(try bench.night(["TLSv1.1", "TLSv1.2"], taken).open == 1)
    #expect(try taken.findings(FindingFilter()).map(\.openedBecause) == [.newRule])
}

@Test func `a pinned version nobody has is an error with its place`() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.install(version: 2)
    do {
        _ = try bench.workspace(pinning: "own@1")
        Issue.record("a version that is nowhere was taken")
    } catch let error as FleetFileError {
        let said = try #require(error.diagnostics.first)
        #expect(said.line == 7 && said.message.contains("the store has kept no other"))
    }
}

@Test func `an earlier run is judged as it was seen, the same whenever it is asked, and nothing is written`() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.install(version: 1)
    let workspace = try bench.workspace(pinning: "own")
    let first = try bench.night(["TLSv1.0"], workspace)
    let second = try bench.night(["TLSv1.2"], workspace)
    let past = try workspace.judgement(asOf: first.run, by: workspace.rules)
    #expect(past.judgement.verdicts.map(\.verdict) == [.deviates])
    #expect(try workspace.judgement(asOf: first.run, by: workspace.rules).judgement == past.judgement)
    #expect(
        try workspace.judgement(asOf: second.run, by: workspace.rules).judgement.verdicts.map(\.verdict) == [.conforms])
    #expect(try workspace.findings(FindingFilter()).map(\.state) == [.fixed])
}
