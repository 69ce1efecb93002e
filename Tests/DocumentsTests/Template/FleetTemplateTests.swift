import Documents
import Foundation
import Model
import Testing

@Test(arguments: [today, Day(year: 2028, month: 2, day: 29), Day(year: 2031, month: 12, day: 31)])
func `the starter fleet is valid as it is, without a warning`(day: Day) throws {
    let files = FleetTemplate.files(example: false, today: day)
    #expect(files.map(\.path) == ["fleet.yaml"])
    let (fleet, warnings) = try FleetFile.load(text: files[0].text, file: "fleet.yaml", today: day)
    #expect(warnings.isEmpty)
    #expect(fleet.bodies.map(\.id) == ["lk-muster"])
}

@Test func `the commented parts of the starter fleet are valid too`() throws {
    let commented =
        /(?m)^( *)# (include|dns|trusted_roots|window|rules|  packs|  extra|  severity|ags|exclude|  - \{cidr|services|  - \{id|exceptions|  - id|    (?:rule|where|reason|compensating|residual_risk|plan|requested_by|accepted_by|approved_on|expires))/
    let text = FleetTemplate.files(example: false, today: today)[0].text
        .replacing(commented) { "\($0.1)\($0.2)" }
        .replacing("include: [bodies/*.yaml]", with: "include: []")
        .replacing("provider: rechenzentrum, consumers: [lk-muster]", with: "provider: lk-muster, consumers: []")
    let (fleet, warnings) = try FleetFile.load(text: text, file: "fleet.yaml", today: today)
    #expect(warnings.isEmpty)
    #expect(fleet.exceptions.count == 1 && fleet.sharedServices.count == 1)
    #expect(fleet.bodies.first?.exclusions.count == 1 && fleet.bodies.first?.ags == "01234")
    #expect(fleet.defaults.severities.count == 1 && fleet.defaults.packs.count == 6)
    #expect(fleet.defaults.window != nil && fleet.cooperation.dns.resolvers.count == 1)
}

@Test func `the example fleet is valid, without a warning`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("example-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in FleetTemplate.files(example: true, today: today) {
        let path = folder.appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: path)
    }
    let (fleet, warnings) = try FleetFile.load(at: folder.appendingPathComponent("fleet.yaml").path, today: today)
    #expect(warnings.isEmpty)
    #expect(fleet.bodies.count { $0.kind == .county } == 4)
    #expect(fleet.bodies.count == 6)
}
