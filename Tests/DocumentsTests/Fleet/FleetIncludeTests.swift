import Documents
import Foundation
import Model
import Testing

/// A folder with the small fleet and further files, removed afterwards.
private func withFleet(
    including patterns: String, files: [String: String], links: [String: String] = [:],
    _ check: (String) throws -> Void
) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fleet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let main = smallFleet.replacing("kind: Fleet\n", with: "kind: Fleet\ninclude: [\(patterns)]\n")
    for (name, text) in files.merging(["fleet.yaml": main], uniquingKeysWith: { $1 }) {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    for (name, target) in links {
        try FileManager.default.createSymbolicLink(
            atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
    }
    try check(folder.path)
}

private func body(_ id: String, _ more: String = "") -> String {
    "- {id: \(id), name: \(id), type: county, owner: it, authorisation: FRG-1\(more)}\n"
}

@Test func `included bodies follow the file's own, by file name`() throws {
    let files = ["b/2.yaml": body("two"), "b/1.yaml": "bodies:\n" + body("one"), "b/x.txt": "no YAML: at: all"]
    try withFleet(including: "b/*.yaml", files: files) { folder in
        let fleet = try FleetFile.load(at: folder + "/fleet.yaml", today: today).fleet
        #expect(fleet.bodies.map(\.id) == ["nord", "sued", "one", "two"])
    }
}

@Test func `a fault in an included file names that file`() throws {
    try withFleet(including: "b/*.yaml", files: ["b/1.yaml": body("one", ", ownr: it")]) { folder in
        let error = #expect(throws: FleetFileError.self) {
            try FleetFile.load(at: folder + "/fleet.yaml", today: today)
        }
        #expect(
            error?.errors.first?.description
                == "\(folder)/b/1.yaml:1:71: error: unknown key 'ownr'\nhint: did you mean 'owner'?")
    }
}

@Test func `networks of bodies in different files must not overlap`() throws {
    let files = ["1.yaml": body("one", ", networks: [{cidr: 192.0.2.64/26}]")]
    try withFleet(including: "1.yaml", files: files) { folder in
        let error = #expect(throws: FleetFileError.self) {
            try FleetFile.load(at: folder + "/fleet.yaml", today: today)
        }
        #expect(error?.errors.first?.message == "network 192.0.2.64/26 overlaps 192.0.2.0/24 of 'nord'")
        #expect(error?.errors.first?.file == "\(folder)/1.yaml")
        #expect(error?.errors.first?.hint?.contains("\(folder)/fleet.yaml:23:23") == true)
    }
}

@Test func `a link out of the folder is not followed`() throws {
    try withFleet(including: "link.yaml", files: [:], links: ["link.yaml": "/etc/passwd"]) { folder in
        let error = #expect(throws: FleetFileError.self) {
            try FleetFile.load(at: folder + "/fleet.yaml", today: today)
        }
        #expect(error?.errors.first?.message == "'link.yaml' lies outside the fleet file's folder")
    }
}

@Test func `a pattern without files is a warning`() throws {
    try withFleet(including: "b/*.yaml", files: [:]) { folder in
        let warnings = try FleetFile.load(at: folder + "/fleet.yaml", today: today).warnings
        #expect(warnings.map(\.message) == ["no file matches 'b/*.yaml'"])
    }
}

@Test func `a file that is not UTF-8 is refused with its line`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("fleet-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Array("a: b\nc: ".utf8) + [0xFF, 0x0A]).write(to: file)
    let error = #expect(throws: FleetFileError.self) { try FleetFile.load(at: file.path, today: today) }
    #expect(
        error?.errors.map(\.description) == ["\(file.path):2:1: error: the file is not UTF-8\nhint: save it as UTF-8"])
}

@Test func `a device is not read as a fleet`() {
    let error = #expect(throws: FleetFileError.self) { try FleetFile.load(at: "/dev/zero", today: today) }
    #expect(error?.errors.first?.message == "this is not a regular file")
}
