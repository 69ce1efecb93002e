import Foundation
import ProcessTesting

/// A real server from Debian's packages, in a folder of its own on loopback, for the length of one test.
final class ServerProcess {
    let folder: URL
    private let child: Child

    /// Writes the files, runs the commands that prepare them, starts the server and waits until it listens.
    init(
        files: [String: String], prepare: [[String]] = [], start command: (URL) -> [String], listeningOn ports: [UInt16]
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lagebild-\(UUID().uuidString)")
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let filled = text.replacing("FOLDER", with: folder.path)
            try filled.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        for words in prepare {
            try await Child.run("/usr/bin/env", words.map { $0.replacing("FOLDER", with: folder.path) }, in: folder)
        }
        let child = try Child.server("/usr/bin/env", command(folder), in: folder)
        self.child = child
        for port in ports { _ = try await child.until { connects(to: port) ? true : nil } }
    }

    func stop() {
        child.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    static func freePort() throws -> UInt16 { try ProcessTesting.freePort() }
}

/// Which of Debian's servers are installed here.
enum Installed {
    static func has(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
}
