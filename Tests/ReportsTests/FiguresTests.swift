import Model
import Testing

@testable import Reports

@Suite struct FiguresTests {
    private func figures(_ picture: Picture) -> Figures { Figures(picture, scope: .everything(in: picture)) }
    private let day = ExamplePicture.day
    private typealias Example = ExamplePicture

    @Test func `known is planned and not authorised, measured is planned without gaps`() {
        let coverage = Coverage(of: [
            Example.endpoint("a", .answered), Example.endpoint("b", .answered, .silent), Example.endpoint("c", .silent),
            Example.endpoint("d"), Example.endpoint("e", authorised: false), Example.endpoint("f", .outOfScope),
        ])
        #expect(coverage.known == 6)
        #expect(coverage.planned == 4)
        #expect(coverage.notAuthorised == 2)
        #expect(coverage.measured == 1)
        #expect(coverage.unanswered == 3)
        #expect(coverage.partial == 1)
        #expect(coverage.gaps == [.silent: 2, nil: 1])
    }

    @Test func `below ninety percent of what is known the picture is incomplete`() {
        let nine = (0..<9).map { Example.endpoint("\($0)", .answered) }
        #expect(!Coverage(of: nine + [Example.endpoint("x", .silent)]).isIncomplete)
        #expect(
            Coverage(of: nine + [Example.endpoint("x", .silent), Example.endpoint("y", authorised: false)]).isIncomplete
        )
        #expect(!Coverage(of: []).isIncomplete)
    }

    @Test func `urgent is critical or high, open, and without a valid exception`() {
        let picture = Example.with(findings: [
            Example.finding("critical", .critical), Example.finding("high", .high), Example.finding("medium", .medium),
            Example.finding("excepted", .critical, until: "2026-11-23"),
            Example.finding("again", .high, until: "2026-11-22"),
            Example.finding("fixed", .critical, closed: "2026-11-20"),
        ])
        #expect(figures(picture).urgent.map(\.id) == ["critical", "again", "high"])
        #expect(figures(picture).excepted.map(\.id) == ["excepted"])
    }

    @Test func `overdue begins the day after the due date`() {
        let picture = Example.with(findings: [
            Example.finding("yesterday", due: "2026-11-22"), Example.finding("today", due: "2026-11-23"),
            Example.finding("excepted", due: "2026-01-01", until: "2026-12-31"),
        ])
        #expect(figures(picture).overdue.map(\.id) == ["yesterday"])
    }

    @Test func `a finding that was not measured stays open`() {
        #expect(figures(Example.with(findings: [Example.finding("silent", measured: false)])).open.count == 1)
    }

    @Test func `what is no longer judged is not fixed, and reopened counts as added`() {
        let kinds: [(Picture.Change.Kind, Picture.OpeningCause?)] = [
            (.fixed, nil), (.ruleRetired, nil), (.opened, .newRule), (.reopened, .change), (.opened, .newTarget),
        ]
        let changes = kinds.enumerated().map { number, pair in
            Picture.Change(
                kind: pair.0, cause: pair.1, finding: "\(number)", rule: "r", endpoint: "e", body: "lk-cochem-zell",
                severity: .low, day: day("2026-11-20"))
        }
        let figures = figures(Example.with(changes: changes))
        #expect((figures.fixed, figures.added) == (1, 3))
        #expect(figures.added(because: .reopened) == 1 && figures.added(because: .change) == 0)
        #expect(figures.added(because: .exceptionEnded) == 0)
    }

    @Test func `the median needs five cases and looks back six months`() {
        let four = (1...4).map { Example.finding("\($0)", opened: "2026-11-01", closed: "2026-11-1\($0)") }
        let fifth = Example.finding("5", opened: "2026-10-01", closed: "2026-11-10")
        let old = Example.finding("6", opened: "2026-01-01", closed: "2026-04-01")
        #expect(figures(Example.with(findings: four + [old])).medianDaysToFix == nil)
        #expect(figures(Example.with(findings: four + [old, fifth])).medianDaysToFix == 12)
    }

    @Test func `need for action follows severity, deadline and coverage`() {
        func need(_ findings: [Picture.Finding], measured: Bool = true) -> Need {
            let endpoint = measured ? Example.endpoint("a", .answered) : Example.endpoint("a", .silent)
            return figures(Example.with(endpoints: [endpoint], findings: findings)).need
        }
        #expect(need([Example.finding("a", .critical)]) == .high)
        #expect(need([Example.finding("a", .high, due: "2026-11-01")]) == .high)
        #expect(need([Example.finding("a", .high)]) == .medium)
        #expect(need([Example.finding("a", .low, due: "2026-11-01")]) == .medium)
        #expect(need([Example.finding("a", .low)]) == .none)
        #expect(need([], measured: false) == .unknown)
    }

    @Test func `a body's figures include everything below it, and a ring of parents ends`() {
        let picture = Example.with(findings: [
            Example.finding("town", body: "stadt-wittlich"), Example.finding("county", body: "lk-bernkastel-wittlich"),
            Example.finding("other", body: "lk-cochem-zell"),
        ])
        #expect(figures(picture).limited(to: "lk-bernkastel-wittlich").open.count == 2)
        let ring = [("a", "b"), ("b", "a")].map { id, parent in
            Picture.Body(
                id: id, name: id, kind: .other, key: nil, parent: parent, owner: "", authorisation: "", tlp: .clear)
        }
        #expect(Scope.body("a", in: Example.with(bodies: ring)).bodies == ["a", "b"])
    }

    @Test func `the trend adds up the bodies of the scope over six months`() {
        let points = [("2026-01-01", 9), ("2026-10-01", 5), ("2026-11-23", 3)].map { date, open in
            Picture.HistoryPoint(run: date, day: day(date), open: ["lk-cochem-zell": open, "lk-vulkaneifel": 1])
        }
        let picture = Example.with(history: points)
        #expect(figures(picture).trend.map(\.open) == [6, 4])
        #expect(figures(picture).limited(to: "lk-cochem-zell").trend.map(\.open) == [5, 3])
    }
}
