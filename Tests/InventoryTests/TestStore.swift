import Foundation
import Inventory
import Model

/// A store in a folder of its own that goes with the test, and the shortest way through a run.
final class TestStore {
    let folder: URL
    let store: InventoryStore
    var day = 0
    private let former: TestStore?

    var path: String { folder.appendingPathComponent("inventory.sqlite").path }

    init(vocabulary: Vocabulary = TestVocabulary.vocabulary) throws {
        former = nil
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try InventoryStore.open(
            path: folder.appendingPathComponent("inventory.sqlite").path, vocabulary: vocabulary)
    }

    /// The files of another, opened again, on the same day. That one must be closed, and live as long.
    init(reopening other: TestStore) throws {
        former = other
        folder = other.folder
        day = other.day
        store = try InventoryStore.open(path: other.path, vocabulary: TestVocabulary.vocabulary)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    /// The store's files in another folder, as they are now.
    func copyOfFiles() throws -> String {
        let copy = folder.appendingPathComponent("copy")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for file in try files() where file.hasPrefix("inventory") {
            try FileManager.default.copyItem(
                at: folder.appendingPathComponent(file), to: copy.appendingPathComponent(file))
        }
        return copy.appendingPathComponent("inventory.sqlite").path
    }

    /// Midnight of the test's next day.
    func tomorrow() -> Timestamp {
        day += 1
        return Day(year: 2026, month: 11, day: 1).start.adding(days: day - 1)
    }

    func begin(_ fleet: Fleet = .test()) throws -> Run {
        try store.beginRun(at: tomorrow(), fleet: fleet, fleetSHA256: "00", toolVersion: "0.1.0")
    }

    /// A whole run over the given servers.
    @discardableResult
    func scan(_ servers: [TestServer], fleet: Fleet = .test()) throws -> Run {
        let run = try begin(fleet)
        try store.record(plan: servers.map(\.planned), in: run)
        try store.record(servers.flatMap { $0.observations(at: run.started) }, in: run)
        return try store.finish(run, at: run.started)
    }
}

/// One HTTPS server as a test sees it.
struct TestServer {
    var name: String
    var address = "192.0.2.1"
    var body = "a"
    var protocols = ["TLSv1.2", "TLSv1.3"]
    var certificate = "c1"
    /// Digest of the certificate's key; its name's own where none is given.
    var key: String?
    var notAfter = "2027-01-01T00:00:00Z"
    var version = "1.22.1"
    /// Answers nothing.
    var silent = false
    var probes = ["http", "tls"]
    var barrier: PlannedEndpoint.Barrier?

    var endpoint: Endpoint {
        Endpoint(body: body, address: IPAddress(address), port: 443, serverName: name, service: .https)
    }

    var planned: PlannedEndpoint { PlannedEndpoint(endpoint: endpoint, probes: probes, barrier: barrier) }

    func observations(at time: Timestamp) -> [Observation] {
        barrier != nil ? [] : probes.map { observation($0, at: time) }
    }

    func observation(_ probe: String, at time: Timestamp) -> Observation {
        if silent {
            return Observation(endpoint: endpoint, probe: probe, at: time, outcome: .silent, reason: "timeout")
        }
        return Observation(
            endpoint: endpoint, probe: probe, at: time, outcome: .answered, facts: probe == "tls" ? tls : http)
    }

    private var tls: Facts {
        Facts(rows: [
            "tls_protocol": protocols.map { FactRow([.text($0), .text("accepted")]) },
            "certificate": [
                FactRow([
                    .integer(0), .text(certificate), .text("CN=\(name)"), .text("CN=CA"),
                    .text("2026-01-01T00:00:00Z"), .text(notAfter), .text(key ?? "key of \(name)"),
                ])
            ],
        ])
    }

    private var http: Facts {
        Facts(rows: [
            "software": [FactRow([.text("nginx"), .text(version), .text("server header"), .text("certain")])],
            "page": [FactRow([.text("Willkommen\n\"\u{1}\" \(name)")])],
        ])
    }
}

extension Fleet {
    static func test(
        bodies: [String] = ["a", "b"], exceptions: [FleetException] = [], services: [SharedService] = [],
        hosts: [String: [HostTarget]] = [:], usages: [Usage] = []
    ) -> Fleet {
        Fleet(
            cooperation: Cooperation(
                id: "test", name: "Test", language: .de, timezone: "Europe/Berlin", tlp: .amber,
                scanner: ScannerIdentity(contact: "scan@example.org", infoURL: "https://example.org"),
                dns: DNSAccess(resolvers: [], trustAnchor: nil), trustedRoots: []),
            defaults: FleetDefaults(
                consent: .light, limits: .polite, timeoutSeconds: 2, retries: 1, window: nil,
                dueDays: [.critical: 3, .high: 14, .medium: 60, .low: 180], packs: [], extraRules: []),
            contacts: [], authorisations: [], softwareDomains: [],
            bodies: bodies.map { Body.test($0, hosts: hosts[$0] ?? []) },
            sharedServices: services,
            schedules: [], exceptions: exceptions, usages: usages)
    }
}

extension Body {
    static func test(_ id: String, hosts: [HostTarget] = []) -> Body {
        Body(
            id: id, name: "Body \(id)", kind: .county, ags: nil, ars: nil, owner: "it-\(id)", reportTo: [],
            authorisation: "FRG", tlp: nil, children: [], members: [], domains: [], networks: [], hosts: hosts,
            exclusions: [], window: nil)
    }
}
