import Foundation
import ProcessTesting

/// A shell dialogue kept as a file: `$ command`, what it prints (both streams in order), and `[status]` unless 0.
struct Transcript {
    struct Step {
        let command: String
        var expected: [String] = []
        var status: Int32 = 0
    }

    let steps: [Step]

    init(_ text: String) {
        var steps: [Step] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("# ") { continue }
            if line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
            } else if let last = steps.indices.last {
                if let status = Transcript.status(line) {
                    steps[last].status = status
                } else {
                    steps[last].expected.append(line)
                }
            }
        }
        self.steps = steps.map { step in
            var step = step
            while step.expected.last?.isEmpty == true { step.expected.removeLast() }
            return step
        }
    }

    private static func status(_ line: String) -> Int32? {
        guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
        return Int32(line.dropFirst().dropLast())
    }
}

/// Runs commands in an empty folder, `lagebild` being the program just built.
struct Shell {
    let folder: URL
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func run(_ command: String) throws -> (lines: [String], status: Int32) {
        let variables = [
            "PATH": root.appending(path: ".build/debug").path + ":/usr/bin:/bin", "HOME": folder.path,
            "LANG": "C.UTF-8",
            "LAGEBILD_RULES": root.appending(path: "rules").path,
        ]
        let ending = try Child.start("/bin/bash", ["-c", "exec 2>&1; \(command)"], in: folder, environment: variables)
            .endingNow()
        var lines = ending.output.replacing(folder.path, with: "FOLDER").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return (lines, ending.status)
    }
}
