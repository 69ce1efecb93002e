import Documents
import Foundation
import Imports
import Model
import Testing

/// Reads a text as the file `x`.
func read(
    _ text: String, as format: ImportFormat? = nil, mapping: ColumnMapping = ColumnMapping()
) throws -> ImportReading {
    try ImportReading.read(Array(text.utf8), file: "x", as: format, mapping: mapping)
}

private let german =
    "Softwareliste Kreis Musterstadt;;;\r\nStand: 01.11.2026;;;\r\nHersteller;Produkt;Version;Anzahl\r\n"

@Test func `a German list with titles above its header is read without a mapping file`() throws {
    let reading = try read(german + "Axians;Infoma newsystem;23.1;1.200\r\n;;;\r\nÄrzte & Söhne;Größe;;\r\n")
    #expect(reading.format == .csv && reading.refused == 0)
    #expect(reading.rows.map(\.name) == ["Infoma newsystem", "Größe"])
    #expect(reading.rows.map(\.vendor) == ["Axians", "Ärzte & Söhne"])
    #expect(reading.rows.map(\.users) == [1200, nil])
    #expect(reading.rows.map(\.place) == ["line 4", "line 6"])
}

@Test func `every encoding and separator of offices gives the same rows`() throws {
    let text = "Hersteller;Produkt;Version\r\nMüller;\"Größe; \"\"L\"\"\";1.0\r\n"
    let expected = try read(text).rows
    #expect(expected.first?.name == "Größe; \"L\"")
    var western: [UInt8] = []
    for scalar in text.unicodeScalars { western.append(UInt8(scalar.value)) }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    for bytes in [western, wide, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
        #expect(try ImportReading.read(bytes, file: "x").rows == expected)
    }
    let commas = "Hersteller,Produkt,Version\nMüller,\"Größe; \"\"L\"\"\",1.0\n"
    #expect(try read(commas).rows == expected)
    #expect(try read(commas.replacing(",", with: "\t")).rows == expected)
}

@Test func `a wrong row is refused with its line and the others are read`() throws {
    let reading = try read(
        german
            + "A;eins;1;2\nB;;1;2\nC;drei;1;viele\nD;\"vier;1;2\nE;fünf;1;2\nF;\(String(repeating: "x", count: 3_000));1;2\n"
    )
    #expect(reading.rows.map(\.name) == ["eins", "fünf"])
    #expect(reading.refusals.map(\.line) == [5, 6, 7, 9])
    #expect(reading.refused == 4)
    #expect(
        reading.refusals[1].description
            == "x:6:1: error: line 6: 'viele' is not a number of users\nhint: write a whole number, or leave the cell empty"
    )
}

@Test func `users are whole numbers, and a day that is none is said and left out`() throws {
    let mapping = FileManager.default.temporaryDirectory.appending(path: "mapping-\(UUID()).yaml").path
    defer { try? FileManager.default.removeItem(atPath: mapping) }
    try "columns: {name: [Was], users: [Wie viele], installed: [Seit]}\n"
        .write(toFile: mapping, atomically: true, encoding: .utf8)
    let list = """
        Was;Wie viele;Seit
        eins;1.200;01.02.2020
        zwei;2.5;
        drei;-3;
        vier;1 200;31.02.2020
        fünf;12.34;Mai 2020

        """
    let reading = try read(list, mapping: ColumnMapping.read(at: mapping))
    #expect(reading.rows.map(\.name) == ["eins", "vier"])
    #expect(reading.rows.map(\.users) == [1_200, 1_200])
    #expect(reading.rows.map(\.installed) == [Day("2020-02-01"), nil])
    #expect(reading.refused == 3)
    #expect(reading.refusals.map(\.line) == [3, 4, 5, 6])
    #expect(
        reading.refusals[2].message == "line 5: '31.02.2020' is not a day; the row is taken without it")
}

@Test func `a mapping file names columns and constants, and a wrong one is refused with its place`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "mapping-\(UUID()).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "columns:\n  name: [Was wir haben]\n  vendor: [Von wem]\ndomain: finance\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
    let text = "Von wem;Was wir haben\nAxians;Infoma\n"
    #expect(throws: Diagnostic.self) { try read(text) }
    let row = try #require(try read(text, mapping: ColumnMapping.read(at: path)).rows.first)
    #expect(row.name == "Infoma" && row.vendor == "Axians" && row.domain == "finance")
    try "columns:\n  nmae: [x]\n".write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: Diagnostic.self) { try ColumnMapping.read(at: path) }
    #expect(error?.line == 2 && error?.hint == "did you mean 'name'?")
}

@Test func `a list without a product column says which headers it has`() {
    let error = #expect(throws: Diagnostic.self) { try read("Foo;Bar\n1;2\n") }
    #expect(error?.message == "no column names a product; the widest row has 'Foo', 'Bar'")
}

@Test func `formulas, NULs and direction marks stay harmless text`() throws {
    let reading = try read("Produkt;Version\n\"=cmd|' /C calc'!A0\";1\n\u{202E}exe\u{0}.doc;2\n")
    #expect(reading.rows.map(\.name) == ["=cmd|' /C calc'!A0", "\u{202E}exe .doc"])
}

@Test func `what PowerShell exports of installed programs is read with its days`() throws {
    let reading = try read(
        "#TYPE Selected.Microsoft.Win32\r\n\"DisplayName\",\"DisplayVersion\",\"Publisher\",\"InstallDate\"\r\n"
            + "\"7-Zip 23.01\",\"23.01\",\"Igor Pavlov\",\"20260203\"\r\n,,,\r\n")
    #expect(reading.format == .windows)
    #expect(reading.rows.first?.installed == Day(year: 2026, month: 2, day: 3))
    #expect(reading.rows.first?.vendor == "Igor Pavlov")
}
