import Documents
import Foundation
import Harmonisation
import Model
import Testing

private let examples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../examples")

/// An example fleet with what its first domain must say.
private struct Expected {
    let bodies: Int
    let domain: String
    let index: Double?
    let targetShare: Double?
    let installations: Int
}

private let expected = [
    // Infoma for three of four, one of them on another release: (9 + 1 − 4) / 12.
    "emh": Expected(bodies: 4, domain: "finance", index: 0.5, targetShare: 0.75, installations: 4),
    // d.velop twice, regisafe, enaio: (4 + 1 + 1 − 4) / 12; Lügde's codia is being phased out.
    "lippe": Expected(bodies: 4, domain: "dms", index: 1.0 / 6, targetShare: 0.5, installations: 4),
    // The portal of one provider serves nine towns and the county, that of another one two, of the third one.
    "emscher-lippe": Expected(
        bodies: 13, domain: "forms", index: 112.0 / 156, targetShare: 11.0 / 13, installations: 3),
    // The county's and its three consumers' is one.
    "warendorf": Expected(bodies: 4, domain: "hr", index: 1, targetShare: 1, installations: 1),
    "baumberge": Expected(bodies: 2, domain: "finance", index: 1, targetShare: 1, installations: 1),
    // Extertal runs it for itself and the other three.
    "nordlippe": Expected(bodies: 4, domain: "facility", index: 1, targetShare: 1, installations: 1),
    // Three scan with Kofax, one with Kodak.
    "postbearbeitung": Expected(bodies: 4, domain: "scanning", index: 0.5, targetShare: 0.75, installations: 2),
]

@Test(arguments: ["emh", "lippe", "emscher-lippe", "warendorf", "baumberge", "nordlippe", "postbearbeitung"])
func `an example fleet is valid, compared in time, and says what its lists say`(name: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let file = examples.appending(path: "\(name)/fleet.yaml").path
    let (fleet, warnings) = try FleetFile.load(at: file, today: today)
    let comparison = fleet.comparison(on: today)
    let figures = Dictionary(uniqueKeysWithValues: comparison.domains.map { ($0, comparison.figures(of: $0)) })
    #expect(clock.now - start < .seconds(60))
    #expect(warnings == [])
    let expected = try #require(expected[name])
    let found = try #require(figures[expected.domain])
    #expect(found.bodies == expected.bodies)
    #expect(abs((found.index ?? -1) - (expected.index ?? -1)) < 1e-12)
    #expect(abs((found.targetShare ?? -1) - (expected.targetShare ?? -1)) < 1e-12)
    #expect(found.installations.count == expected.installations)
}
