import Foundation
import Inventory
import Model
import Store
import Testing

/// How sure software is in the tables: what all probes of a host saw counts together.
@Suite struct SoftwareWeighingTests {
    private static let software = FactTable(
        "software", "Software a server says it runs.",
        [
            .text("product", "Name."), .text("version", "Version."), .text("evidence", "Where it was read."),
            .text("confidence", "certain, likely or possible."), .text("strong_signals", "Own names."),
            .text("weak_signals", "Signs."),
        ], isWeighed: true)

    private static let vocabulary = Vocabulary(
        probes: [("tls", [software]), ("http", [software, TestVocabulary.page])], scopes: TestVocabulary.scopes)

    private let test: TestStore

    init() throws { test = try TestStore(vocabulary: Self.vocabulary) }

    private func endpoint(_ port: UInt16 = 443) -> Endpoint {
        Endpoint(body: "a", address: IPAddress("192.0.2.1"), port: port, serverName: "fw.example.org", service: .https)
    }

    /// `nil` for what the probe did not find.
    private func seen(
        _ probe: String, strong: String = "", weak: String = "", version: String = "", port: UInt16 = 443
    ) -> Observation {
        let found = !strong.isEmpty || !weak.isEmpty
        let row = FactRow([
            .text("fortigate"), .text(version), .text("\(probe) said so"),
            .text(strong.isEmpty ? "possible" : "likely"), .text(strong), .text(weak),
        ])
        return Observation(
            endpoint: endpoint(port), probe: probe, at: Timestamp(seconds: 0), outcome: .answered,
            facts: Facts(rows: found ? ["software": [row]] : [:]))
    }

    private func begin(ports: [UInt16] = [443]) throws -> Run {
        let run = try test.begin()
        try test.store.record(
            plan: ports.map { PlannedEndpoint(endpoint: endpoint($0), probes: ["http", "tls"], barrier: nil) }, in: run)
        return run
    }

    @discardableResult
    private func night(_ observations: [Observation], ports: [UInt16] = [443]) throws -> Run {
        let run = try begin(ports: ports)
        try test.store.record(observations, in: run)
        return try test.store.finish(run, at: run.started)
    }

    private func confidences(at path: String? = nil) throws -> [String] {
        let file = try StoreFile(path: path ?? test.path, migrations: [])
        defer { try? file.close() }
        return try file.read { session in
            try session.rows("SELECT probe, confidence FROM software ORDER BY endpoint_id, probe") {
                "\(try $0.text("probe")) \(try $0.text("confidence"))"
            }
        }
    }

    private let both = ["http certain", "tls certain"]

    @Test func `a certificate and a header make certain, whichever came first`() throws {
        let signals = [seen("tls", weak: "certificate"), seen("http", strong: "server header")]
        try night(signals)
        #expect(try confidences() == both)
        try night(signals.reversed())
        #expect(try confidences() == both)
        let places = try test.store.software().flatMap(\.places)
        #expect(places.map(\.confidence) == ["certain"])
        #expect(places.map(\.evidence) == ["http said so; tls said so"])
    }

    @Test func `a run that is interrupted between the two comes to the same`() throws {
        let run = try begin()
        try test.store.record([seen("tls", weak: "certificate")], in: run)
        try test.store.interrupt(run)
        let again = try test.store.resumeRun()
        try test.store.record([seen("http", strong: "server header")], in: again)
        try test.store.finish(again, at: again.started)
        #expect(try confidences() == both)
    }

    @Test func `what one signal alone says stays possible, and what it loses its support for is so again`() throws {
        try night([seen("tls", weak: "certificate"), seen("http", strong: "server header")])
        let first = try #require(try test.store.lastFinishedRun())
        try night([seen("tls", weak: "certificate"), seen("http")])
        #expect(try confidences() == ["tls possible"])
        try night([seen("tls", weak: "certificate"), seen("http", weak: "certificate")])
        #expect(try confidences() == ["http possible", "tls possible"])

        let state = try test.store.state(asOf: first, at: test.folder.appending(path: "past.db").path)
        #expect(try confidences(at: state.path) == both)
        try state.close()
    }

    @Test func `an endpoint that stayed as it was is surer with a new one of the same host, and less without`() throws {
        let old = [seen("tls", weak: "certificate"), seen("http")]
        try night(old)
        #expect(try confidences() == ["tls possible"])
        let new = [seen("tls", port: 8443), seen("http", strong: "server header", port: 8443)]
        try night(old + new, ports: [443, 8443])
        #expect(try Set(confidences()) == ["http certain", "tls certain"])
        try night(old)
        #expect(try confidences() == ["tls possible"])
    }

    @Test func `a run given up after it saw a change leaves the next one nothing to miss`() throws {
        let (certificate, header) = (seen("tls", weak: "certificate"), seen("http", strong: "server header"))
        try night([certificate, header])
        let run = try begin()
        try test.store.record([seen("http")], in: run)
        try test.store.interrupt(run)
        try night([certificate, seen("http")])
        #expect(try confidences() == ["tls possible"])
    }

    @Test func `tables made anew say the same`() throws {
        try night([seen("tls", weak: "certificate"), seen("http", strong: "server header")])
        try test.store.close()
        let wider = Vocabulary(
            probes: [
                ("tls", [Self.software]), ("http", [Self.software, TestVocabulary.page]),
                (
                    "ssh",
                    [
                        FactTable("banner", "A banner.", [.text("text", "Its text.")])
                    ]
                ),
            ], scopes: TestVocabulary.scopes)
        let store = try InventoryStore.open(path: test.path, vocabulary: wider)
        #expect(try store.software().flatMap(\.places).map(\.confidence) == ["certain"])
        try store.close()
        #expect(try confidences() == both)
    }

    @Test func `a version one probe states counts for what another named without one`() throws {
        try night([seen("tls", weak: "certificate"), seen("http", strong: "server header", version: "7.4.8")])
        let records = try test.store.software()
        #expect(records.map(\.version) == ["7.4.8"])
        #expect(records.flatMap(\.places).map(\.evidence) == ["http said so; tls said so"])
    }

    @Test func `software is at an endpoint once, as last seen, though one of two probes has no answer now`() throws {
        try night([seen("tls", weak: "certificate"), seen("http", strong: "server header", version: "7.4.8")])
        let silent = Observation(
            endpoint: endpoint(), probe: "tls", at: Timestamp(seconds: 0), outcome: .silent, reason: "timeout")
        try night([silent, seen("http", strong: "server header", version: "7.4.9")])
        let records = try test.store.software()
        #expect(records.map(\.version) == ["7.4.9"])
        #expect(records.flatMap(\.places).map(\.isCurrent) == [true])
    }

    @Test func `software only a silent probe sees is not measured, not gone`() throws {
        let first = try night([seen("tls", weak: "certificate"), seen("http", strong: "server header")])
        try night([seen("tls"), seen("http", strong: "server header")])
        let silent = Observation(
            endpoint: endpoint(), probe: "http", at: Timestamp(seconds: 0), outcome: .silent, reason: "timeout")
        let second = try night([seen("tls"), silent])
        let balance = try #require(
            try test.store.difference(from: first, to: second).balances.first { $0.subject == .software })
        #expect(balance.description == "software: 1 - 1 not-measured = 0")
    }
}
