import Model
import Testing

@testable import Reports

@Suite struct ExceptionAndEvidenceTests {
    private typealias Example = ExamplePicture
    private let pages = Page.example

    private func text(_ path: String) throws -> String {
        try #require(pages.first { $0.path == path }).text.replacing("\u{A0}", with: " ")
    }

    @Test func `no standing is left out of the order`() {
        let figures = Figures(Example.picture, scope: .everything(in: Example.picture))
        #expect(figures.exceptions.standings.count == Example.exceptions.count)
        #expect(Set(Example.exceptions.compactMap(\.standing)) == Set(ExceptionStanding.allCases))
    }

    @Test func `exceptions come by what has to be decided`() {
        let figures = Figures(Example.picture, scope: .everything(in: Example.picture))
        #expect(
            figures.exceptions.standings.map(\.standing) == [
                .ended, .endingSoon, .unmatched, .idle, .notMeasured, .active,
            ])
    }

    @Test(arguments: [
        ("2026-01-01", "2026-11-22", ["F"], ExceptionStanding.ended),
        ("2026-01-01", "2026-12-23", ["F"], .endingSoon), ("2026-01-01", "2026-12-24", ["F"], .active),
        ("2026-01-01", "2026-12-23", [], .unmatched),
    ])
    func `where nobody says it, the dates and findings decide`(
        from: String, until: String, findings: [String], standing: ExceptionStanding
    ) {
        let exception = Picture.Exception(
            id: "A", rule: "r", bodies: [], subject: "", reason: "", compensating: nil, requestedBy: nil,
            acceptedBy: "", approvedOn: Example.day(from), expires: Example.day(until), findings: findings)
        #expect(exception.standing(on: Example.run.day) == standing)
    }

    @Test func `the page names risk, measure, plan and both persons, and the verdict without the exception`() throws {
        let page = try text("ausnahmen.html")
        for part in [
            "Wer im VPN mitliest", "Firewall-Regel FW-118", "Austausch der 14 Feldgeräte, bis 15.12.2026",
            "Abschaltung, bis 15.11.2026 (überschritten)", "IT-Leitung Kreis Bernkastel-Wittlich",
            "04.05.2026 – 31.12.2026", "passt zu nichts", "wird nicht mehr gebraucht",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(page.contains("ohne Ausnahme „weicht ab“"))
    }

    @Test func `an exception that matches nothing and names no body is still shown`() throws {
        let exception = Picture.Exception(
            id: "AUS-X", rule: "r", bodies: [], subject: "tippfehler.example", reason: "", compensating: nil,
            requestedBy: nil, acceptedBy: "", approvedOn: Example.day("2026-01-01"), expires: Example.day("2027-01-01"),
            findings: [], standing: .unmatched)
        let page = try #require(
            Page.all(of: Example.with(exceptions: [exception])).first { $0.path == "ausnahmen.html" })
        #expect(page.text.contains("id=\"ausnahme-_41_55_53-_58\""))
    }

    @Test func `the page on evidence says first that it is no statement of conformity`() throws {
        let page = try text("nachweise.html")
        let note = try #require(page.range(of: "Nachweise, keine Aussage über Konformität."))
        let table = try #require(page.range(of: "<table"))
        #expect(note.lowerBound < table.lowerBound)
        #expect(page.contains("Ein Scan sieht keine Sicherungen.") && page.contains("nur durch Menschen"))
    }

    @Test func `a control counts the findings of its rules and no others`() throws {
        let figures = Figures(Example.picture, scope: .everything(in: Example.picture))
        let control = try #require(Example.controls.first { $0.id == "APP.3.2.A12" })
        let open = figures.open.filter { $0.rule == "web-server-version-disclosed" }.count
        #expect(figures.openFindings(for: control) == open && open == 5)
    }

    @Test func `the page on method names pins, pack changes, changed severities and rules that failed`() throws {
        let page = try text("methodik.html")
        for part in [
            "nicht festgelegt", "X-XSS-Protection zurückgezogen", "Beschluss IT-Runde", "Alle Regeln haben geurteilt.",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        let failed = Example.rules.prefix(1).map { Picture.Rule(text: $0.text, verdicts: [:], error: "no such column") }
        let method = try #require(Page.all(of: Example.with(rules: Array(failed))).first { $0.path == "methodik.html" })
        #expect(method.text.contains("no such column"))
    }

    @Test func `a rule's page says since when it judges, whether it counts and what is excepted`() throws {
        #expect(try text("regel-tls-protocol-outdated.html").contains("Wird beurteilt seit 02.03.2026."))
        #expect(try text("regel-tls-protocol-outdated.html").contains("ausnahmen.html#ausnahme-_41_55_53-2026-007"))
        #expect(try text("regel-web-xss-header-missing.html").contains("urteilt nicht mehr"))
        #expect(try text("regel-web-csp-missing.html").contains("Auf Probe"))
        #expect(try text("regel-mail-dmarc-missing.html").contains("stuft die Regel anders ein"))
    }

    @Test func `the new lists are files too`() throws {
        let files = Site.render(Example.picture)
        func lines(_ path: String) throws -> [Substring] {
            let file = try #require(files.first { $0.path == "daten/" + path })
            return String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        }
        #expect(try lines("bilanz.csv").contains("findings;;15;fixed;-7;19"))
        #expect(try lines("gemeinsam.csv").contains { $0.hasPrefix("name-server;ns1.krz-muster.example;") })
        #expect(try lines("nachweise.csv").contains { $0.contains(";APP.3.2.A12;measured;") })
        #expect(try lines("ausnahmen.csv").contains { $0.contains("AUS-2026-014") && $0.contains("unmatched") })
        #expect(try lines("verlauf.csv").contains("F-306;2026-11-16/1;2026-11-16;exception-ended;AUS-2026-009"))
        #expect(try lines("bewegungen.csv").contains { $0.hasPrefix("endpoint-gone;alt.bitburg-pruem.example:22;") })
    }
}
