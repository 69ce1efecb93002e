import Foundation
import Inventory
import Model
import Rules
import Scanning
import Store
import Testing

@testable import Pipeline

@Suite struct DriftTests {
    private let folder: TestFolder
    private let workspace: Workspace

    /// OpenSSH at three hosts: two alike, one with an older key exchange; nginx at two TLS servers, one not measured whole.
    init() throws {
        folder = try TestFolder()
        let now = TestFolder.now
        let path = "\(folder.path)/lagebild.db"
        let fleet = TestFleet.make(window: nil)
        let store = try InventoryStore.open(path: path, vocabulary: Probes.vocabulary)
        let run = try store.beginRun(at: now, fleet: fleet, fleetSHA256: "", toolVersion: "0")
        for (number, kex) in ["curve25519-sha256", "curve25519-sha256", "diffie-hellman-group14-sha1"].enumerated() {
            try Self.record(
                "ssh",
                [
                    "software": [["product": .text("OpenSSH"), "version": .text(number == 2 ? "7.9p1" : "9.2p1")]],
                    "ssh_algorithm": [
                        ["kind": .text("kex"), "direction": .text("both"), "name": .text(kex)],
                        ["kind": .text("cipher"), "direction": .text("both"), "name": .text("aes256-ctr")],
                    ],
                ], at: number, .ssh, in: run, store)
        }
        for (number, answer) in ["refused", "unknown"].enumerated() {
            try Self.record(
                "http",
                ["software": [["product": .text("nginx"), "version": .text(number == 0 ? "1.22.1" : "1.20.2")]]],
                at: number, .https, in: run,
                store)
            try Self.record(
                "tls",
                [
                    "tls_protocol": [
                        ["protocol": .text("TLSv1.0"), "answer": .text(answer)],
                        ["protocol": .text("TLSv1.3"), "answer": .text("accepted")],
                    ],
                    "certificate": [["key_type": .text("EC"), "key_curve": .text("secp256r1")]],
                ], at: number, .https, in: run, store)
        }
        try store.finish(run, at: now)
        try store.close()
        let book = try #require(try RuleBook.load(folders: [], vocabulary: Probes.vocabulary, log: .init()))
        var workspace = Workspace(
            fleetFile: "\(folder.path)/fleet.yaml", fleet: fleet, databaseFile: path, rules: book, available: book,
            installed: book, vocabulary: Probes.vocabulary, warnings: [], now: now)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        workspace.software =
            Places(fleet: nil, database: nil, rules: root.appending(path: "rules").path, program: nil).software
        self.workspace = workspace
    }

    private static func record(
        _ probe: String, _ tables: [String: [[String: FactValue]]], at number: Int, _ service: Service, in run: Run,
        _ store: InventoryStore
    ) throws {
        let endpoint = Endpoint(
            body: "a", address: IPAddress("192.0.2.\(number + 1)"), port: service == .ssh ? 22 : 443,
            serverName: "h\(number).example.org", service: service)
        var rows: [String: [FactRow]] = [:]
        for (name, values) in tables {
            let table = try #require(Probes.vocabulary.table(name))
            rows[name] = values.map { row in FactRow(table.columns.map { row[$0.name] ?? $0.neutral }) }
        }
        try store.record(
            plan: [PlannedEndpoint(endpoint: endpoint, probes: ["http", "tls", "ssh"], barrier: nil)], in: run)
        try store.record(
            [
                Observation(
                    endpoint: endpoint, probe: probe, at: TestFolder.now, outcome: .answered, facts: Facts(rows: rows))
            ], in: run)
    }

    @Test func `the store feeds drift: the same product, grouped by how it is configured`() throws {
        let drift = try workspace.drift()
        #expect(drift.configurations.map(\.product) == ["openssh"])
        let ssh = try #require(drift.configurations.first)
        #expect(ssh.kind == .ssh)
        #expect(ssh.differing == [.kex])
        #expect(ssh.variants.map(\.endpoints) == [["h0.example.org:22", "h1.example.org:22"], ["h2.example.org:22"]])
        #expect(ssh.variants.map { $0.own[.kex] } == [["curve25519-sha256"], ["diffie-hellman-group14-sha1"]])
        #expect(drift.compared == 2)
    }

    @Test func `TLS of which not everything was measured is not complete`() throws {
        let tls = try workspace.withInventory { try $0.configurations() }.filter { $0.kind == .tls }
        #expect(tls.map(\.isComplete) == [true, false])
        #expect(tls[0].values[.protocols] == ["TLSv1.3"])
        #expect(tls[0].values[.certificateKey] == ["EC secp256r1"])
    }

    /// nginx 1.20 came out on 2021-04-20 and 1.22 on 2022-05-24; nobody wrote down when lines of OpenSSH did.
    @Test func `versions seen are as far apart as the lifecycle data says, or it is not known`() throws {
        let skews = try workspace.drift().versions
        #expect(skews.map(\.product) == ["nginx", "openssh"])
        #expect(skews.map(\.days) == [399, nil])
        #expect(skews[0].lines.map(\.name) == ["1.22", "1.20"])
        #expect(skews[1].lines.map(\.name) == ["7.9p1", "9.2p1"])
    }
}
