import Inventory
import Model
import Store
import Testing

@Suite struct ReadingTests {
    private let www = TestServer(name: "www.example.org")
    private let mail = TestServer(name: "mail.example.org", address: "192.0.2.2", body: "b", certificate: "c9")

    private func with(_ server: TestServer, _ change: (inout TestServer) -> Void) -> TestServer {
        var server = server
        change(&server)
        return server
    }

    @Test func `coverage counts what is known, what was measured and why not`() throws {
        let test = try TestStore()
        let silent = with(mail) { $0.silent = true }
        let barred = with(TestServer(name: "no.example.org", body: "b")) {
            $0.barrier = .init(outcome: .outOfScope, reason: "no authorisation")
        }
        let run = try test.scan([www, silent, barred])
        let coverage = try test.store.coverage(of: run)
        #expect(coverage.overall.services.known == 3 && coverage.overall.services.measured == 1)
        #expect(coverage.overall.services.notAuthorised == 1 && coverage.overall.services.planned == 2)
        #expect(coverage.overall.services.gaps.values.reduce(0, +) == 1)
        #expect(coverage.overall.measurements.known == 6 && coverage.overall.measurements.measured == 2)
        #expect(coverage.bodies["a"]?.services.share == 1)
        #expect(coverage.bodies["b"]?.services.gaps.keys.map(\.reason) == ["timeout"])
        #expect(coverage.overall.names.share == nil)
    }

    @Test func `coverage of an earlier run is what it was then`() throws {
        let test = try TestStore()
        let first = try test.scan([www, mail])
        try test.scan([with(www) { $0.silent = true }])
        let coverage = try test.store.coverage(of: first)
        #expect(coverage.overall.services.known == 2 && coverage.overall.services.measured == 2)
    }

    @Test func `an endpoint says when each probe last got an answer`() throws {
        let test = try TestStore()
        try test.scan([www])
        try test.scan([www])
        let silent = with(www) { $0.silent = true }
        try test.scan([silent])
        try test.scan([silent])
        let endpoint = try #require(try test.store.endpoints().first)
        #expect(endpoint.lastMeasured?.name == "2026-11-02/1")
        #expect(endpoint.measurements.map(\.outcome) == [.silent, .silent])
        #expect(endpoint.endpoint == www.endpoint)
    }

    @Test func `certificates and software of a silent server are shown as last seen`() throws {
        let test = try TestStore()
        try test.scan([www, mail])
        try test.scan([www, with(mail) { $0.silent = true }])
        let certificates = try test.store.certificates()
        #expect(certificates.map(\.sha256) == ["c1", "c9"])
        #expect(certificates.map(\.isCurrent) == [true, false])
        #expect(certificates.last?.seen?.name == "2026-11-01/1")
        #expect(certificates.first?.notAfter?.day.description == "2027-01-01")
        let software = try #require(try test.store.software().first)
        #expect(software.product == "nginx" && software.version == "1.22.1" && software.places.count == 2)
    }

    @Test func `observations as of a run are those of that run`() throws {
        let test = try TestStore()
        let first = try test.scan([www, mail])
        let second = try test.scan([with(www) { $0.certificate = "c2" }])
        let before = [mail, www].flatMap { $0.observations(at: first.started) }
        #expect(Set(try test.store.observations(asOf: first).map(\.facts.rows)) == Set(before.map(\.facts.rows)))
        let after = try test.store.observations(asOf: second)
        #expect(after.map(\.endpoint.serverName) == ["www.example.org", "www.example.org"])
        #expect(after.map(\.probe) == ["http", "tls"])
    }

    @Test func `two equal runs do not differ`() throws {
        let test = try TestStore()
        let first = try test.night([www, mail], deviating: ["www.example.org"])
        let second = try test.night([www, mail], deviating: ["www.example.org"])
        #expect(try test.store.difference(from: first, to: second).isEmpty)
    }

    @Test func `a difference names findings with their causes, endpoints, certificates, software and gaps`() throws {
        let test = try TestStore()
        let old = TestServer(name: "old.example.org", address: "192.0.2.5")
        let first = try test.night([www, mail, old], deviating: ["www.example.org"])
        let new = TestServer(name: "new.example.org", address: "192.0.2.6")
        try test.night([www, mail, new], deviating: ["mail.example.org"])
        let second = try test.night(
            [
                with(www) {
                    $0.certificate = "c2"
                    $0.version = "1.24.0"
                }, with(mail) { $0.silent = true }, new,
            ], deviating: ["new.example.org"])
        let difference = try test.store.difference(from: second, to: first)
        #expect(difference.from == first && !difference.isEmpty)
        #expect(
            difference.findings(.opened).map(\.finding.endpoint.serverName) == ["mail.example.org", "new.example.org"])
        #expect(difference.findings(.fixed).map(\.finding.endpoint.serverName) == ["www.example.org"])
        #expect(
            difference.balances.map(\.description) == [
                "findings: 1 + 2 change - 1 fixed = 2", "urgent findings: 1 + 2 change - 1 fixed = 2",
                "excepted findings: 0", "possible findings: 0", "endpoints: 3 + 1 added - 1 removed = 3",
                "measured endpoints: 3 + 1 added - 1 removed - 1 not-measured = 2",
                "certificates: 3 + 1 added - 1 removed - 1 not-measured = 2",
                "software: 3 + 1 added - 1 removed - 1 not-measured = 2", "exceptions: 0",
            ])
        #expect(difference.endpointsAdded == [new.endpoint] && difference.endpointsRemoved == [old.endpoint])
        #expect(difference.certificates.map(\.after) == ["c2"])
        #expect(difference.software.map(\.after) == ["1.24.0"] && difference.software.map(\.before) == ["1.22.1"])
        #expect(difference.measurements.count == 4)
        #expect(difference.coverageAfter.overall.services.measured == 2)
    }

    @Test func `what happens to an open finding shows in the difference`() throws {
        let test = try TestStore()
        let first = try test.night([www], deviating: ["www.example.org"])
        let second = try test.night([with(www) { $0.silent = true }])
        #expect(try test.store.difference(from: first, to: second).findings.map(\.kind) == [.notMeasured])
        let fleet = Fleet.test(exceptions: [.test(approved: 3, expires: 3)])
        let third = try test.night([www], deviating: ["www.example.org"], fleet: fleet)
        #expect(
            try test.store.difference(from: second, to: third).findings.map(\.kind) == [.excepted, .measuredAgain])
        let fourth = try test.night([www], deviating: ["www.example.org"], fleet: fleet)
        let difference = try test.store.difference(from: third, to: fourth)
        #expect(difference.balance(of: .findings)?.description == "findings: 0 + 1 exception-ended = 1")
        #expect(difference.exceptions.map(\.kind) == [.expired])
    }

    @Test func `the trend counts open findings by body at the end of each run`() throws {
        let test = try TestStore()
        try test.night([www, mail], deviating: ["www.example.org"])
        try test.night([www, mail], deviating: ["www.example.org", "mail.example.org"])
        try test.night([www, mail], deviating: ["mail.example.org"])
        let trend = try test.store.findingTrend(since: Day(year: 2026, month: 11, day: 2).start)
        #expect(trend.map(\.overall.open) == [2, 1])
        #expect(trend.last?.bodies == ["b": FindingTrend.Count(open: 1, urgent: 1)])
    }

    @Test func `the time to fix is shown from five cases on`() throws {
        let test = try TestStore()
        let servers = (1...5).map { TestServer(name: "h\($0).example.org", address: "192.0.2.\($0)") }
        let names = servers.map(\.name)
        try test.night(servers, deviating: names)
        for count in 1...4 { try test.night(servers, deviating: Array(names.dropFirst(count))) }
        let since = Day(year: 2026, month: 11, day: 1).start
        #expect(try test.store.fixingTimes(since: since).overall == nil)
        try test.night(servers)
        let times = try test.store.fixingTimes(since: since)
        #expect(times.overall?.medianDays == 3 && times.overall?.cases == 5)
        #expect(times.bodies["a"] == times.overall)
    }

    @Test func `the public views have the columns they promise and are readable by people`() throws {
        let test = try TestStore()
        try test.night([www, mail], deviating: ["www.example.org"])
        _ = try test.importRows(ImportedRow.Kind.allCases.map { .sample($0) })
        let words = PublicWords(TestVocabulary.vocabulary, others: PublicViews.columns)
        let database = try ReadOnlyDatabase(path: test.path, words: words, now: Timestamp(seconds: 0))
        for view in PublicViews.all {
            let query = try database.prepare("SELECT * FROM \(view.name)")
            #expect(Set(query.columns) == Set(view.columns.map(\.name)), "\(view.name)")
            let isEmpty = ["relation", "inherited_finding", "exception", "usage", "harmonisation_trend"].contains(
                view.name)
            #expect(try database.rows(of: query, limit: 5).rows.isEmpty == isEmpty, "\(view.name)")
        }
        let query = try database.prepare("SELECT finding_id, state, opened_run FROM finding")
        #expect(
            try database.rows(of: query, limit: 5).rows == [[.text("F-1"), .text("open"), .text("2026-11-01/1")]])
        let count = try database.prepare("SELECT count(*) FROM run")
        #expect(try database.rows(of: count, limit: 5).rows == [[.integer(1)]])
        for secret in [
            "SELECT * FROM h_finding", "SELECT count(*) FROM \"H_Run\"", "SELECT count(*) FROM sqlite_schema",
        ] {
            #expect(throws: (any Error).self) { try database.prepare(secret) }
        }
    }
}
