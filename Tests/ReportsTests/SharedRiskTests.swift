import Model
import Testing

@testable import Reports

@Suite struct SharedRiskTests {
    private typealias Example = ExamplePicture
    private let consumer = "zv-abfall-muster"

    private func figures(_ picture: Picture) -> Figures { Figures(picture, scope: .everything(in: picture)) }

    @Test func `an inherited finding counts once, at the provider`() {
        let finding = Example.finding("a", body: "it-krz-muster", affects: [consumer, "lk-cochem-zell"])
        let whole = figures(Example.with(findings: [finding]))
        #expect(whole.open.map(\.id) == ["a"] && whole.inherited.isEmpty)
        #expect(whole.passedOn.map(\.id) == ["a"])
        let body = whole.limited(to: consumer)
        #expect(body.open.isEmpty && body.urgent.isEmpty && body.need == .none)
        #expect(body.inherited.map(\.id) == ["a"])
        #expect(whole.limited(to: "lk-vulkaneifel").inherited.isEmpty)
    }

    @Test func `a consumer's page shows it as inherited and leaves its own figures alone`() throws {
        let page = try #require(Page.example.first { $0.path == "stelle-zv-abfall-muster.html" })
        #expect(page.text.contains("id=\"geerbt\""))
        #expect(page.text.contains("in keiner Zahl dieser Seite"))
        #expect(page.text.contains("befund-F-318.html"))
        let other = try #require(Page.example.first { $0.path == "stelle-lk-vulkaneifel.html" })
        #expect(!other.text.contains("id=\"geerbt\""))
    }

    @Test func `the first page has one sentence on it, only where something urgent is passed on`() {
        func sentence(_ severity: Severity) -> String? {
            let picture = Example.with(findings: [
                Example.finding("a", severity, body: "it-krz-muster", affects: [consumer])
            ])
            let figures = figures(picture)
            return Situation(
                edition: Edition(picture: picture, figures: figures, language: .de, digest: ""), figures: figures
            ).inherited?.plainText.replacing("\u{A0}", with: " ")
        }
        #expect(
            sentence(.high)
                == "1 der dringenden Befunde trifft 1 Stelle, die ihn nicht selbst beheben können: Gemeinsame Risiken.")
        #expect(sentence(.medium) == nil)
    }

    @Test func `a report for a consumer has its inherited findings, the provider's name and nobody else`() throws {
        let limited = Example.picture.limited(to: consumer)
        let inherited = try #require(limited.findings.first { $0.id == "F-318" })
        #expect(inherited.affects == [consumer] && inherited.exceptionBlock.isEmpty)
        #expect(limited.neighbours["it-krz-muster"] == "Kommunales Rechenzentrum Muster")
        let provider = try #require(limited.shared.first { $0.thing.kind == .provider })
        #expect(provider.bodies == [consumer] && provider.others == 3)
        #expect(provider.endpoints == ["kunden.abfall-muster.example:443"])
        #expect(provider.openFindings == ["F-306", "F-321"])
        for file in Site.render(limited) {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("stadt-wittlich"), "\(file.path)")
        }
    }

    @Test func `things with the most open findings come first`() {
        let things = [("few", ["F-1"]), ("many", ["F-2", "F-3"]), ("none", [])].map { name, findings in
            Picture.SharedThing(
                Picture.Common(.mailHost, name), bodies: [consumer, "lk-cochem-zell"], endpoints: [],
                openFindings: findings)
        }
        #expect(figures(Example.with(shared: things)).shared(.mailHost).map(\.thing.value) == ["many", "few", "none"])
    }

    @Test func `a suspicion is shown and counted nowhere`() throws {
        let picture = Example.with(findings: [Example.finding("a", .critical, due: "2026-01-01", possible: true)])
        let figures = figures(picture)
        #expect(figures.open.isEmpty && figures.overdue.isEmpty && figures.need == .none)
        #expect(figures.possible.map(\.id) == ["a"])
        let page = try #require(Page.all(of: picture).first { $0.path == "befunde.html" })
        #expect(page.text.contains("id=\"zu-pruefen\"") && page.text.contains("a.example"))
        #expect(page.text.contains("kein Befund offen"))
    }
}
