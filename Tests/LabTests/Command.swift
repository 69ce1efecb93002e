import Foundation

/// The project's folder and the program as a person would start it.
enum Project {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let program = root.appending(path: ".build/debug/lagebild").path
    static let fleet = root.appending(path: "examples/emh/fleet.yaml").path
    static let lab = root.appending(path: "examples/emh/lab").path
}

/// What a command printed and how it ended.
struct Answer {
    let status: Int32
    let output: String
    let errors: String

    var json: Any? { try? JSONSerialization.jsonObject(with: Data(output.utf8)) }
}

/// Runs a command to its end. Output goes through files, so that much of it cannot block.
func run(_ command: String, _ arguments: [String], beforeWaiting: (Process) async throws -> Void = { _ in })
    async throws
    -> Answer
{
    let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["out", "err"].map { name in
        let file = folder.appending(path: name)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = arguments
    process.currentDirectoryURL = Project.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    try await beforeWaiting(process)
    await withCheckedContinuation { done in
        DispatchQueue.global().async {
            process.waitUntilExit()
            done.resume()
        }
    }
    return Answer(
        status: process.terminationStatus,
        output: try String(contentsOf: folder.appending(path: "out"), encoding: .utf8),
        errors: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
}
