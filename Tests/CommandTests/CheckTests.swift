import Foundation
import ProcessTesting
import TLSTesting
import Testing

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A server with a certificate of its own, and the program asking it.
private struct Scene {
    let workshop: Workshop
    let server: RealServer
    let shell: Shell

    init(_ arguments: [String]) async throws {
        workshop = try Workshop()
        let issued = try await workshop.issue("www.example.org", names: ["DNS:www.example.org", "IP:127.0.0.1"])
        server = try await RealServer.openssl(issued, arguments)
        shell = try Shell()
    }

    func check(_ options: String) throws -> (lines: [String], status: Int32) {
        try shell.run("lagebild check 127.0.0.1:\(server.port) --service tls --authorised --lang en \(options)")
    }

    func end() {
        server.stop()
        shell.remove()
    }
}

@Test func `check shows versions, certificate and what to do, in 80 columns and without colour`() async throws {
    let scene = try await Scene(["-tls1_2"])
    defer { scene.end() }
    let (lines, status) = try scene.check("")
    #expect(status == 0)
    #expect(lines.first == "127.0.0.1:\(scene.server.port)  tls")
    #expect(lines.contains("  accepted          TLSv1.2"))
    #expect(lines.contains("  name matches      yes"))
    #expect(lines.contains("WHAT TO DO"))
    #expect(lines.contains { $0.contains(" conforms · ") })
    #expect(!lines.contains { $0.contains("\u{1B}") })
    // Commands to copy are the only lines that may be longer.
    #expect(lines.filter { $0.count > 80 && !$0.hasPrefix("  $ ") } == [])
}

@Test func `check's JSON fits its schema, and an unchanged server compares as equal`() async throws {
    let scene = try await Scene([])
    defer { scene.end() }
    #expect(try scene.check("--format json > before.json").status == 0)
    let validated = try scene.shell.run(
        "\(root.path)/.build/python/bin/python -c 'import json, jsonschema, sys; "
            + "jsonschema.validate(json.load(open(\"before.json\")), json.load(open(sys.argv[1])))' "
            + "\(root.path)/schemas/check.schema.json")
    #expect(validated.status == 0, "\(validated.lines.suffix(12))")
    let same = try scene.check("--compare before.json --exit-code")
    #expect(same.status == 0)
    #expect(same.lines.suffix(1) == ["  Nothing changed."])
}

@Test func `a change is shown and is a status where asked for`() async throws {
    let scene = try await Scene([])
    defer { scene.end() }
    #expect(try scene.check("--format json | sed 's/\"TLSv1.3\"/\"TLSv1.4\"/' > before.json").status == 0)
    let changed = try scene.check("--compare before.json --exit-code")
    #expect(changed.status == 1)
    #expect(changed.lines.contains { $0.hasPrefix("  + tls_protocol: protocol TLSv1.3, answer accepted") })
}

@Test func `--fail-on makes a deviation a status, --pack chooses the rules, colour is asked for`() async throws {
    let scene = try await Scene([])
    defer { scene.end() }
    #expect(try scene.check("--fail-on high").status == 1)
    #expect(try scene.check("--pack web --fail-on info").status == 0)
    #expect(try scene.check("--color always").lines.contains { $0.contains("\u{1B}[1m") })
}
