import Foundation
import Model
import Testing

@testable import Reports

@Suite struct BalanceTests {
    private typealias Example = ExamplePicture
    private typealias Step = Picture.Balance.Step
    private let figures = Figures(Example.picture, scope: .everything(in: Example.picture))

    @Test(arguments: [
        ([Step(.change, 5), Step(.fixed, -3)], 12, true), ([Step(.change, 5), Step(.fixed, -3)], 13, false),
        ([], 10, true), ([], 11, false), ([Step(.change, 0), Step(.newRule, 2)], 12, false),
        ([Step(.change, 1), Step(.change, 1)], 12, false), ([Step(.excepted, 3), Step(.excepted, -1)], 12, true),
    ])
    func `a balance that does not add up, or says the same thing twice, is refused`(
        steps: [Picture.Balance.Step], after: Int, fits: Bool
    ) {
        #expect((Picture.Balance(.findings, before: 10, steps: steps, after: after) != nil) == fits)
    }

    @Test func `every balance of the example ends at the figure the report shows`() {
        func now(_ balance: Picture.Balance) -> Int {
            let part = balance.body.map(figures.limited(to:)) ?? figures
            return switch balance.counted {
            case .findings: part.open.count
            case .urgent: part.urgent.count
            case .excepted: part.excepted.count
            case .known: part.coverage.known
            case .measured: part.coverage.measured
            case .possible: part.possible.count
            case .certificates: Set(part.picture.certificates.map(\.endpoint)).count
            case .software: part.software.products.reduce(0) { $0 + $1.systems }
            case .exceptions: part.exceptions.active.count
            }
        }
        for balance in Example.balances { #expect(balance.after == now(balance), "\(balance)") }
        #expect(Set(Example.balances.map(\.counted)) == Set(Picture.Balance.Counted.allCases))
    }

    @Test func `behind each step about findings is a list of as many`() throws {
        for body in [nil, "lk-bernkastel-wittlich", "lk-cochem-zell", "lk-vulkaneifel", "eifelkreis-bitburg-pruem"] {
            let part = body.map(figures.limited(to:)) ?? figures
            let balance = try #require(part.balances(of: body).first { $0.counted == .findings })
            for step in balance.steps {
                #expect(part.changes.count { $0.why == step.cause } == abs(step.amount), "\(step.cause) \(body ?? "")")
            }
            #expect(part.changes.filter(\.isAddition).count == balance.added)
        }
    }

    @Test func `the page writes the sum out and links each step to its list`() throws {
        let page = try #require(Page.example.first { $0.path == "aenderungen.html" })
        let text = page.text.replacing("\u{A0}", with: " ")
        #expect(text.contains("15 + 9 + 2 + 1 + 1 + 1 − 7 − 1 − 2 = 19"))
        #expect(text.contains("− <a href=\"#ursache-fixed\">behoben</a>"))
        #expect(text.contains("Ein Ereignis bei 3 Stellen: Server nennt seine Version"))
        #expect(text.contains("Derselbe Dienstleister (<a href=\"stelle-it-krz-muster.html\">"))
    }

    @Test func `an event whose cause nobody knows says so`() throws {
        let event = Picture.CommonEvent(
            kind: .fixed, rule: "web-hsts-missing", day: Example.day("2026-11-20"),
            bodies: ["lk-cochem-zell", "lk-vulkaneifel"], findings: ["F-1", "F-2"])
        let page = try #require(
            Page.all(of: Example.with(commonEvents: [event])).first { $0.path == "aenderungen.html" })
        #expect(page.text.contains("Eine gemeinsame Ursache ist nicht bekannt."))
    }

    @Test func `a body's own report keeps its own balance and nobody else's`() {
        let limited = Example.picture.limited(to: "lk-cochem-zell")
        #expect(
            limited.balances == [
                Picture.Balance(
                    .findings, before: 2,
                    steps: [Step(.change, 1), Step(.reopened, 1), Step(.fixed, -1), Step(.ruleRetired, -1)], after: 2)
            ])
    }

    @Test func `every word about changes is there in both languages and no two are alike`() {
        for say in Language.allCases.map(Wording.init) {
            let lists: [[String]] = [
                Picture.Cause.allCases.map(say.cause), Picture.Balance.Counted.allCases.map(say.counted),
                Picture.Movement.Kind.allCases.map(say.movement), Picture.Event.Kind.allCases.map(say.event),
                ExceptionStanding.allCases.map(say.standing), Picture.Common.Kind.allCases.map(say.common),
                Picture.Common.Kind.allCases.map(say.risk), Control.Framework.allCases.map(say.framework),
                Control.Support.allCases.map(say.support),
            ]
            for list in lists { #expect(Set(list).count == list.count && !list.contains("")) }
            #expect(Picture.Cause.allCases.allSatisfy { say.meaning($0).hasSuffix(".") })
        }
    }
}
