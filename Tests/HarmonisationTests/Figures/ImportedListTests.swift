import Model
import Testing

@testable import Harmonisation

/// Imported lists answer where no usage list does.
@Suite struct ImportedListTests {
    private let day = Day(year: 2026, month: 11, day: 1)

    private func imported(_ body: String, _ product: String, domain: String = "finance") -> Usage {
        Usage(
            body: body, domain: domain, answer: .product(product), history: [UsageStep(.live, since: day)],
            imported: Usage.ImportedList(day: day, confidence: "declared"))
    }

    /// a runs X and b has none by the lists, c did not answer, of d nobody says anything.
    private func comparison(_ imported: [Usage], on date: Day = today) -> SoftwareComparison {
        let live = [UsageStep(.live, since: longAgo)]
        return SoftwareComparison(
            bodies: ["a", "b", "c", "d"],
            usages: [
                Usage(body: "a", domain: "finance", answer: .product("X"), history: live),
                Usage(body: "b", domain: "finance", answer: .none),
                Usage(body: "c", domain: "finance", answer: .unknown),
            ], imported: imported, on: date)
    }

    /// 2 of 4 known with one product before; 3 of 4 with two after, alike: index 1.
    @Test func `an imported list answers for a body of which no usage list says anything`() {
        let before = comparison([]).figures(of: "finance")
        #expect((before.known, before.withProduct) == (2, 1) && before.index == nil)
        let after = comparison([imported("d", "X")])
        let figures = after.figures(of: "finance")
        #expect((figures.known, figures.withProduct) == (3, 2))
        #expect(figures.coverage == 0.75 && figures.index == 1)
        #expect(after.position(of: "d", in: "finance").inUse.map(\.imported?.day) == [day])
        #expect(comparison([imported("d", "Y")]).figures(of: "finance").index == 0)
    }

    @Test func `a usage list always wins, whatever it says`() {
        let all = comparison([imported("a", "Y"), imported("b", "Y"), imported("c", "Y")])
        #expect(all.position(of: "a", in: "finance").products == ["X"])
        #expect(all.position(of: "b", in: "finance") == .none)
        #expect(all.position(of: "c", in: "finance") == .unknown)
    }

    @Test func `an imported list says nothing of the time before its day`() {
        let earlier = comparison([imported("d", "X")], on: Day(year: 2026, month: 10, day: 31))
        #expect(earlier.position(of: "d", in: "finance") == .unknown)
    }

    @Test func `a domain only imports name is compared, with the coverage it has`() {
        let figures = comparison([imported("d", "enaio", domain: "dms")])
        #expect(figures.domains == ["dms", "finance"])
        #expect(figures.figures(of: "dms").coverage == 0.25 && figures.figures(of: "dms").index == nil)
    }
}
