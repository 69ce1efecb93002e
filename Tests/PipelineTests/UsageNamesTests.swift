import Documents
import Foundation
import Harmonisation
import Model
import Testing

@testable import Pipeline

/// `examples/baumberge` with two slips of the pen in its list.
@Test
func `names in usage lists are held against the catalogue: a product's name is its id, other names are warned about`()
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
        BODY;gis;infoma-newsystem;01.01.2020
        BODY;gis;Infoma Newsystem;01.01.2020
        BODY;mail;Eigenbau Nord;01.01.2020
        BODY;vpn;eigenbau-nord;01.01.2020
        """
    let fleet = try FleetFile.load(at: example.appending(path: "fleet.yaml").path, today: TestFolder.now.day).fleet
    let body = try #require(fleet.comparedBodies.first)
    try folder.write(list.replacing("BODY", with: body), to: "usage/list.csv")
    let reading = try FleetFile.read(at: "\(folder.path)/fleet.yaml", today: TestFolder.now.day)
    let software = Places(
        fleet: nil, database: nil, rules: root.appending(path: "rules").path, program: nil
    ).software
    let (named, warnings) = try software.naming(reading.places.usages, of: reading.fleet)
    #expect(
        warnings.map(\.message) == [
            "unknown software domain 'finanze'", "the catalogue has no product 'infoma-newsystm'",
            "'\(body)' names infoma-newsystem twice for 'gis', once as 'Infoma Newsystem'",
            "'eigenbau-nord' is also written 'Eigenbau Nord'",
        ])
    #expect(warnings.map(\.place.line) == [2, 3, 7, 9])
    #expect(warnings.compactMap(\.hint).prefix(2) == ["did you mean 'finance'?", "did you mean 'infoma-newsystem'?"])
    #expect(named.usages.filter { $0.domain == "gis" }.map(\.product) == ["infoma-newsystem", "infoma-newsystem"])
    #expect(named.usages.filter { $0.domain == "mail" }.map(\.product) == ["Eigenbau Nord"])
}
