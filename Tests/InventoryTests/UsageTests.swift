import Inventory
import Model
import Store
import Testing

@Suite struct UsageTests {
    let lists = [
        Usage(
            body: "a", domain: "dms", answer: .product("enaio"), version: "11.10", operation: .provider("b"),
            history: [
                UsageStep(.pilot, since: Day(year: 2026, month: 10, day: 1)),
                UsageStep(.live, since: Day(year: 2026, month: 11, day: 2)),
            ],
            contract: Contract(end: Day(year: 2027, month: 12, day: 31), noticeMonths: 6),
            cost: Cost(eurosPerYear: 12_345, isShared: true)),
        Usage(body: "b", domain: "dms", answer: .none),
    ]

    private func rows(_ sql: String, of test: TestStore) throws -> [[SQLValue]] {
        let words = PublicWords(TestVocabulary.vocabulary, others: PublicViews.columns)
        let database = try ReadOnlyDatabase(path: test.path, words: words, now: Timestamp(seconds: 0))
        return try database.rows(of: try database.prepare(sql), limit: 10).rows
    }

    @Test func `the lists of the last run can be asked for, with the status of its day`() throws {
        let test = try TestStore()
        let sql = "SELECT body, answer, product, provider, status, since, notice_by FROM usage ORDER BY body"
        try test.scan([], fleet: .test(usages: lists))
        #expect(
            try rows(sql, of: test) == [
                ["a", "product", "enaio", "b", "pilot", "2026-10-01", "2027-06-30"].map(SQLValue.text),
                ["b", "none", "", "", "", "", ""].map(SQLValue.text),
            ])
        try test.scan([], fleet: .test(usages: lists))
        #expect(try rows(sql, of: test).first?[4] == .text("live"))
        try test.scan([], fleet: .test(usages: [lists[1]]))
        #expect(try rows("SELECT body FROM usage", of: test) == [[.text("b")]])
    }

    @Test func `a row that changed and comes back is an interval of its own`() throws {
        let test = try TestStore()
        for usages in [lists, [], lists, [lists[1]], lists] { try test.scan([], fleet: .test(usages: usages)) }
        #expect(try rows("SELECT body FROM usage ORDER BY body", of: test) == [[.text("a")], [.text("b")]])
    }
}

extension UsageTests {
    @Test func `the lists of earlier runs come back as they were, first and last among the runs chosen`() throws {
        let test = try TestStore()
        for usages in [[], lists, [lists[1]], [lists[1]], lists] { try test.scan([], fleet: .test(usages: usages)) }
        let history = try test.store.usageHistory(most: 3)
        #expect(history.map(\.run.name) == ["2026-11-02/1", "2026-11-03/1", "2026-11-05/1"])
        #expect(history.map(\.usages.count) == [2, 1, 2])
        let first = try #require(history.first?.usages.first)
        #expect(first.answer == .product("enaio") && first.version == "11.10" && first.operation == .provider("b"))
        #expect(first.history == [UsageStep(.live, since: Day(year: 2026, month: 11, day: 2))])
        #expect(first.contract == nil && first.cost == nil)
        #expect(history.last?.usages.last?.answer == Usage.Answer.none)
        #expect(Set(history[0].bodies.keys) == Set(Fleet.test().bodies.map(\.id)))
    }
}
