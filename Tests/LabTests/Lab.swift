import Foundation
import ProcessTesting
import Testing

/// The example cooperation with its real servers, and a store of its own.
struct Lab {
    let database: String
    private let fleet: String

    init(named name: String, fleet: String = Project.fleet) throws {
        self.fleet = fleet
        let folder = Project.root.appending(path: "examples/emh/run/tests")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = folder.appending(path: "\(name).db").path
        for suffix in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: database + suffix) }
    }

    /// The lab's fleet with limits so low that a scan takes long enough to be killed.
    static func slowFleet() throws -> String {
        let text = try String(contentsOfFile: Project.fleet, encoding: .utf8)
        let rate = try #require(text.firstMatch(of: /rate: \{[^}]*\}/))
        let slow = text.replacing(
            rate.0, with: "rate: {per_address: 5/s, per_address_at_once: 1, total: 30/s, at_once: 8}"
        )
        .replacing(": run/", with: ": ").replacing("[run/", with: "[")
        let path = Project.root.appending(path: "examples/emh/run/slow.yaml").path
        try slow.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    static func start() async throws {
        let answer = try await run(Project.lab, ["start"])
        try #require(answer.status == 0, "the lab did not start: \(answer.output)\(answer.errors)")
    }

    static func stop() async throws {
        let answer = try await run(Project.lab, ["stop"])
        #expect(answer.status == 0, "the lab did not stop: \(answer.output)\(answer.errors)")
    }

    func scan(_ extra: String..., beforeWaiting: (Child) async throws -> Void = { _ in }) async throws -> Child.Ending {
        try await run(
            Project.program, ["scan", "--min-coverage", "0"] + where_ + extra, beforeWaiting: beforeWaiting)
    }

    func ask(_ command: String..., status: Int32 = 0) async throws -> Child.Ending {
        let answer = try await run(Project.program, command + where_)
        #expect(answer.status == status, "\(command): \(answer.errors)")
        return answer
    }

    /// The rows of a query, each as one line of comma-separated text.
    func rows(_ sql: String) async throws -> [String] {
        try await ask("query", sql, "--format", "csv", "--max-rows", "100000").output
            .split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }

    /// Answers stored so far; 0 while there is no store yet.
    func storedMeasurements() async throws -> Int {
        let sql = "SELECT count(*) FROM observation WHERE outcome = 'answered'"
        let answer = try await run(Project.program, ["query", sql, "--format", "csv"] + where_)
        return answer.status == 0 ? answer.output.split(whereSeparator: \.isNewline).last.flatMap { Int($0) } ?? 0 : 0
    }

    private var where_: [String] { ["--config", fleet, "--db", database] }
}

/// A hand-written list of the lab: its columns, comments and heading left out.
func expectation(_ file: String, columns: Int) throws -> Set<String> {
    let path = Project.root.appending(path: "examples/emh/\(file)")
    let lines = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    return Set(
        lines.dropFirst().filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).prefix(columns).joined(separator: ",")
        })
}
