import Documents
import Foundation
import Harmonisation
import Model
import Testing

@testable import Pipeline

/// `examples/baumberge` with two slips of the pen in its list.
@Test
func `an unknown domain and a mistyped product of a usage list are warned about once, with place and nearest word`()
    throws
{
    let folder = try TestFolder()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let example = root.appending(path: "examples/baumberge")
    try folder.write(
        String(contentsOf: example.appending(path: "fleet.yaml"), encoding: .utf8), to: "fleet.yaml")
    let list = """
        Körperschaft;Fachbereich;Produkt;produktiv ab
        BODY;finanze;infoma-newsystem;01.01.2020
        BODY;finance;infoma-newsystm;01.01.2020
        BODY;dms;Hausgemachtes;01.01.2020
        BODY;hr;infoma-newsystm;01.01.2020
        """
    let fleet = try FleetFile.load(at: example.appending(path: "fleet.yaml").path, today: TestFolder.now.day).fleet
    let body = try #require(fleet.comparedBodies.first)
    try folder.write(list.replacing("BODY", with: body), to: "usage/list.csv")
    let reading = try FleetFile.read(at: "\(folder.path)/fleet.yaml", today: TestFolder.now.day)
    let software = Places(
        fleet: nil, database: nil, rules: root.appending(path: "rules").path, program: nil
    ).software
    let warnings = try software.warnings(about: reading.places.usages, of: reading.fleet)
    #expect(
        warnings.map(\.message) == [
            "unknown software domain 'finanze'", "the catalogue has no product 'infoma-newsystm'",
        ])
    #expect(warnings.map(\.place.line) == [2, 3])
    #expect(warnings.map(\.hint) == ["did you mean 'finance'?", "did you mean 'infoma-newsystem'?"])
}
