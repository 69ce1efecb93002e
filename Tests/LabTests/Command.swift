import Foundation
import ProcessTesting

/// The project's folder and the program as a person would start it.
enum Project {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let program = root.appending(path: ".build/debug/lagebild").path
    static let fleet = root.appending(path: "examples/emh/fleet.yaml").path
    static let lab = root.appending(path: "examples/emh/lab").path
}

/// Runs a command to its end.
func run(_ command: String, _ arguments: [String], beforeWaiting: (Child) async throws -> Void = { _ in }) async throws
    -> Child.Ending
{
    let child = try Child.start(command, arguments, in: Project.root)
    try await beforeWaiting(child)
    return await child.ending()
}
