import Inventory
import Model
import Testing

@Suite struct CertaintyTests {
    private let www = TestServer(name: "www.example.org")

    @Test func `a possible finding is shown and does not count until it is confirmed`() throws {
        let test = try TestStore()
        try test.night([www])
        let second = try test.night([www], deviating: ["www.example.org"], verdict: .possible)
        let finding = try test.store.finding("F-1")
        #expect(finding.state == .open && !finding.certain && finding.openedBecause == .change)
        #expect(finding.effective(on: second.started.day).effect == .possible)
        #expect(try test.store.findingCounts(of: second).open == 0)
        #expect(try test.store.findingCounts(of: second).possible == 1)

        let third = try test.night([www], deviating: ["www.example.org"])
        #expect(try test.store.findingCounts(of: third).open == 1)
        try test.night([www], deviating: ["www.example.org"], verdict: .possible)
        let last = try test.night([www])
        #expect(try test.history() == ["2 possible", "3 confirmed", "4 possible", "5 fixed"])

        let risen = try test.store.difference(from: second, to: third)
        #expect(risen.balance(of: .findings)?.description == "findings: 0 + 1 confirmed = 1")
        #expect(risen.balance(of: .possibleFindings)?.description == "possible findings: 1 - 1 confirmed = 0")
        let fallen = try test.store.difference(from: third, to: last)
        #expect(fallen.balance(of: .findings)?.description == "findings: 1 - 1 fixed = 0")
    }

    @Test func `a rule on trial takes its findings out of the count and brings them back`() throws {
        let test = try TestStore()
        let first = try test.night([www], deviating: ["www.example.org"])
        let second = try test.night([www], deviating: ["www.example.org"], rules: [.test(status: .trial)])
        #expect(try test.store.findingCounts(of: second) == FindingCounts())
        let third = try test.night([www], deviating: ["www.example.org"])
        #expect(try test.history() == ["1 opened", "2 rule-retired", "3 rule-restored", "3 measured-again"])
        #expect(
            try test.store.difference(from: first, to: second).balance(of: .findings)?.description
                == "findings: 1 - 1 rule-retired = 0")
        #expect(
            try test.store.difference(from: second, to: third).balance(of: .findings)?.description
                == "findings: 0 + 1 rule-restored = 1")
    }

    @Test func `findings of a rule the fleet no longer chooses do not count, and say so`() throws {
        let test = try TestStore()
        try test.night([www], deviating: ["www.example.org"], rules: [.test(), .test("tls-other")])
        let run = try test.night([www], deviating: ["www.example.org"])
        #expect(try test.store.findingCounts(of: run).open == 1)
        #expect(try test.store.events(of: test.store.finding("F-2")).last?.detail == "rule is not chosen")
    }

    @Test func `another severity is an event, also when a finding comes back with it, and moves the urgent ones`()
        throws
    {
        let test = try TestStore()
        let first = try test.night([www], deviating: ["www.example.org"])
        let second = try test.night([www], deviating: ["www.example.org"], rules: [.test(severity: .low)])
        try test.night([www], rules: [.test(severity: .low)])
        let last = try test.night([www], deviating: ["www.example.org"])
        #expect(try test.history() == ["1 opened", "2 severity", "3 fixed", "4 reopened", "4 severity"])
        let difference = try test.store.difference(from: first, to: second)
        #expect(
            difference.balance(of: .urgentFindings)?.description == "urgent findings: 1 - 1 severity-lowered = 0")
        #expect(difference.counting.map(\.cause) == [.severityLowered])
        #expect(
            try test.store.difference(from: second, to: last).balance(of: .urgentFindings)?.description
                == "urgent findings: 0 + 1 severity-raised = 1")
    }
}
