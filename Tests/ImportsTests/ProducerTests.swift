import Documents
import Foundation
import Imports
import Model
import ProcessTesting
import Testing

struct ProducerTests {
    @Test func `cyclonedx-bom's files of versions 1.4 to 1.7 name every Python package, and broken ones are refused`()
        async throws
    {
        let workshop = try Workshop()
        let known = try await workshop.python(
            "-c", "import importlib.metadata as m; print(len({d.name.lower() for d in m.distributions()}))")
        let count = try #require(Int(known.trimmingCharacters(in: .whitespacesAndNewlines)))
        try await workshop.produce("make-cyclonedx.py")
        for version in ["1.4", "1.5", "1.6", "1.7"] {
            let json = try workshop.bytes("bom-\(version).json")
            let xml = try workshop.bytes("bom-\(version).xml")
            let rows = try [json, xml].map { bytes in
                let reading = try ImportReading.read(bytes, file: "bom")
                #expect(reading.format == .cyclonedx && reading.rows.count == count && reading.refused == 0)
                #expect(reading.rows.contains { $0.purl.hasPrefix("pkg:pypi/spdx-tools@0.8.5") })
                return Set(reading.rows.map { [$0.name, $0.version, $0.vendor, $0.purl, $0.publisherID] })
            }
            #expect(rows[0] == rows[1], "\(version)")
            try breakJSON(json, at: "spdx-tools")
            try breakXML(xml, at: "spdx-tools")
        }
    }

    @Test(arguments: ["doc.spdx.json", "doc.spdx"])
    func `spdx-tools' files are read with every package`(name: String) async throws {
        let workshop = try Workshop()
        try await workshop.produce("make-spdx.py", name)
        let bytes = try workshop.bytes(name)
        let reading = try ImportReading.read(bytes, file: name)
        #expect(reading.format == .spdx && reading.subject == "Fachverfahren Größe" && reading.refused == 0)
        #expect(Set(reading.rows.map(\.name)) == Set((0..<40).map { "paket-\($0)" }))
        #expect(reading.rows.allSatisfy { $0.vendor == "Müller GmbH" && $0.purl.hasPrefix("pkg:generic/paket@") })
        if name.hasSuffix("json") {
            try breakJSON(bytes, at: "paket-7")
        } else {
            let giant = try ImportReading.read(Breakage.giant(bytes, at: "paket-7"), file: name)
            #expect(giant.refused == 1 && giant.rows.count == 39)
            let text = Breakage.replacing("PackageName: paket-7", with: "PackageComment: <text>", bytes)
            let line = Breakage.line(of: "paket-7", in: bytes)
            #expect(giant.refusals.map(\.line) == [line])
            refused(text, reason: "a <text> is not closed", line: line)
            refused(Breakage.misencoded(bytes, at: "paket-7"), reason: "the file is not UTF-8", line: line)
            let newer = Breakage.replacing("SPDX-2.3", with: "SPDX-3.0", bytes)
            refused(
                newer, as: .spdx, reason: "its version is 'SPDX-3.0'", line: Breakage.line(of: "SPDX-3.0", in: newer))
            refused(
                Breakage.replacing("SPDXVersion:", with: "Version:", bytes), as: .spdx, reason: "not SPDX 2", line: 1)
        }
    }

    @Test func `an inventory of fusioninventory-agent names this machine and its packages`() async throws {
        let workshop = try Workshop()
        try await workshop.shell(
            "fusioninventory-inventory > pc.ocs 2> log; dpkg-query -W -f '${db:Status-Abbrev}\\n' > list")
        let bytes = try workshop.bytes("pc.ocs")
        let installed = String(decoding: try workshop.bytes("list"), as: UTF8.self).split(separator: "\n")
            .count { $0.dropFirst().hasPrefix("i") }
        let reading = try ImportReading.read(bytes, file: "pc.ocs")
        #expect(reading.format == .ocs && reading.subject?.isEmpty == false && reading.refused == 0)
        // The operating system stands among the programs.
        #expect(reading.rows.count >= installed && reading.rows.count <= installed + 5)
        #expect(reading.rows.allSatisfy { $0.host == reading.subject })
        #expect(reading.rows.contains { $0.purl == "pkg:deb/adduser" })
        try breakXML(bytes, at: "adduser")
    }

    @Test func `dpkg's two lists of this machine agree, and a wrong line is refused alone`() async throws {
        let workshop = try Workshop()
        try await workshop.shell("dpkg-query -W > short; COLUMNS=300 dpkg -l > long")
        let bytes = try workshop.bytes("short")
        let short = try ImportReading.read(bytes, file: "short")
        let long = try ImportReading.read(workshop.bytes("long"), file: "long")
        #expect(short.format == .dpkg && long.format == .dpkg && short.refused == 0 && long.refused == 0)
        #expect(Set(long.rows.map(\.name)).isSubset(of: Set(short.rows.map(\.name))))
        #expect(long.rows.count > 100)
        for broken in [
            Breakage.misencoded(bytes, at: "adduser"), Breakage.giant(bytes, at: "adduser"),
            Breakage.replacing("adduser\t", with: "adduser", bytes),
            Breakage.replacing("adduser\t", with: "add user\tx y", bytes),
            Breakage.replacing("adduser\t", with: "\t", bytes),
        ] {
            let reading = try ImportReading.read(broken, file: "x", as: .dpkg)
            #expect(reading.refused == 1 && reading.rows.count == short.rows.count - 1)
            #expect(reading.refusals.first?.line == 1)
        }
    }

    @Test func `nmap's report of a server on loopback names port and product`() async throws {
        let workshop = try Workshop()
        let port = try freePort()
        let server = try Child.server(
            "/usr/bin/python3", ["-m", "http.server", "\(port)", "--bind", "127.0.0.1"], in: workshop.folder)
        defer { server.stop() }
        _ = try await server.until { connects(to: port) ? true : nil }
        try await workshop.shell("nmap -n -Pn -sT -sV --version-light -p \(port) -oX report.xml 127.0.0.1")
        let bytes = try workshop.bytes("report.xml")
        let reading = try ImportReading.read(bytes, file: "report.xml")
        #expect(reading.format == .nmap && reading.refused == 0)
        #expect(reading.rows.map(\.kind) == [.host, .software])
        #expect(reading.rows.allSatisfy { $0.host == "127.0.0.1" && $0.port == Int(port) })
        #expect(reading.rows.last?.name == "SimpleHTTPServer")
        try breakXML(bytes, at: "SimpleHTTPServer")
    }

    @Test func `a list saved by LibreOffice is read with days and numbers, and broken workbooks are refused`()
        async throws
    {
        let workshop = try Workshop()
        let rows = (1...40).map { "Müller & Söhne;Verfahren \($0) <Größe>;\($0).10;1.200;03.02.2026\r\n" }.joined()
        let text = "Softwareliste des Kreises;;;;\r\n;;;;\r\nHersteller;Produkt;Version;Anzahl;Installiert am\r\n"
        try await workshop.shell("cat > list.csv <<'END'\n\(text + rows)END\n")
        // Semicolons, quotation marks, UTF-8, from line 1, cells in German, numbers and days recognised.
        try await workshop.shell(
            """
            soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to xlsx \
              --infilter=CSV:59,34,76,1,3/2,1031,false,true list.csv
            """)
        let reading = try ImportReading.read(workshop.bytes("list.xlsx"), file: "list.xlsx")
        #expect(reading.format == .xlsx && reading.rows.count == 40 && reading.refused == 0)
        let row = try #require(reading.rows.last)
        #expect(row.vendor == "Müller & Söhne" && row.name == "Verfahren 40 <Größe>" && row.version == "40.10")
        #expect(row.users == 1200 && row.installed == Day(year: 2026, month: 2, day: 3) && row.place == "list row 43")
        for (way, reason) in [
            ("no-end", "not a workbook"), ("damaged", "xl/worksheets/sheet1.xml is damaged"),
            ("entity", "declares a document type"), ("bomb", "times its size"),
            ("no-book", "there is no xl/workbook.xml"),
        ] {
            try await workshop.produce("break-workbook.py", "list.xlsx", way, "broken.xlsx")
            refused(try workshop.bytes("broken.xlsx"), reason: reason)
        }
    }

    @Test func `in a workbook of XlsxWriter the named sheet and formatted text are read, formulas are not evaluated`()
        async throws
    {
        let workshop = try Workshop()
        try await workshop.produce("make-workbook.py", "list.xlsx")
        let bytes = try workshop.bytes("list.xlsx")
        let mapping = try mapping("sheet: Software", in: workshop)
        let reading = try ImportReading.read(bytes, file: "list.xlsx", mapping: mapping)
        #expect(reading.format == .xlsx && reading.rows.count == 51 && reading.refusals.map(\.line) == [71])
        let row = reading.rows[7]
        #expect(row.vendor == "Müller & Söhne" && row.name == "Verfahren 7" && row.version == "4.1" && row.users == 7)
        #expect(row.installed == Day(year: 2026, month: 2, day: 3) && row.place == "Software row 11")
        #expect(reading.rows.last?.name == "Rich text" && reading.rows.last?.version == "9.9")
        refused(bytes, reason: "no column names a product")
        let misspelt = try self.mapping("sheet: Sofware", in: workshop)
        refused(bytes, mapping: misspelt, reason: "has no sheet 'Sofware'")
    }

    private func mapping(_ text: String, in workshop: Workshop) throws -> ColumnMapping {
        let path = workshop.folder.appending(path: "mapping.yaml").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try ColumnMapping.read(at: path)
    }

    private func breakJSON(_ bytes: [UInt8], at word: String) throws {
        let whole = try ImportReading.read(bytes, file: "x")
        let line = Breakage.line(of: word, in: bytes)
        let short = Breakage.truncated(bytes)
        refused(short, reason: "not valid JSON: ", line: Breakage.lines(short))
        refused(Breakage.misencoded(bytes, at: word), reason: "the file is not UTF-8", line: line)
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        refused(
            Breakage.replacing("{", with: "{\"x\":\(deep),", bytes), reason: "nested deeper than 64 levels", line: 1)
        refused(
            Breakage.replacing("\"\(word)\"", with: "\"\\ud800\"", bytes), reason: "half a character",
            line: Breakage.line(of: "\"\(word)\"", in: bytes))
        let giant = try ImportReading.read(Breakage.giant(bytes, at: word), file: "x")
        #expect(giant.refused == 1 && giant.rows.count == whole.rows.count - 1)
        // A package begins before its name.
        let refusal = try #require(giant.refusals.first)
        #expect(((line - 12)...line).contains(refusal.line) && refusal.message.contains("longer than 2000 bytes"))
    }

    private func breakXML(_ bytes: [UInt8], at word: String) throws {
        let whole = try ImportReading.read(bytes, file: "x")
        let line = Breakage.line(of: word, in: bytes)
        let short = Breakage.truncated(bytes)
        refused(short, reason: "not XML: ", line: Breakage.lines(short))
        refused(Breakage.misencoded(bytes, at: word), reason: "wrong encoding", line: line)
        refused(
            Breakage.replacing("</", with: "</other></", bytes), reason: "a closing tag that does not match",
            line: Breakage.line(of: "</", in: bytes))
        let giant = try ImportReading.read(Breakage.giant(bytes, at: word), file: "x")
        #expect(giant.refused == 1 && giant.rows.count == whole.rows.count - 1)
        let refusal = try #require(giant.refusals.first)
        #expect(((line - 12)...line).contains(refusal.line) && refusal.message.contains("longer than 2000 bytes"))
        refused(
            Breakage.replacing("?>", with: "?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", bytes),
            reason: "declares a document type", line: 1)
    }

    private func refused(
        _ bytes: [UInt8], as format: ImportFormat? = nil, mapping: ColumnMapping = ColumnMapping(), reason: String,
        line: Int? = nil, at location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: Diagnostic.self, sourceLocation: location) {
            try ImportReading.read(bytes, file: "x", as: format, mapping: mapping)
        }
        let said = error?.description ?? ""
        #expect(error?.message.contains(reason) == true, "\(said)", sourceLocation: location)
        #expect(line == nil || error?.line == line, "\(said), not \(line ?? 0)", sourceLocation: location)
    }
}
