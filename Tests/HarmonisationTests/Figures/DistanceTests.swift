import Harmonisation
import Model
import Testing

private let lists = [
    usage("a", "Old", [(.live, "2019-01-01")]),
    usage("b", "Old", [(.live, "2019-01-01"), (.phasingOut, "2026-01-01"), (.retired, "2027-03-01")]),
    usage("b", "X", [(.bought, "2025-05-01"), (.live, "2026-02-01")], owner: "it-b"),
    usage("c", "Other", [(.live, "2018-01-01"), (.retired, "2027-02-01")]),
    usage("c", "X", [(.planned, "2026-03-01"), (.pilot, "2026-10-01"), (.live, "2027-02-01")], owner: "it-c"),
    usage("d", "Old", [(.live, "2015-01-01"), (.retired, "2022-01-01")]),
    usage("d", "X", [(.live, "2022-01-01")]),
    usage("e", "X", [(.live, "2021-01-01")]),
    Usage(body: "f", domain: "finance", answer: .none),
]
private let comparisonOfSeven = SoftwareComparison(
    bodies: ["a", "b", "c", "d", "e", "f", "g"], usages: lists,
    targets: [TargetProduct(domain: "finance", product: "X", agreedOn: longAgo)], on: today)

@Test func `every migration says how far it is, since when, by whom and until when`() throws {
    let distance = try #require(comparisonOfSeven.distance(in: "finance"))
    #expect(distance.migrations.map(\.body) == ["a", "b", "c", "d"])
    #expect(distance.migrations.map(\.stage) == [.open, .live, .pilot, .retired])
    #expect(distance.migrations.map { $0.since?.description } == [nil, "2026-02-01", "2026-10-01", "2022-01-01"])
    #expect(distance.migrations.map { $0.due?.description } == [nil, nil, "2027-02-01", nil])
    #expect(distance.migrations.map(\.owner) == [nil, "it-b", "it-c", nil])
    #expect(distance.left == 2)
    #expect(distance.unknown == ["g"])
}

@Test func `the burn-down counts what is left at the end of each month, and plans ahead`() throws {
    let months = comparisonOfSeven.burnDown(
        in: "finance", from: Month(of: try #require(Day("2026-01-15"))), to: Month(of: try #require(Day("2027-02-01"))))
    // a, b and c until b is live in February 2026; a and c until c is live in February 2027; then a.
    #expect(months.map(\.left) == [3] + Array(repeating: 2, count: 12) + [1])
    #expect(months.first?.month.description == "2026-01")
    #expect(months.last?.month.description == "2027-02")
}

@Test func `without an agreed product there is no distance`() {
    #expect(comparison("X Y").distance(in: "finance") == nil)
    #expect(comparison("X Y").burnDown(in: "finance", from: Month(of: today), to: Month(of: today)) == [])
}

@Test func `what if counts the bodies that move and what goes away`() {
    let seen = [
        SeenInstallation(body: "b1", product: "Y", endpoint: "y1:443", openFindings: 2),
        SeenInstallation(body: "b1", product: "Y", endpoint: "y2:443", openFindings: 1),
        SeenInstallation(body: "b0", product: "X", endpoint: "x:443", openFindings: 5),
        SeenInstallation(body: "b3", product: "Y", endpoint: "elsewhere:443", openFindings: 7),
    ]
    // Index now 3+1 of k = 4; b3 has nothing in use and does not move.
    let answer = comparison("X Y X - X@c").whatIf("finance", moveTo: "X", seen: seen)
    #expect(answer.index == 0.5)
    #expect(answer.indexThen == 1)
    #expect(answer.migrations == ["b1"])
    #expect(answer.endpoints == 2)
    #expect(answer.findings == 3)
    // X of b0, X of b2, X at c, Y of b1; b1 joins the centre.
    #expect(answer.installations == 4)
    #expect(answer.installationsThen == 3)
}

@Test func `without a centre who moves gets an installation of its own`() {
    let answer = comparison("X Y Z").whatIf("finance", moveTo: "X")
    #expect(answer.installations == 3)
    #expect(answer.installationsThen == 3)
    #expect(answer.migrations == ["b1", "b2"])
}
