import Harmonisation
import Model
import Testing

/// A cooperation of a few bodies and what was computed for it by hand.
struct HandComputed: Sendable, CustomTestStringConvertible {
    let bodies: String
    let coverage: Double
    let index: Double?
    let calculation: String

    init(_ bodies: String, coverage: Double, index: Double?, _ calculation: String) {
        self.bodies = bodies
        self.coverage = coverage
        self.index = index
        self.calculation = calculation
    }

    var testDescription: String { "\(bodies): \(calculation)" }
}

@Test(arguments: [
    HandComputed("", coverage: 0, index: nil, "no body: nothing to cover"),
    HandComputed("X", coverage: 1, index: nil, "k = 1: no index of one body"),
    HandComputed("X -", coverage: 1, index: nil, "k = 1, one body has nothing"),
    HandComputed("- -", coverage: 1, index: nil, "k = 0, both have nothing"),
    HandComputed("? ?", coverage: 0, index: nil, "nobody answered"),
    HandComputed(". .", coverage: 0, index: nil, "nobody is in the list"),
    HandComputed("X X", coverage: 1, index: 1, "(1 − 1/2) / (1 − 1/2)"),
    HandComputed("X Y", coverage: 1, index: 0, "(1/4 + 1/4 − 1/2) / (1/2)"),
    HandComputed("X X X", coverage: 1, index: 1, "(1 − 1/3) / (2/3)"),
    HandComputed("X X Y", coverage: 1, index: 1.0 / 3, "(4/9 + 1/9 − 3/9) / (2/3) = (2/9)·(3/2)"),
    HandComputed("X Y Z", coverage: 1, index: 0, "(3/9 − 1/3) / (2/3)"),
    HandComputed("X X X X", coverage: 1, index: 1, "DESIGN 7: all alike"),
    HandComputed("X X X Y", coverage: 1, index: 0.5, "(9/16 + 1/16 − 4/16) / (3/4) = (6/16)·(4/3)"),
    HandComputed("X X Y Y", coverage: 1, index: 1.0 / 3, "(4/16 + 4/16 − 4/16) / (3/4) = (4/16)·(4/3), a tie"),
    HandComputed("X X Y Z", coverage: 1, index: 1.0 / 6, "(4 + 1 + 1 − 4)/16 · 4/3 = (2/16)·(4/3)"),
    HandComputed("W X Y Z", coverage: 1, index: 0, "(4/16 − 1/4) / (3/4)"),
    HandComputed("X X X X X", coverage: 1, index: 1, "(1 − 1/5) / (4/5)"),
    HandComputed("X X X X Y", coverage: 1, index: 0.6, "(17/25 − 5/25) / (4/5) = (12/25)·(5/4)"),
    HandComputed("X X X Y Y", coverage: 1, index: 0.4, "(13/25 − 5/25)·(5/4) = (8/25)·(5/4)"),
    HandComputed("X X Y Y Z", coverage: 1, index: 0.2, "(9/25 − 5/25)·(5/4) = (4/25)·(5/4)"),
    HandComputed("X X X Y Y Y", coverage: 1, index: 0.4, "(18/36 − 6/36)·(6/5) = (12/36)·(6/5), a tie"),
    HandComputed("X X Y Y Z Z", coverage: 1, index: 0.2, "(12/36 − 6/36)·(6/5), a tie of three"),
    HandComputed("X X ? ?", coverage: 0.5, index: 1, "coverage exactly 0.5 still shows an index, k = 2"),
    HandComputed("X Y ? ?", coverage: 0.5, index: 0, "coverage exactly 0.5, all different"),
    HandComputed("X - ? ?", coverage: 0.5, index: nil, "coverage 0.5, but k = 1"),
    HandComputed("X X ? ? ?", coverage: 0.4, index: nil, "2 of 5 answered: below 0.5"),
    HandComputed("X X X ? ? ? ?", coverage: 3.0 / 7, index: nil, "3 of 7 answered: below 0.5"),
    HandComputed("X X X ? ? ?", coverage: 0.5, index: 1, "3 of 6 answered"),
    HandComputed("X X - ?", coverage: 0.75, index: 1, "nothing is an answer, and no product"),
    HandComputed("X X Y - -", coverage: 1, index: 1.0 / 3, "k = 3 of five: as X X Y"),
    HandComputed("X X . -", coverage: 0.75, index: 1, "not in the list is unknown"),
    HandComputed("X X X+Y", coverage: 1, index: 1.0 / 3, "two products are another position: as X X Z"),
    HandComputed("X+Y X+Y", coverage: 1, index: 1, "two bodies with the same two products are alike"),
    HandComputed("X+Y Y+X X", coverage: 1, index: 1.0 / 3, "the order of the products says nothing: as X X Z"),
    HandComputed("X+~Y X", coverage: 1, index: 1, "what is phased out beside a live one does not count"),
    HandComputed("~Y X", coverage: 1, index: 0, "what is phased out counts where nothing else is live"),
    HandComputed("X+>Y X", coverage: 1, index: 1, "a pilot is not in use"),
    HandComputed(">Y X", coverage: 1, index: nil, "only a pilot: an answer, no product, k = 1"),
    HandComputed("X+? X", coverage: 1, index: 1, "a product outweighs that nobody answered"),
    HandComputed("-+? X X", coverage: 1, index: 1, "nothing outweighs that nobody answered"),
    HandComputed("X@c X@c X@c Y", coverage: 1, index: 0.5, "each body at a centre has its product: as X X X Y"),
    HandComputed("Kämmerei kämmerei", coverage: 1, index: 0, "names are compared as written"),
])
func `coverage and index are what was computed by hand`(case expected: HandComputed) {
    let figures = comparison(expected.bodies).figures(of: "finance")
    #expect(abs(figures.coverage - expected.coverage) < 1e-12)
    #expect((figures.index == nil) == (expected.index == nil))
    #expect(abs((figures.index ?? 0) - (expected.index ?? 0)) < 1e-12)
}

@Test func `a missing index says why`() {
    #expect(comparison("X X ? ? ?").figures(of: "finance").whyNoIndex == .coverage)
    #expect(comparison("X - -").figures(of: "finance").whyNoIndex == .tooFew)
    #expect(comparison("X X").figures(of: "finance").whyNoIndex == nil)
}

@Test(
    arguments: [
        ("X X X Y", 3.0 / 4.0), ("X X+Y ~X Y", 2.0 / 4), ("Y Z", 0), ("X - ?", 1), ("X@c X@c Y", 2.0 / 3),
        (">X Y Y", 0),
    ] as [(String, Double)])
func `the target share counts bodies that work with the target alone, among those with a product`(
    bodies: String, share: Double
) throws {
    let figures = comparison(bodies, target: "X").figures(of: "finance")
    #expect(abs(try #require(figures.targetShare) - share) < 1e-12)
}

@Test func `there is no target share without a target or without a body that has a product`() {
    #expect(comparison("X X").figures(of: "finance").targetShare == nil)
    #expect(comparison("- ?", target: "X").figures(of: "finance").targetShare == nil)
}

@Test(arguments: [
    ("X/24.1 X/24.1.3", 1, "one release line in two patch levels"),
    ("X/24.1 X/24.2 X/23.4", 3, "three release lines"),
    ("X/24.1 Y/24.1", 2, "the same number of two products is two lines"),
    ("X/7 X/7.0 X", 2, "7 and 7.0 are written differently; one body names no version"),
    ("X X", 0, "no version is named"),
    ("X/24.1@c X/24.1@c Y/3", 2, "a centre's version counts once"),
])
func `the version spread counts release lines in use`(bodies: String, spread: Int, why: String) {
    #expect(comparison(bodies).figures(of: "finance").versionSpread == spread, "\(why)")
}

@Test func `a shared centre is one installation with its consumers`() {
    let figures = comparison("X@c X@c X Y@d Y@e").figures(of: "finance")
    // X at c for two, X of b2 itself, Y at d and at e: four installations of five bodies.
    #expect(figures.installations.map(\.product) == ["X", "X", "Y", "Y"])
    #expect(figures.installations.map(\.provider) == [nil, "c", "d", "e"])
    #expect(figures.installations.map(\.consumers) == [["b2"], ["b0", "b1"], ["b3"], ["b4"]])
    #expect(figures.withProduct == 5)
}

@Test func `a centre that works with its own installation is a consumer of it, not a second one`() {
    // b0 runs X for itself and for b1 and b2: one installation, three bodies with X, H as X X X Y.
    let figures = comparison("X X@b0 X@b0 Y").figures(of: "finance")
    #expect(figures.installations.map(\.consumers) == [["b0", "b1", "b2"], ["b3"]])
    #expect(figures.installations.map(\.provider) == ["b0", nil])
    #expect(figures.index == 0.5)
}

@Test func `shares are listed most common first, ties by name`() {
    let shares = comparison("Z Y Y X X -").figures(of: "finance").shares
    #expect(shares.map(\.products) == [["X"], ["Y"], ["Z"]])
    #expect(shares.map(\.bodies) == [["b3", "b4"], ["b1", "b2"], ["b0"]])
}

@Test func `figures hold over time: what was live then counts then`() throws {
    let lists = [
        usage("a", "Old", [(.live, "2020-01-01"), (.retired, "2026-06-01")]),
        usage("a", "New", [(.planned, "2025-01-01"), (.live, "2026-06-01")]),
        usage("b", "New", [(.live, "2025-03-01")]),
    ]
    let comparison = SoftwareComparison(bodies: ["a", "b"], usages: lists, on: today)
    func index(_ day: String) throws -> Double? { comparison.on(try #require(Day(day))).figures(of: "finance").index }
    #expect(try index("2026-11-23") == 1)
    #expect(try index("2026-05-31") == 0)
    // b's list begins later: one of two is known, and that is one product.
    #expect(try index("2024-01-01") == nil)
    #expect(try index("2019-01-01") == nil)
}

/// Finance: X X Y, (4 + 1 − 3) / 6. DMS: X Y and one unknown, 0. GIS: one answer of three, no index.
@Test
func `the index of a cooperation is the mean of the domains that have one`() throws {
    func usage(_ body: String, _ domain: String, _ product: String) -> Usage {
        Usage(
            body: body, domain: domain, answer: .product(product), history: [UsageStep(.live, since: longAgo)])
    }
    let comparison = SoftwareComparison(
        bodies: ["a", "b", "c"],
        usages: [
            usage("a", "finance", "x"), usage("b", "finance", "x"), usage("c", "finance", "y"),
            usage("a", "dms", "x"), usage("b", "dms", "y"), usage("a", "gis", "x"),
        ], targets: [TargetProduct(domain: "finance", product: "x", agreedOn: longAgo)], on: today)
    let whole = comparison.cooperation
    #expect(abs((whole.index ?? -1) - 1.0 / 6) < 1e-12)
    #expect(whole.indexedDomains == 2 && whole.known == 6 && whole.answers == 9)
    #expect(whole.onTarget == 2 && whole.withTarget == 3)
    #expect(SoftwareComparison(bodies: [], usages: [], on: today).cooperation.index == nil)
}
