import Model
import Testing

@testable import Harmonisation

/// The rows rules and `query` read, against numbers computed by hand.
@Suite struct HarmonisationFactsTests {
    /// X, X at c, Y, none, no answer: 4 of 5 known, 3 with a product, (4 + 1 − 3) / (9 − 3) = 0.33.
    private let mixed = comparison("X/1.2 X@c Y - ?", target: "X")

    @Test func `a domain's row holds its figures as whole percents and the numbers behind them`() throws {
        let fact = try #require(mixed.domainFacts.first)
        #expect(mixed.domainFacts.count == 1)
        #expect((fact.bodies, fact.known, fact.withProduct) == (5, 4, 3))
        #expect(fact.coveragePercent == 80)
        #expect(fact.indexPercent == 33)
        #expect(fact.target == "X" && fact.onTarget == 2)
        #expect(fact.targetSharePercent == 66)
        #expect((fact.releaseLines, fact.installations) == (1, 3))
        #expect(fact.migrationsLeft == 1)
    }

    @Test func `what cannot be said is absent, and 100 stands only where nothing is missing`() throws {
        let fact = try #require(comparison("? ? X").domainFacts.first)
        #expect(fact.coveragePercent == 33)
        #expect(fact.indexPercent == nil && fact.target == nil && fact.targetSharePercent == nil)
        #expect(fact.migrationsLeft == nil)
        let many = String(repeating: "X ", count: 299) + "?"
        #expect(try #require(comparison(many).domainFacts.first).coveragePercent == 99)
        #expect(try #require(comparison("X X").domainFacts.first).coveragePercent == 100)
    }

    @Test func `a body has a row for each product in use, and one where there is none`() {
        let facts = comparison("X/1.2 X@c X+Y - ?", target: "X").bodyFacts { _ in today }
        #expect(facts.map(\.body) == ["b0", "b1", "b2", "b2", "b3", "b4"])
        #expect(facts.map(\.product) == ["X", "X", "X", "Y", "", ""])
        #expect(facts.map(\.answer) == ["product", "product", "product", "product", "none", "unknown"])
        #expect(facts.map(\.runner) == ["b0", "c", "b2", "b2", "", ""])
        #expect(facts.map(\.onTarget) == [true, true, false, false, false, false])
        #expect(facts.map(\.version) == ["1.2", "", "", "", "", ""])
        #expect(facts.map(\.supportEnd) == Array(repeating: "2026-11-23", count: 4) + [nil, nil])
        #expect(facts.map(\.stage) == [nil, nil, .pilot, .pilot, nil, nil])
    }

    @Test func `a planned migration has its stage and its day`() throws {
        let planned = SoftwareComparison(
            bodies: ["a"],
            usages: [
                usage("a", "Y", [(.live, "2020-01-01")]),
                usage("a", "X", [(.planned, "2026-01-01"), (.live, "2028-01-01")]),
            ], targets: [TargetProduct(domain: "finance", product: "X", agreedOn: longAgo)], on: today)
        let fact = try #require(planned.bodyFacts().first)
        #expect(fact.product == "Y" && fact.target == "X")
        #expect(fact.stage == .planned && fact.due == "2028-01-01")
        #expect(fact.supportEnd == nil)
    }
}
