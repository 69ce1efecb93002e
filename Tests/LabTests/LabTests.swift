import Foundation
import ProcessTesting
import Testing

/// The whole path against real servers. One lab serves all tests, so they run one after the other.
@Suite(.serialized)
struct LabTests {
    @Test func `the lab's picture is what its configuration says, and stays so`() async throws {
        try await Lab.start()
        do {
            let lab = try Lab(named: "story")
            try await findingsEqualTheExpectation(lab)
            try await aSecondRunChangesNothing(lab)
            try await anUnpluggedServerIsNotMeasured(lab)
            try await aKilledScanResumesToTheSameEnd(lab)
            try await nothingOutsideTheScopeIsContacted()
            try await theReportHoldsInABrowser(lab)
        } catch {
            try await Lab.stop()
            throw error
        }
        try await Lab.stop()
    }

    private func findingsEqualTheExpectation(_ lab: Lab) async throws {
        let answer = try await lab.scan()
        try #require(answer.status == 0, "\(answer.errors)")

        let found = Set(try await lab.rows("SELECT rule, subject FROM finding WHERE state = 'open'"))
        let expected = try expectation("expected-findings.csv", columns: 2)
        #expect(expected.subtracting(found).sorted() == [], "expected and not found")
        #expect(found.subtracting(expected).sorted() == [], "found and not expected")

        #expect(try await lab.rows("SELECT count(*) FROM harmonisation_domain") != ["0"], "figures are kept")

        let gaps = Set(try await lab.rows(Self.gaps))
        let expectedGaps = try expectation("expected-coverage.csv", columns: 3)
        #expect(expectedGaps.subtracting(gaps).sorted() == [], "gaps expected and not there")
        #expect(gaps.subtracting(expectedGaps).sorted() == [], "gaps not expected")
    }

    private func aSecondRunChangesNothing(_ lab: Lab) async throws {
        let before = try size(of: lab.database)
        let answer = try await lab.scan()
        try #require(answer.status == 0, "\(answer.errors)")
        let after = try size(of: lab.database)

        let diff = try await lab.ask("diff", "--exit-code")
        #expect(diff.output.contains("Nothing changed"))
        #expect(Double(after - before) < Double(before) * 0.02, "grew from \(before) to \(after) bytes")
    }

    private func anUnpluggedServerIsNotMeasured(_ lab: Lab) async throws {
        let machine = "bkw-formulare"
        let findings = "SELECT finding_id FROM finding WHERE state = 'open' AND body = 'lk-bernkastel-wittlich'"
        let before = try await lab.rows(findings + " ORDER BY finding_id")
        try #require(!before.isEmpty)

        #expect(try await run(Project.lab, ["unplug", machine]).status == 0)
        let answer = try await lab.scan()
        #expect(try await run(Project.lab, ["plug", machine]).status == 0)
        try #require(answer.status == 0, "\(answer.errors)")

        #expect(try await lab.rows(findings + " ORDER BY finding_id") == before, "nothing is fixed")
        let unmeasured = try await lab.rows(
            "SELECT DISTINCT measured FROM finding WHERE state = 'open' AND subject = 'formulare.bernkastel-wittlich.example:443'"
        )
        #expect(unmeasured == ["0"])
        let diff = try await json(lab.ask("diff", "--format", "json").output)
        let balances = diff?["balances"] as? [[String: Any]] ?? []
        let measured = balances.first { $0["subject"] as? String == "measured-endpoints" }
        let (was, now) = (measured?["before"] as? Int ?? 0, measured?["now"] as? Int ?? 0)
        #expect(now < was, "coverage drops: from \(was) to \(now)")
        let steps = measured?["steps"] as? [[String: Any]] ?? []
        #expect(steps.reduce(was) { $0 + ($1["change"] as? Int ?? 0) } == now, "the sum fits")
        _ = try await lab.scan()
    }

    private func aKilledScanResumesToTheSameEnd(_ undisturbed: Lab) async throws {
        let lab = try Lab(named: "killed", fleet: Lab.slowFleet())
        let killed = try await lab.scan { child in
            try await waitUntilSomeObservationsAreStored(lab, child)
            child.end(with: SIGKILL)
        }
        #expect(killed.status == 128 + SIGKILL)
        let resumed = try await lab.scan("--resume")
        try #require(resumed.status == 0, "\(resumed.errors)")
        #expect(resumed.errors.contains("resum"))

        for query in [Self.gaps, Self.findings, Self.certificates, Self.protocols] {
            #expect(try await lab.rows(query) == undisturbed.rows(query))
        }
    }

    private func waitUntilSomeObservationsAreStored(_ lab: Lab, _ child: Child) async throws {
        for _ in 0..<200 where child.isRunning {
            try await Task.sleep(for: .milliseconds(50))
            if try await lab.storedMeasurements() >= 10 { return }
        }
        Issue.record("no observation was stored while the scan ran")
    }

    private func nothingOutsideTheScopeIsContacted() async throws {
        let listener = try CountingListener(address: "127.99.0.1", ports: [80, 443])
        defer { listener.close() }
        let lab = try Lab(named: "scope")
        let answer = try await lab.scan()
        try #require(answer.status == 0, "\(answer.errors)")
        #expect(listener.accepted() == 0)
        let planned = try await lab.rows(
            "SELECT DISTINCT outcome FROM observation JOIN endpoint USING (endpoint_id) "
                + "WHERE endpoint.address = '127.99.0.1'")
        #expect(planned == ["out_of_scope"])
    }

    private func theReportHoldsInABrowser(_ lab: Lab) async throws {
        let folder = Project.root.appending(path: "examples/emh/run/tests/report").path
        _ = try await lab.ask("report", "--out", folder, "--force")
        let checked = try await run(
            Project.root.appending(path: "scripts/check-report").path,
            [folder, "--only", "index*", "--only", "befunde*", "--only", "stelle-lk-cochem-zell*"])
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    }

    private func json(_ text: String) throws -> [String: Any]? {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    }

    private func size(of path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    private static let gaps = """
        SELECT CASE WHEN endpoint.transport = 'dns' THEN endpoint.name ELSE endpoint.name || ':' || endpoint.port END AS subject, \
        observation.probe, observation.outcome FROM observation JOIN endpoint USING (endpoint_id) \
        WHERE observation.outcome <> 'answered' ORDER BY subject, observation.probe
        """
    private static let findings =
        "SELECT rule, subject, severity, evidence FROM finding WHERE state = 'open' ORDER BY rule, subject"
    private static let certificates = """
        SELECT endpoint.name, endpoint.port, sha256, position FROM certificate JOIN endpoint USING (endpoint_id) \
        ORDER BY endpoint.name, endpoint.port, endpoint.address, position
        """
    private static let protocols = """
        SELECT endpoint.name, endpoint.port, protocol, answer FROM tls_protocol JOIN endpoint USING (endpoint_id) \
        ORDER BY endpoint.name, endpoint.port, endpoint.address, protocol
        """
}
