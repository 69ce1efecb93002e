import Model
import Testing

@testable import Reports

@Suite struct HarmonisationPagesTests {
    private typealias Example = ExamplePicture
    private typealias Harmonisation = Picture.Harmonisation

    private let nothingCounted = Harmonisation.Totals(answers: 0, known: 0, withTarget: 0, onTarget: 0, indexed: 0)

    private func page(_ part: HarmonisationPart, of pages: [Page] = Page.example) throws -> Page {
        try #require(pages.first { $0.path == PageName.harmonisation(part).fileName(.de) })
    }

    private func plain(_ page: Page) -> String {
        var text = ""
        var isTag = false
        for character in page.markup {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                text.append(character)
            }
        }
        return text.replacing("\u{A0}", with: " ").replacing("&#39;", with: "'")
    }

    @Test func `the overview says coverage, index, target share and what is left`() throws {
        let text = plain(try page(.overview))
        #expect(text.contains("Verglichen werden 6 Stellen in 5 Fachbereichen"))
        #expect(
            text.contains("Bekannt sind 23 von 30 Antworten (76,7 %). 7 fehlen; das zählt nie als „keine Software“."))
        #expect(
            text.contains(
                "Der Index der Harmonisierung ist 0,51, im Mittel aus 4 Fachbereichen; für 1 reichen die Antworten nicht"
            ))
        #expect(text.contains("In 2 Fachbereichen ist ein Produkt vereinbart. Allein damit arbeiten 6 von 10 (60,0 %)"))
        #expect(text.contains("4 Umstellungen stehen aus, davon 2 ohne jeden Schritt"))
        #expect(text.contains("An 5 Punkten stimmen Listen und Messung nicht überein"))
    }

    @Test func `without an index the reason stands in its place`() throws {
        let text = plain(try page(.overview))
        #expect(text.contains("weniger als die Hälfte hat geantwortet"))
        let nothing = Harmonisation(day: Example.run.day, bodies: [], domains: [], totals: nothingCounted, index: nil)
        let bare = plain(try page(.overview, of: Page.all(of: Example.with(harmonisation: nothing))))
        #expect(bare.contains("lässt sich noch nicht nennen") && bare.contains("sobald zwei Prüfläufe"))
    }

    @Test func `a picture without usage lists has neither pages nor an entry in the menu`() {
        let pages = Page.all(of: Example.empty)
        #expect(!pages.contains { $0.path.contains("harmonisierung") })
        #expect(!pages.contains { $0.text.contains("harmonisierung.html") })
        #expect(!Site.render(Example.empty).contains { $0.path.contains("harmonisierung") })
    }

    @Test func `a report for one body holds no figures of its neighbours`() {
        #expect(Example.picture.limited(to: "lk-cochem-zell").harmonisation == nil)
    }

    @Test func `every other page has its own next steps, months, reasons and losses`() throws {
        let lists = plain(try page(.lists))
        #expect(lists.contains("2 nicht gesehen, 2 nicht in der Liste, 1 in anderer Version"))
        #expect(lists.contains("und 5 weitere"))
        let path = plain(try page(.path))
        #expect(path.contains("Vereinbart am 15.11.2025, zu erreichen bis 31.12.2028. Am Ziel sind 2 von 5"))
        #expect(path.contains("Support noch 768 Tage") && path.contains("Support vor 30 Tagen beendet"))
        let contracts = plain(try page(.contracts))
        #expect(contracts.contains("November 2026 bis September 2027"))
        #expect(contracts.contains("Bei 1 ist die Kündigungsfrist verstrichen."))
        #expect(contracts.contains("12.400") && contracts.contains("nicht freigegeben"))
        let failing = plain(try page(.dependencies))
        #expect(failing.contains("Finanzen (über Landkreis Bernkastel-Wittlich)"))
        let drift = plain(try page(.drift))
        #expect(drift.contains("1 Produkt ist verschieden eingestellt, 2 laufen in mehreren Versionslinien."))
        #expect(drift.contains("Protokollversionen: TLSv1.0") && drift.contains("Protokollversionen: nichts weiter"))
        #expect(drift.contains("Am weitesten auseinander liegen die Versionen von nginx: 399 Tage."))
        #expect(drift.contains("unbekannt"))
    }

    /// A window is counted in the month it ends too; another group of bodies begins another span.
    @Test func `months in a row with the same bodies are one span`() {
        func month(_ offset: Int, _ bodies: [String]) -> Harmonisation.CommonMonth {
            .init(month: Month(of: Example.day("2027-01-01")).adding(offset), domain: "dms", bodies: bodies)
        }
        let months = [
            month(0, ["a", "b"]), month(1, ["a", "b"]), month(2, ["a", "b", "c"]), month(4, ["a", "b", "c"]),
        ]
        let spans = Harmonisation(
            day: Example.run.day, bodies: [], domains: [], totals: nothingCounted, index: nil, commonMonths: months
        ).buyingSpans
        #expect(spans.map { $0.first.months(until: $0.last) + 1 } == [2, 1, 1])
    }

    @Test func `a long burn-down is drawn in at most 24 bars, its last month among them`() {
        let months = (0..<50).map {
            Harmonisation.Left(month: Month(of: Example.run.day).adding($0), left: 50 - $0, unknown: 0)
        }
        let shown = BurnDownChart.spread(months)
        #expect(shown.count <= BurnDownChart.most && shown.last == months.last)
        #expect(BurnDownChart.spread(Array(months.prefix(24))).count == 24)
    }

    @Test func `thirty domains and twenty bodies stay readable: tables of five bodies, few rows, small pages`() {
        let bodies = (1...20).map { "stadt-\($0)" }
        let domains = (1...30).map { number in
            Harmonisation.Domain(
                id: "domain-\(number)", name: LocalizedText(de: "Fachbereich \(number)", en: "Domain \(number)"),
                cells: bodies.enumerated().map { position, body in
                    .init(
                        body: body, state: .other, uses: [.init(product: "Produkt \(position % 4)", version: "1.2")])
                }, known: 20, withProduct: 20, onTarget: 0,
                shares: (0..<4).map { product in
                    .init(
                        products: ["Produkt \(product)"],
                        bodies: bodies.indices.filter { $0 % 4 == product }.map { bodies[$0] })
                }, index: 0.2, whyNoIndex: nil, releaseLines: 4, installations: [], target: nil)
        }
        let adoption = bodies.flatMap { body in
            domains.map { domain in
                Harmonisation.Adoption(
                    body: body, domain: domain.id, today: ["Produkt 1"],
                    candidates: (1...3).map {
                        .init(
                            rank: $0, product: "Produkt \($0)", neighbours: bodies, isTarget: false, supportDays: nil,
                            meeting: [], endpoints: 0, openFindings: 0)
                    })
            }
        }
        let harmonisation = Harmonisation(
            day: Example.run.day, bodies: bodies, domains: domains,
            totals: .init(answers: 600, known: 600, withTarget: 0, onTarget: 0, indexed: 30), index: 0.2,
            adoption: adoption)
        let pages = Page.all(of: Example.with(harmonisation: harmonisation)).filter {
            $0.path.contains("harmonisierung")
        }
        #expect(pages.count == HarmonisationPart.allCases.count * 2)
        for page in pages {
            #expect(page.elements.count { $0 == "tr" } <= 500, "\(page.path)")
            #expect(page.text.utf8.count < 3_000_000, "\(page.path)")
        }
        let overview = pages.first { $0.path == "harmonisierung.html" }
        for part in 1...4 { #expect(overview?.text.contains("(Teil \(part) von 4)") == true) }
    }
}
