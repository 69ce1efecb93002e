import Documents
import Foundation
import Model
import Testing

private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

@Test func `the kept JSON Schema is the one the code generates`() throws {
    let kept = project.appendingPathComponent("schemas/fleet.schema.json")
    let generated = FleetFile.jsonSchema().text(.pretty) + "\n"
    if ProcessInfo.processInfo.environment["LAGEBILD_REWRITE_GOLDEN"] == "1" {
        try Data(generated.utf8).write(to: kept)
    }
    let text = try String(contentsOf: kept, encoding: .utf8)
    #expect(text == generated, "rewrite it with LAGEBILD_REWRITE_GOLDEN=1 and read the difference")
}

@Test func `the JSON Schema names every key with its sentence`() throws {
    let schema = FleetFile.jsonSchema()
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] == false)
    let body = try #require(schema["properties"]?["bodies"]?["items"])
    #expect(body["properties"]?["ags"]?["pattern"]?.text == "^([0-9]{5}|[0-9]{8})$")
    #expect(body["properties"]?["ags"]?["description"]?.text == "official municipality key, in quotes")
    #expect(body["required"]?.items?.compactMap(\.text) == ["id", "name", "type", "owner", "authorisation"])
}

@Test func `every example fleet of the project is valid`() throws {
    let examples = project.appendingPathComponent("examples")
    for name in try FileManager.default.contentsOfDirectory(atPath: examples.path) where !name.hasPrefix(".") {
        let file = examples.appendingPathComponent("\(name)/fleet.yaml").path
        guard FileManager.default.fileExists(atPath: file) else { continue }
        let (fleet, _) = try FleetFile.load(at: file, today: today)
        #expect(!fleet.bodies.isEmpty)
    }
}
