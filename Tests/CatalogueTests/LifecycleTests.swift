import Catalogue
import Documents
import Foundation
import Model
import Testing

@Suite struct LifecycleTests {
    private static let book: LifecycleBook = {
        let log = DiagnosticLog()
        let book = LifecycleBook.read(from: "\(Shipped.rules)/lifecycle", for: Shipped.catalogue, log)
        for diagnostic in log.diagnostics { Issue.record("\(diagnostic)") }
        return book ?? LifecycleBook([])
    }()
    private static let day = Day(year: 2026, month: 11, day: 23)

    private func line(_ product: String, _ version: String) throws -> ReleaseLine? {
        Self.book.line(of: try #require(Shipped.catalogue.product(product)), version: version)
    }

    /// The state column of FACTS 5.2, judged for 2026-11-23.
    @Test(arguments: [
        ("nginx", "1.22.1", "1.22", "ended"), ("nginx", "1.31.4", "1.31", "supported"),
        ("apache-httpd", "2.4.62", "2.4", "supported"), ("openssl", "1.1.1w", "1.1.1", "ended"),
        ("openssl", "3.5.2", "3.5", "supported"), ("php", "8.2.29", "8.2", "security_only"),
        ("php", "7.4", "7.4", "ended"), ("typo3", "12.4.8", "12", "extended"), ("typo3", "9.5", "9", "ended"),
        ("debian", "12", "12", "extended"), ("debian", "11.9", "11", "ended"),
        ("ubuntu", "22.04", "22.04", "security_only"),
        ("sles", "15 SP6", "15.6", "extended"), ("sles", "15.7", "15.7", "supported"),
        ("windows-server", "2012 R2", "2012-r2", "ended"), ("windows-server", "2012", "2012", "ended"),
        ("windows-server", "10.0.20348", "2022", "security_only"),
        ("microsoft-exchange", "15.1.2507.61", "2016", "ended"),
        ("microsoft-exchange", "15.2.1118.40", "2019", "ended"),
        ("microsoft-exchange", "15.2.2562.46", "subscription", "supported"),
        ("microsoft-sql-server", "2019", "15.0", "security_only"),
        ("microsoft-sql-server", "13.0.6500", "13.0-sp3", "extended"),
        ("mariadb", "10.6.18-MariaDB", "10.6", "extended"), ("jquery", "1.12.4", "1", "ended"),
        ("eclipse-temurin", "1.8.0_391", "8", "supported"), ("dovecot", "2.3.21.1", "2.3", "security_only"),
        ("zimbra", "8.8.15_GA_4545", "8.8.15", "ended"), ("netscaler", "13.0-92.21", "13.0", "ended"),
    ])
    func `a version leads to its release line and the state on a day`(
        product: String, version: String, name: String, state: String
    ) throws {
        let line = try #require(try line(product, version))
        #expect(line.name == name)
        #expect(line.state(on: Self.day).rawValue == state)
    }

    @Test func `the last day still counts, the next one does not`() throws {
        let line = try #require(try line("postgresql", "14.24"))
        #expect(line.state(on: Day(year: 2026, month: 11, day: 12)) == .supported)
        #expect(line.state(on: Day(year: 2026, month: 11, day: 13)) == .ended)
        #expect(line.daysLeft(on: Day(year: 2026, month: 11, day: 2)) == 10)
        #expect(line.daysLeft(on: Day(year: 2026, month: 11, day: 13)) == nil)
    }

    @Test func `an unknown line is unknown and no neighbour of it`() throws {
        #expect(try line("nginx", "1.2") == nil)
        #expect(try line("nginx", "1.221") == nil)
        #expect(try line("nginx", "") == nil)
        #expect(try line("php", "99.1") == nil)
        #expect(try line("infoma-newsystem", "23") == nil)
    }

    private static let answer = """
        {"schema_version": "1.2.1", "generated_at": "2026-11-20T01:00:00+00:00", "result": {"name": "nginx",
        "label": "nginx", "releases": [
        {"name": "1.31", "releaseDate": "2026-05-13", "isEoas": false, "isEol": true, "eolFrom": "2026-11-01",
        "latest": {"name": "1.31.9"}}, {"name": "1.32", "releaseDate": "2026-11-01", "isEol": false, "eolFrom": null,
        "latest": null}, {"name": "0.1", "isEol": true, "eolFrom": null, "isEoes": false}]}}
        """

    @Test func `a newer copy of endoflife.date goes before the shipped data, an older one does not`() throws {
        let copies = try EndOfLifeFile.read(Self.answer, file: "nginx.json")
        #expect(copies.map(\.product) == ["nginx"])
        #expect(copies[0].day == Day(year: 2026, month: 11, day: 20))
        #expect(
            copies[0].lines == [
                ReleaseLine(
                    name: "1.31", released: Day(year: 2026, month: 5, day: 13), active: .open,
                    security: .day(Day(year: 2026, month: 11, day: 1)), latest: "1.31.9"),
                ReleaseLine(name: "1.32", released: Day(year: 2026, month: 11, day: 1), security: .open),
                ReleaseLine(name: "0.1", security: .ended, extended: .open),
            ])
        let nginx = try #require(Shipped.catalogue.product("nginx"))
        #expect(Self.book.renewed(by: copies).line(of: nginx, version: "1.32.0")?.name == "1.32")
        let old = try EndOfLifeFile.read(
            Self.answer.replacing("2026-11-20T", with: "2026-01-20T"), file: "nginx.json")
        #expect(Self.book.renewed(by: old).line(of: nginx, version: "1.32.0") == nil)
    }

    @Test func `an answer about all products is read too`() throws {
        let one = #"{"name": "x", "releases": [{"name": "1", "isEol": true, "eolFrom": null}]}"#
        let many =
            #"{"last_modified": "2026-11-20", "total": 2, "result": [\#(one), \#(one.replacing("x", with: "y"))]}"#
        #expect(try EndOfLifeFile.read(many, file: "full.json").map(\.product) == ["x", "y"])
    }

    @Test(arguments: [
        ("[]", "there is no 'result'"), ("{", "not valid JSON"), (#"{"result": {"name": "x"}}"#, "names a day"),
        (#"{"generated_at": "2026-11-20", "result": {"name": "x"}}"#, "lacks its 'name' or its 'releases'"),
        (#"{"generated_at": "2026-11-20", "result": {"name": "x", "releases": [{}]}}"#, "a release of 'x' lacks"),
    ])
    func `what is no answer of endoflife date is refused with a reason`(text: String, words: String) {
        let error = #expect(throws: Diagnostic.self) { try EndOfLifeFile.read(text, file: "a.json") }
        #expect(error?.message.contains(words) == true, "\(String(describing: error))")
    }

    @Test func `every prefix of an answer is refused, none traps`() {
        let bytes = Array(Self.answer.utf8)
        for length in stride(from: 0, to: bytes.count - 1, by: 7) {
            let text = String(decoding: bytes.prefix(length), as: UTF8.self)
            #expect(throws: Diagnostic.self) { try EndOfLifeFile.read(text, file: "a.json") }
        }
    }

    @Test func `a wrong file of lifecycles is told with its place, a missing one by the product that names it`() throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lifecycle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func complaints(_ lines: String, _ catalogue: Catalogue) throws -> [String] {
            let text = "source: x\nday: 2026-11-23\nmark: K\nproducts:\n  nginx:\n\(lines)"
            try Data(text.utf8).write(to: folder.appending(path: "a.yaml"))
            let log = DiagnosticLog()
            #expect((LifecycleBook.read(from: folder.path, for: catalogue, log) == nil) == log.hasErrors)
            return log.diagnostics.map { "\($0)" }
        }
        let none = Catalogue(domains: [], products: [])
        #expect(try complaints("    - {line: \"1\", security: open}\n", none).isEmpty)
        let wrong = try complaints("    - {line: \"1\", security: 2026-13-01}\n", none)
        #expect(
            wrong.count == 1 && wrong[0].contains("a.yaml:6:29: error: '2026-13-01' is no end of support"), "\(wrong)")
        let twice = try complaints("    - {line: \"1\", security: open}\n    - {line: \"1\", security: open}\n", none)
        #expect(twice.count == 1 && twice[0].contains("'nginx' has the line '1' twice"), "\(twice)")
        let lost = Catalogue(
            domains: [],
            products: [Product(id: "n", name: "N", vendor: "V", domains: [], lifecycle: "ngnix", mark: .known)])
        let missing = try complaints("    - {line: \"1\", security: open}\n", lost)
        #expect(missing.count == 1 && missing[0].contains("names the lifecycle 'ngnix'"), "\(missing)")
        #expect(missing.allSatisfy { $0.contains("did you mean 'nginx'?") })
    }
}
