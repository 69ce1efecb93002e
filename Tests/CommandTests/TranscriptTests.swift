import Foundation
import Testing

private let transcripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

private func names() -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: transcripts.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
}

@Test(arguments: names())
func `the program answers as its transcript says`(name: String) throws {
    let file = transcripts.appending(path: name)
    let transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    let shell = try Shell()
    defer { shell.remove() }
    #expect(!transcript.steps.isEmpty)
    for step in transcript.steps {
        let answer = try shell.run(step.command)
        #expect(answer.lines == step.expected, "\(name): $ \(step.command)")
        #expect(answer.status == step.status, "\(name): $ \(step.command)")
    }
}

@Test(arguments: [
    [], ["init"], ["validate"], ["plan"], ["scan"], ["check"], ["findings"], ["findings", "list"],
    ["findings", "show"],
    ["findings", "explain"], ["findings", "exceptions"], ["diff"], ["import"], ["import", "file"], ["import", "list"],
    ["import", "undo"], ["import", "renormalise"], ["report"], ["query"], ["schema"], ["rules"],
    ["rules", "list"],
    ["rules", "show"],
    ["rules", "test"], ["rules", "judge"], ["rules", "evidence"], ["processes"],
    ["processes", "compare"], ["processes", "show"], ["processes", "chains"], ["services"], ["services", "list"],
    ["services", "compare"],
    ["software"], ["software", "list"], ["software", "compare"],
    ["software", "distance"], ["software", "adopt"], ["software", "contracts"], ["software", "what-if"],
    ["software", "worklists"], ["software", "depends"],
])
func `every command has help with an example and its exit statuses that fits 80 columns`(command: [String]) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let answer = try shell.run((["lagebild"] + command + ["--help"]).joined(separator: " "))
    #expect(answer.status == 0)
    #expect(answer.lines.contains { $0.contains("EXAMPLES") }, "\(command)")
    #expect(answer.lines.contains { $0.contains("EXIT STATUSES") }, "\(command)")
    #expect(answer.lines.filter { $0.count > 80 } == [], "\(command)")
}
