import Imports
import Testing

/// A list of programs on machines; one row in a thousand is wrong in one of five ways.
private func longList(rows: Int) -> (text: String, wrong: [Int]) {
    let ways: [(String) -> String] = [
        { ";;1.0;1;\($0)" }, { "Firma;Verfahren;1.0;viele;\($0)" }, { "Firma;\"Verfahren;1.0;1;\($0)" },
        { "Firma;\(String(repeating: "x", count: 3_000));1;1;\($0)" }, { "Firma;\u{1} ;1.0;1;\($0)" },
    ]
    var text = "Softwareliste;;;;\r\nHersteller;Produkt;Version;Anzahl;Rechner\r\n"
    var wrong: [Int] = []
    for row in 0..<rows {
        let host = "pc-\(row / 100)"
        if row % 1_000 == 999 {
            wrong.append(row + 3)
            text += ways[row / 1_000 % ways.count](host) + "\r\n"
        } else {
            text += "Firma \(row % 70);Verfahren \(row % 4_000) für Größe;\(row % 30).\(row % 10);1;\(host)\r\n"
        }
    }
    return (text, wrong)
}

@Test func `of a long list every good row is read, and every wrong one refused with its line`() throws {
    let list = longList(rows: 20_000)
    let reading = try ImportReading.read(Array(list.text.utf8), file: "liste.csv")
    #expect(reading.rows.count == 19_980 && reading.refused == 20)
    #expect(reading.refusals.map(\.line) == list.wrong)
    #expect(reading.rows.last?.place == "line 20001")
    #expect(Set(reading.rows.map(\.host)).count == 200)
}

@Test func `a list longer than the limit is refused as a whole, and refusals are kept up to theirs`() throws {
    var limits = ImportLimits()
    limits.rows = 1_000
    limits.refusals = 3
    let error = #expect(throws: (any Error).self) {
        try ImportReading.read(Array(longList(rows: 2_000).text.utf8), file: "liste.csv", limits: limits)
    }
    #expect("\(try #require(error))".contains("liste.csv:1004:1: error: the file has more than 1000 rows"))
    let wrong = "Produkt;Version\n" + String(repeating: ";1\n", count: 10) + "nginx;1\n"
    let reading = try ImportReading.read(Array(wrong.utf8), file: "liste.csv", limits: limits)
    #expect(reading.refused == 10 && reading.refusals.map(\.line) == [2, 3, 4] && reading.rows.count == 1)
}
