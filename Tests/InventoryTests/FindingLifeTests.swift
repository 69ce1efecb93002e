import Inventory
import Model
import Testing

@Suite struct FindingLifeTests {
    private let www = TestServer(name: "www.example.org")
    private let mail = TestServer(name: "mail.example.org", address: "192.0.2.2", body: "b")

    @Test func `a finding stays open while unplugged, closes when measured, and keeps its age when it comes back`()
        throws
    {
        let test = try TestStore()
        var unplugged = www
        unplugged.silent = true
        try test.night([www], deviating: ["www.example.org"])
        try test.night([www], deviating: ["www.example.org"])
        try test.night([unplugged])
        var finding = try test.store.finding("F-1")
        #expect(finding.state == .open && !finding.measured)
        try test.night([unplugged])
        try test.night([www], deviating: ["www.example.org"])
        finding = try test.store.finding("F-1")
        #expect(finding.state == .open && finding.measured)
        try test.night([www])
        finding = try test.store.finding("F-1")
        #expect(finding.state == .fixed && finding.closed?.name == "2026-11-06/1")
        try test.night([www], deviating: ["www.example.org"])
        finding = try test.store.finding("F-1")
        #expect(finding.state == .open && finding.opened.name == "2026-11-01/1")
        #expect(finding.due?.description == "2026-11-15")
        #expect(
            try test.history() == ["1 opened", "3 not-measured", "5 measured-again", "6 fixed", "7 reopened"])
        #expect(try test.store.findings().count == 1)
    }

    @Test func `the verdicts of a run are those it gave, also later`() throws {
        let test = try TestStore()
        let rules = [RuleText.test("tls-old"), .test("tls-bad")]
        let first = try test.night([www, mail], deviating: ["www.example.org"], rules: rules)
        let second = try test.night([www, mail], deviating: ["mail.example.org"], rules: rules, evidence: "SSLv3")
        func said(_ run: Run) throws -> [String] {
            try test.store.verdicts(of: run).map { "\($0.rule) \($0.endpointID) \($0.verdict.rawValue) \($0.evidence)" }
        }
        #expect(try said(first) == ["tls-bad 1 deviates TLSv1.0", "tls-old 1 deviates TLSv1.0"])
        #expect(try said(second) == ["tls-bad 2 deviates SSLv3", "tls-old 2 deviates SSLv3"])
    }

    @Test func `a finding that comes back after its term gets a new one`() throws {
        let test = try TestStore()
        try test.night([www], deviating: ["www.example.org"])
        try test.night([www])
        test.day = 20
        try test.night([www], deviating: ["www.example.org"])
        #expect(try test.store.finding("F-1").due?.description == "2026-12-05")
    }

    @Test func `a finding whose endpoint is no longer planned stays open and is not measured`() throws {
        let test = try TestStore()
        try test.night([www, mail], deviating: ["www.example.org"])
        try test.night([mail])
        let finding = try test.store.finding("F-1")
        #expect(finding.state == .open && !finding.measured)
        #expect(try test.store.events(of: finding).last?.detail == "no longer planned")
    }

    @Test func `a finding says why it is new`() throws {
        let test = try TestStore()
        let new = TestServer(name: "new.example.org", address: "192.0.2.3")
        var unplugged = TestServer(name: "back.example.org", address: "192.0.2.4")
        unplugged.silent = true
        let back = TestServer(name: "back.example.org", address: "192.0.2.4")
        try test.night([www, mail, unplugged], deviating: ["www.example.org"])
        try test.night(
            [www, mail, back, new],
            deviating: ["www.example.org", "mail.example.org", "back.example.org", "new.example.org"])
        try test.night(
            [www], deviating: ["www.example.org"], rules: [.test(), .test("tls-other")])
        let causes = try test.store.findings().map {
            "\($0.rule.id) \($0.endpoint.serverName) \($0.openedBecause.rawValue)"
        }
        #expect(
            Set(causes) == [
                "tls-old www.example.org first-run", "tls-old mail.example.org change",
                "tls-old back.example.org coverage", "tls-old new.example.org new-target",
                "tls-other www.example.org new-rule",
            ])
    }

    @Test func `a finding of a retired rule stays, is no longer measured and no longer counts`() throws {
        let test = try TestStore()
        try test.night([www], deviating: ["www.example.org"])
        let run = try test.scan([www])
        try test.store.record(
            Judgement(rules: []), rules: [.test(status: .retired)], fleet: .test(), in: run,
            at: run.started)
        let finding = try test.store.finding("F-1")
        #expect(finding.state == .open && !finding.measured)
        #expect(finding.effective(on: run.started.day).effect == .shownOnly)
        #expect(try test.store.events(of: finding).last?.detail == "rule is retired")
        #expect(try test.store.tallies(of: run).isEmpty)
    }

    @Test func `a rule that asks for something else, or was on trial, counts as new`() throws {
        let test = try TestStore()
        try test.night([www], deviating: [])
        try test.night([www], deviating: ["www.example.org"], rules: [.test(deviates: "SELECT 2")])
        #expect(try test.store.finding("F-1").openedBecause == .newRule)

        let trial = try TestStore()
        try trial.night([www], deviating: ["www.example.org"], rules: [.test(status: .trial)])
        #expect(try trial.store.findings().isEmpty)
        try trial.night([www], deviating: ["www.example.org"])
        #expect(try trial.store.finding("F-1").openedBecause == .newRule)
    }

    @Test func `other words are a change, not a new finding`() throws {
        let test = try TestStore()
        try test.night([www], deviating: ["www.example.org"])
        try test.night([www], deviating: ["www.example.org"], evidence: "TLSv1.0, TLSv1.1")
        try test.night(
            [www], deviating: ["www.example.org"], rules: [.test(severity: .low)], evidence: "TLSv1.0, TLSv1.1")
        let finding = try test.store.finding("F-1")
        #expect(finding.evidence == "TLSv1.0, TLSv1.1")
        #expect(finding.severity == .low && finding.due?.description == "2027-04-30")
        let events = try test.store.events(of: finding)
        #expect(events.map(\.detail) == ["first-run", "TLSv1.0, TLSv1.1", "high → low"])
    }

    @Test func `an exception never hides a finding, and its end makes it count again`() throws {
        let test = try TestStore()
        let fleet = Fleet.test(exceptions: [.test(approved: 2, expires: 3)])
        for _ in 1...4 { try test.night([www], deviating: ["www.example.org"], fleet: fleet) }
        #expect(try test.history() == ["1 opened", "2 excepted", "4 exception-ended"])
        let finding = try test.store.finding("F-1")
        #expect(finding.exception == nil && finding.state == .open)

        let excepted = try TestStore()
        try excepted.night([www], fleet: fleet)
        try excepted.night([www], deviating: ["www.example.org"], fleet: fleet)
        let covered = try excepted.store.finding("F-1")
        let day = Day(year: 2026, month: 11, day: 3)
        #expect(covered.effective(on: day).effect == .excepted(id: "AUS-1", until: day))
        #expect(covered.effective(on: day).verdict == .deviates)
        #expect(!covered.isUrgent(at: day.start) && covered.isUrgent(at: day.start.adding(days: 1)))
        #expect(covered.openedBecause == .change)
    }

    @Test func `overdue is computed: the last day of the term is still in time`() throws {
        let test = try TestStore()
        try test.night([www], deviating: ["www.example.org"])
        let finding = try test.store.finding("F-1")
        let due = try #require(finding.due)
        #expect(!finding.isOverdue(at: due.start))
        #expect(finding.isOverdue(at: due.start.adding(days: 1)))
    }

    @Test func `a rule that errs leaves its findings open`() throws {
        let test = try TestStore()
        try test.night([www], deviating: ["www.example.org"])
        let run = try test.scan([www])
        let failed = RuleJudgement(
            rule: "tls-old", subjects: [1], verdicts: [.notMeasured], words: [:], error: "no such column")
        try test.store.record(
            Judgement(rules: [failed]), rules: [.test()], fleet: .test(), in: run, at: run.started)
        #expect(try test.store.finding("F-1").state == .open)
        let tally = try #require(try test.store.tallies(of: run).first)
        #expect(tally.error == "no such column" && tally.counts[.notMeasured] == 1 && tally.assessed == 1)
    }

    @Test func `judging the same run again with the same verdicts changes nothing`() throws {
        let test = try TestStore()
        let run = try test.night([www, mail], deviating: ["www.example.org"])
        let before = try Dump.history(of: test.path)
        try test.judge(run, deviating: ["www.example.org"])
        #expect(try Dump.history(of: test.path) == before)
    }

    @Test func `judging again after a rule was added opens its findings only`() throws {
        let test = try TestStore()
        try test.night([www, mail], deviating: ["www.example.org"])
        let run = try test.night([www, mail], deviating: ["www.example.org"])
        try test.judge(run, deviating: ["www.example.org"], rules: [.test(), .test("tls-other")])
        #expect(try test.store.findings().map(\.openedBecause) == [.firstRun, .newRule])
    }

    @Test func `only the last finished run can be judged into the history`() throws {
        let test = try TestStore()
        let first = try test.scan([www])
        try test.scan([www])
        #expect(throws: InventoryError.runNotLast(first.name)) { try test.judge(first, deviating: []) }
        let open = try test.begin()
        #expect(throws: InventoryError.runNotFinished(open.name)) { try test.judge(open, deviating: []) }
    }

    @Test func `an id that is none is one clear error`() throws {
        let test = try TestStore()
        for id in ["F-1", "F-", "12", "F-99999999999999999999", "F--1", ""] {
            #expect(throws: InventoryError.noSuchFinding(id)) { try test.store.finding(id) }
        }
    }
}
