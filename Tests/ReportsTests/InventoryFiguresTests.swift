import Model
import Testing

@testable import Reports

@Suite struct InventoryFiguresTests {
    private typealias Example = ExamplePicture

    private func certificate(
        _ id: String, until: String, at endpoint: String? = nil, issuer: String = "CN=R12,O=Let's Encrypt",
        key: String? = nil,
        replacedBefore: Int? = nil
    ) -> Picture.Certificate {
        Picture.Certificate(
            endpoint: endpoint ?? "\(id).example:443", body: "lk-cochem-zell", sha256: id, subject: "CN=\(id)",
            names: [],
            issuer: issuer, notBefore: Example.time("2026-01-01T00:00:00Z"), notAfter: Example.time(until),
            keyType: "EC",
            keyBits: 256, keySHA256: key ?? id, previousReplacedDaysBefore: replacedBefore)
    }

    private func figures(_ certificates: [Picture.Certificate]) -> CertificateFigures {
        CertificateFigures(certificates, at: Example.run.started)
    }

    @Test func `a certificate counts once however many services present it`() {
        let served = figures([
            certificate("a", until: "2026-12-01T00:00:00Z", at: "one"),
            certificate("a", until: "2026-12-01T00:00:00Z", at: "two"),
        ]).ending(within: 30)
        #expect(served.count == 1)
        #expect(served.first?.endpoints == ["one", "two"])
    }

    @Test func `thirty days begin with the run and expired ones are counted apart`() {
        let figures = figures([
            certificate("gone", until: "2026-11-23T04:11:59Z"), certificate("now", until: "2026-11-23T04:12:00Z"),
            certificate("last", until: "2026-12-23T04:11:59Z"), certificate("later", until: "2026-12-23T04:12:00Z"),
        ])
        #expect(figures.ending(within: 30).map(\.certificate.sha256) == ["now", "last"])
        #expect(figures.expired.map(\.certificate.sha256) == ["gone"])
    }

    @Test func `weeks run from Monday to Sunday over the turn of the year`() {
        let weeks = figures([
            certificate("sunday", until: "2026-11-29T23:00:00Z"), certificate("monday", until: "2026-11-30T00:00:00Z"),
            certificate("expired", until: "2026-11-23T00:00:00Z"),
        ]).weeks(12)
        #expect(weeks.map(\.number) == [48, 49, 50, 51, 52, 53, 1, 2, 3, 4, 5, 6])
        #expect(weeks.prefix(3).map(\.count) == [1, 1, 0])
    }

    @Test func `renewal looks unattended with another issuer or a last-minute renewal`() {
        #expect(!certificate("a", until: "2026-12-01T00:00:00Z").looksUnattended)
        #expect(certificate("a", until: "2026-12-01T00:00:00Z", issuer: "CN=House CA").looksUnattended)
        #expect(certificate("a", until: "2026-12-01T00:00:00Z", replacedBefore: 6).looksUnattended)
        #expect(!certificate("a", until: "2026-12-01T00:00:00Z", replacedBefore: 7).looksUnattended)
    }

    @Test func `one key under two certificates is named at both`() {
        let served = figures([
            certificate("a", until: "2026-12-01T00:00:00Z", key: "k"),
            certificate("b", until: "2026-12-02T00:00:00Z", key: "k"),
        ]).served
        #expect(served.map(\.keyElsewhere) == [["b.example:443"], ["a.example:443"]])
    }

    @Test func `exceptions are active through their last day, and expired ones count while a finding is open`() {
        func exception(_ id: String, from: String = "2026-01-01", until: String, findings: [String] = [])
            -> Picture.Exception
        {
            Picture.Exception(
                id: id, rule: "r", bodies: ["lk-cochem-zell"], subject: "s", reason: "", compensating: nil,
                requestedBy: nil,
                acceptedBy: "x", approvedOn: Example.day(from), expires: Example.day(until), findings: findings)
        }
        let figures = ExceptionFigures(
            [
                exception("today", until: "2026-11-23", findings: ["F"]), exception("year", until: "2026-12-31"),
                exception("next", until: "2027-01-01"), exception("over", until: "2026-11-22", findings: ["F"]),
                exception("settled", until: "2026-11-01"), exception("future", from: "2026-12-01", until: "2027-12-01"),
            ], on: Example.run.day)
        #expect(figures.active.map(\.id) == ["today", "year", "next"])
        #expect(figures.endingThisYear.map(\.id) == ["today", "year"])
        #expect(figures.countingAgain.map(\.id) == ["over"])
        #expect(figures.standings.map(\.exception.id) == ["settled", "over", "today", "year", "next", "future"])
    }

    @Test func `the work list has one line for an action however many rules and systems it mends`() {
        let items = WorkList(
            [
                Example.finding("a"), Example.finding("b"), Example.finding("c", .medium, rule: "web-hsts-missing"),
                Example.finding("d", .low, rule: "a rule that is gone"),
            ], rules: Example.rules
        ).items
        #expect(items.map(\.action.de) == ["TLS 1.0/1.1 abschalten", "HSTS-Kopfzeile setzen", "a rule that is gone"])
        #expect(items.map(\.systems) == [2, 1, 1])
    }

    @Test func `decisions come most pressing first, and a calm day has none`() {
        let example = Figures(Example.picture, scope: .everything(in: Example.picture))
        guard case .overdue(let count) = Decision.needed(by: example).first else {
            Issue.record("the first decision is not about deadlines")
            return
        }
        #expect(count == example.overdue.count)
        let calm = Example.empty
        #expect(Decision.needed(by: Figures(calm, scope: .everything(in: calm))).isEmpty)
    }

    @Test func `the calendar has one entry for each valid certificate, escaped and folded`() {
        let hostile = certificate(
            "a", until: "2026-12-01T00:00:00Z", at: "x;y,z\nEND:VCALENDAR", issuer: String(repeating: "ü", count: 99))
        let expired = certificate("b", until: "2026-01-01T00:00:00Z")
        let file = CertificateCalendar(picture: Example.with(certificates: [hostile, expired])).file
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1 && lines.count { $0 == "END:VCALENDAR" } == 1)
        #expect(lines.contains("DTSTART;VALUE=DATE:20261201") && lines.contains("DTSTAMP:20261123T041200Z"))
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.contains { $0.hasSuffix("x\\;y\\,z\\nEND:VCALENDAR") })
    }
}
