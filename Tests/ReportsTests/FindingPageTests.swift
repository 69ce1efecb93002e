import Model
import Testing

@testable import Reports

@Suite struct FindingPageTests {
    private typealias Example = ExamplePicture
    private let pages = Page.example

    private func text(_ path: String) throws -> String {
        try #require(pages.first { $0.path == path }, "\(path)").text.replacing("\u{A0}", with: " ").replacing(
            "<wbr>", with: "")
    }

    @Test func `a finding's page says what, where, since when, why, what to do and how to check`() throws {
        let page = try text("befund-F-301.html")
        for part in [
            "F-301: Veraltete TLS-Version wird angenommen", "198.51.100.20", "21.10.2026 (33 Tage)", "TLSv1.0, TLSv1.1",
            "echte Verschlechterung: Ein bekanntes System ist schlechter geworden.", "über Frist",
            "IT-Leitung Kreis Bernkastel-Wittlich", "TLS 1.0/1.1 abschalten", "openssl s_client", "Beleg geändert",
            "id: AUS-2026-016", "nachweise.html#n-grundschutz_5f2023_20_41_50_50_2e3_2e2_2e_4111",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test func `an excepted finding says what it would be without the exception and offers no block`() throws {
        let page = try text("befund-F-303.html")
        #expect(page.contains("Hingenommen bis 31.12.2026") && page.contains("Ohne sie: weicht ab"))
        #expect(!page.contains("id: AUS-2026-016"))
    }

    @Test func `a suspicion has no due date and no exception to ask for`() throws {
        let page = try text("befund-F-402.html")
        #expect(page.contains("ein Verdacht aus der Versionsnummer") && page.contains("Verdacht: zu prüfen"))
        #expect(!page.contains("<dt>Frist</dt>") && !page.contains("id: AUS-2026-016"))
    }

    @Test func `only what is open has a page, and every list leads there`() throws {
        #expect(!pages.contains { $0.path == "befund-F-201.html" })
        for list in ["befunde.html", "regel-tls-protocol-outdated.html", "stelle-lk-bernkastel-wittlich.html"] {
            #expect(try text(list).contains("<a href=\"befund-F-301.html\">"), "\(list)")
        }
        #expect(try text("aenderungen.html").contains("<a href=\"befund-F-304.html\">"))
        #expect(try text("ausnahmen.html").contains("<a href=\"befund-F-303.html\">"))
        #expect(try text("gemeinsam.html").contains("<a href=\"befund-F-318.html\">"))
    }

    @Test func `beyond five hundred the least severe lead to their rule's page, and the list says so`() throws {
        let severe = (0..<500).map { Example.finding("a\($0)", .high) }
        let picture = Example.with(findings: [Example.finding("mild", .low)] + severe)
        let pages = Page.all(of: picture)
        #expect(pages.count { $0.path.hasPrefix("befund-") && !$0.path.hasSuffix(".en.html") } == 500)
        #expect(!pages.contains { $0.path == "befund-mild.html" })
        let list = try #require(pages.first { $0.path == "befunde.html" })
        #expect(list.text.replacing("\u{A0}", with: " ").contains("Eine eigene Seite haben die 500 schwersten"))
    }

    @Test func `the file is called like the finding, and no id leaves the folder`() {
        #expect(PageName.finding("F-12").fileName(.de) == "befund-F-12.html")
        #expect(PageName.finding("F-../x").fileName(.de) == "befund-_46-_2e_2e_2fx.html")
    }

    @Test func `a page without a table to sort carries no script`() throws {
        #expect(!(try text("befund-F-301.html").contains("<script")))
        #expect(try text("befunde.html").contains("<script"))
    }
}
