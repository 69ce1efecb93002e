import Inventory
import Model
import Store
import Testing

@Suite struct FigureHistoryTests {
    private let vocabulary = Vocabulary(
        probes: [
            ("tls", [TestVocabulary.certificate, TestVocabulary.tlsProtocol]),
            ("http", [TestVocabulary.software, TestVocabulary.page]),
        ], scopes: TestVocabulary.scopes, figures: HarmonisationTables.all)

    private func figures(_ domain: String, index: Int?, product: String) -> Facts {
        Facts(
            HarmonisationDomainFact(
                domain: domain, bodies: 2, known: 2, withProduct: 2, coveragePercent: 100, indexPercent: index,
                target: nil, onTarget: 0, targetSharePercent: nil, releaseLines: 0, installations: 2,
                migrationsLeft: nil),
            HarmonisationBodyFact(body: "a", domain: domain, answer: "product", product: product))
    }

    private func rows(_ sql: String, in path: String) throws -> [[SQLValue]] {
        let words = PublicWords(vocabulary, others: PublicViews.columns)
        let database = try ReadOnlyDatabase(path: path, words: words, now: Timestamp(seconds: 0))
        return try database.rows(of: try database.prepare(sql), limit: 20).rows
    }

    private func scan(_ figures: Facts, _ test: TestStore) throws -> Run {
        let run = try test.begin()
        try test.store.record(figures: figures, in: run)
        return try test.store.finish(run, at: run.started)
    }

    @Test func `the figures of the last run can be asked for, and how they went`() throws {
        let test = try TestStore(vocabulary: vocabulary)
        _ = try scan(figures("dms", index: 0, product: "X"), test)
        _ = try scan(figures("dms", index: 0, product: "X"), test)
        _ = try scan(figures("dms", index: 100, product: "Y"), test)
        #expect(
            try rows("SELECT domain, index_percent, target FROM harmonisation_domain", in: test.path) == [
                [.text("dms"), .integer(100), .null]
            ])
        #expect(try rows("SELECT body, product FROM harmonisation_body", in: test.path) == [[.text("a"), .text("Y")]])
        #expect(
            try rows("SELECT day, index_percent FROM harmonisation_trend ORDER BY day", in: test.path) == [
                [.text("2026-11-01"), .integer(0)], [.text("2026-11-02"), .integer(0)],
                [.text("2026-11-03"), .integer(100)],
            ])
    }

    @Test func `an earlier run is laid out with the figures it had`() throws {
        let test = try TestStore(vocabulary: vocabulary)
        let first = try scan(figures("dms", index: nil, product: "X"), test)
        _ = try scan(figures("dms", index: 100, product: "Y"), test)
        let past = try test.store.state(asOf: first, at: test.folder.appendingPathComponent("past.db").path)
        defer { try? past.close() }
        #expect(try rows("SELECT index_percent FROM harmonisation_domain", in: past.path) == [[.null]])
        #expect(try rows("SELECT product FROM harmonisation_body", in: past.path) == [[.text("X")]])
    }

    @Test func `what no list says any more ends, and comes back as an interval of its own`() throws {
        let test = try TestStore(vocabulary: vocabulary)
        _ = try scan(figures("dms", index: 0, product: "X"), test)
        _ = try scan(Facts(), test)
        #expect(try rows("SELECT domain FROM harmonisation_domain", in: test.path).isEmpty)
        _ = try scan(figures("dms", index: 0, product: "X"), test)
        #expect(
            try rows("SELECT day FROM harmonisation_trend ORDER BY day", in: test.path) == [
                [.text("2026-11-01")], [.text("2026-11-03")],
            ])
    }
}
