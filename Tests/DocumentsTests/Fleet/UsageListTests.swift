import Documents
import Foundation
import Model
import Testing

private let head =
    "Körperschaft;Fachbereich;Produkt;Version;produktiv ab;Betrieb;Betreiber;Vertragsende;Kündigungsfrist (Monate);Kosten pro Jahr;Kosten zeigen\r\n"

/// The small fleet with one usage list beside it.
private func load(_ list: String, named name: String = "nutzung.csv", more: String = "") throws -> Fleet {
    let folder = FileManager.default.temporaryDirectory.appending(path: "usage-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(list.utf8).write(to: folder.appending(path: name))
    let text = smallFleet.replacing("kind: Fleet\n", with: "kind: Fleet\nusage: [\(name)]\n\(more)")
    try Data(text.utf8).write(to: folder.appending(path: "fleet.yaml"))
    return try FleetFile.load(at: folder.appending(path: "fleet.yaml").path, today: today).fleet
}

private func faults(_ list: String, named name: String = "nutzung.csv", more: String = "") throws -> [String] {
    do {
        _ = try load(list, named: name, more: more)
        return []
    } catch let error as FleetFileError {
        return error.diagnostics.map {
            let place = "\($0.file.split(separator: "/").last ?? ""):\($0.line):\($0.column)"
            return "\(place): \($0.message)" + ($0.hint.map { " | \($0)" } ?? "")
        }
    }
}

@Test func `a list as a German spreadsheet saves it is read`() throws {
    let list =
        "\u{FEFF}" + head
        + "nord;finance;infoma-newsystem;24.1;1.6.2019;gemeinsame Stelle;sued;31.12.2027;6;41000;ja\r\n"
        + "sued;finance;keine;;;;;;;;\r\nsued;dms;unbekannt;;;;;;;;\r\n;;;;;;;;;;\r\n"
        + "sued;gis;\"Karten; \"\"neu\"\"\";;2020-01-01;;;;;500;\r\n"
    let usages = try load(list).usages
    #expect(usages.map(\.answer) == [.product("infoma-newsystem"), .none, .unknown, .product("Karten; \"neu\"")])
    #expect(usages[0].version == "24.1")
    #expect(usages[0].operation == .sharedCentre("sued"))
    #expect(usages[0].history == [UsageStep(.live, since: Day(year: 2019, month: 6, day: 1))])
    #expect(usages[0].contract?.noticeBy.description == "2027-06-30")
    #expect(usages[0].cost == Cost(eurosPerYear: 41_000, isShared: true))
    #expect(usages[3].cost?.isShared == false)
}

@Test func `English headers with commas and YAML lists say the same`() throws {
    let csv =
        "body,domain,product,planned,live,phasing_out,registered_by\nnord,dms,enaio,2025-01-01,2026-01-01,2027-01-01,cooperation\n"
    let yaml = """
        usage:
          - body: nord
            domain: dms
            product: enaio
            status: {planned: 2025-01-01, live: 2026-01-01, phasing-out: 2027-01-01}
            registered_by: cooperation

        """
    let fromTable = try load(csv).usages
    #expect(fromTable == (try load(yaml, named: "usage.yaml").usages))
    #expect(fromTable[0].history.map(\.status) == [.planned, .live, .phasingOut])
    #expect(fromTable[0].registeredBy == .cooperation)
}

@Test(arguments: [
    ("nrod;finance;x;;2020-01-01;;;;;;", "nutzung.csv:2:1: unknown body 'nrod' | did you mean 'nord'?"),
    ("nord;finance;x;;;;;;;;", "nutzung.csv:2:14: 'x' has no status | say since when, for example live: 2019-03-01"),
    ("nord;finance;x;;31.02.2020;;;;;;", "nutzung.csv:2:17: '2020-02-31' is not a day | write it as 2026-11-23"),
    (
        "nord;finance;;;2020-01-01;;;;;;",
        "nutzung.csv:2:1: a usage lacks the key 'product' | product: catalogue id or name; 'none': the body has no software for it, 'unknown': nobody answered"
    ),
    (
        "nord;finance;x;;2020-01-01;Dienstleister;;;;;",
        "nutzung.csv:2:28: operator 'provider' says not which body it is | provider: id of the body that runs it"
    ),
    (
        "nord;finance;x;;2020-01-01;;sued;;;;",
        "nutzung.csv:2:29: a provider is named, but the body runs it itself | write operator: provider or operator: shared-centre"
    ),
    (
        "nord;finance;x;;2020-01-01;;;;6;;",
        "nutzung.csv:2:31: a notice period without 'contract_end' | say when the contract ends"
    ),
    ("nord;finance;x;;2020-01-01;;;;;;ja", "nutzung.csv:2:33: 'share_cost' without 'cost_per_year' | leave it out"),
    (
        "nord;finance;x;;2020-01-01;;;;;;;;zu viel",
        "nutzung.csv:2:34: the row has 13 cells, the head 11 | put a cell that holds the separator in quotes"
    ),
    ("nord;finance;\"x;;2020-01-01", "nutzung.csv:2:14: a quoted cell does not end | close it with \""),
])
func `a fault in a row says where it is and the way out`(row: String, fault: String) throws {
    #expect(try faults(head + row + "\r\n") == [fault])
}

@Test func `a product stated twice and steps in the wrong order are faults`() throws {
    let twice = "body,domain,product,live\nnord,dms,enaio,2020-01-01\nnord,dms,enaio,2021-01-01\n"
    #expect(try faults(twice).first?.hasPrefix("nutzung.csv:3:1: 'nord' states 'enaio' for 'dms' twice") == true)
    let order = "body,domain,product,planned,live\nnord,dms,enaio,2022-01-01,2021-01-01\n"
    #expect(try faults(order).first?.contains("'live' begins before 'planned' (2022-01-01)") == true)
}

@Test func `an unknown, a doubled and a missing column are faults with a suggestion`() throws {
    #expect(
        try faults("Körperschaft;Fachbereich;Produckt\n") == [
            "nutzung.csv:1:26: unknown column 'Produckt' | did you mean 'Produkt'?"
        ])
    #expect(try faults("body,domain,product,Produkt\n").first?.contains("given twice") == true)
    #expect(try faults("body,domain\n").first?.contains("the column 'Produkt' is missing") == true)
}

@Test func `targets are one for each domain, and not due before they were agreed`() throws {
    let list = "body,domain,product\nnord,dms,none\n"
    let good = "targets: [{domain: dms, product: enaio, agreed_on: 2025-01-01, by: 2027-01-01}]\n"
    #expect(try load(list, more: good).targets.map(\.product) == ["enaio"])
    let bad =
        "targets: [{domain: dms, product: enaio, agreed_on: 2025-01-01, by: 2024-01-01}, {domain: dms, product: x, agreed_on: 2025-01-01}]\n"
    let found = try faults(list, more: bad)
    #expect(found.count == 2)
    #expect(found.contains { $0.contains("2024-01-01 is before the decision of 2025-01-01") })
    #expect(found.contains { $0.contains("target for the domain 'dms' is given twice") })
}
