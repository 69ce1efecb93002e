import Documents
import Foundation
import Imports
import ProcessTesting
import TLSTesting

/// Has real programs write files into a folder that goes with the test.
final class Workshop {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "imports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }

    func python(_ arguments: String...) async throws -> String {
        try await Child.run(try Python.interpreter(), arguments, in: folder)
    }

    /// A script of the folder `Producers`.
    func produce(_ script: String, _ arguments: String...) async throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Producers/\(script)").path
        try await Child.run(try Python.interpreter(), [path] + arguments, in: folder)
    }

    func shell(_ command: String) async throws { try await Child.run("/bin/bash", ["-c", command], in: folder) }
}

/// A good file made worse.
enum Breakage {
    static func truncated(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(bytes.count * 3 / 5)) }

    static func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == UInt8(ascii: "\n") } + 1 }

    /// The line of a word where it first stands; 0 where it does not.
    static func line(of word: String, in bytes: [UInt8]) -> Int {
        bytes.firstRange(of: Array(word.utf8)).map { lines(Array(bytes[..<$0.lowerBound])) } ?? 0
    }

    /// A byte that is neither UTF-8 nor white space, in the middle of a word.
    static func misencoded(_ bytes: [UInt8], at word: String) -> [UInt8] { replacing(word, with: [0xFF, 0xFE], bytes) }

    static func giant(_ bytes: [UInt8], at word: String) -> [UInt8] {
        replacing(word, with: [UInt8](repeating: 0x78, count: 100_000), bytes)
    }

    static func replacing(_ word: String, with other: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        guard let range = bytes.firstRange(of: Array(word.utf8)) else { return bytes }
        return Array(bytes[..<range.lowerBound]) + other + Array(bytes[range.upperBound...])
    }

    static func replacing(_ word: String, with other: String, _ bytes: [UInt8]) -> [UInt8] {
        replacing(word, with: Array(other.utf8), bytes)
    }
}
