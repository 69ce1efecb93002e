import Foundation
import Glibc

/// A real server from Debian's packages, in a folder of its own on loopback, for the length of one test.
///
/// A watcher ends the server as soon as the test's end of a pipe closes, so a test that fails, traps or is killed
/// leaves no server behind.
final class ServerProcess {
    struct Failure: Error { let text: String }

    let folder: URL
    private let process = Process()
    private let lifeline = Pipe()

    /// Writes the files, runs the commands that prepare them, starts the server and waits until it listens.
    init(
        files: [String: String], prepare: [[String]] = [], start command: (URL) -> [String], listeningOn ports: [UInt16]
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let filled = text.replacing("FOLDER", with: folder.path)
            try filled.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        for words in prepare { try run(words) }
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            ["-c", "exec 3<&0 </dev/null; (read -r line <&3; kill $$) & exec \"$@\" 3<&-", "sh"]
            + command(folder)
        process.standardInput = lifeline
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try log()
        try Self.withoutBlockedSignals { try process.run() }
        for port in ports { try await untilListening(port) }
    }

    func stop() {
        lifeline.fileHandleForWriting.closeFile()
        if process.processIdentifier > 0 { process.waitUntilExit() }
        try? FileManager.default.removeItem(at: folder)
    }

    /// A port of 127.0.0.1 that was free a moment ago.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw Failure(text: "no free port") }
        return UInt16(bigEndian: address.sin_port)
    }

    private func untilListening(_ port: UInt16) async throws {
        for _ in 0..<1_000 {
            if Self.connects(to: port) { return }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        let said = (try? String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8)) ?? ""
        stop()
        throw Failure(text: "nothing listens on port \(port): \(said)")
    }

    private func run(_ words: [String]) throws {
        let command = Process()
        command.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        command.arguments = words.map { $0.replacing("FOLDER", with: folder.path) }
        command.standardOutput = FileHandle.nullDevice
        command.standardError = try log()
        try Self.withoutBlockedSignals { try command.run() }
        command.waitUntilExit()
        guard command.terminationStatus == 0 else { throw Failure(text: words.joined(separator: " ")) }
    }

    /// Swift tasks run on threads with nearly all signals blocked; a server that inherits that cannot be ended.
    private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try body()
    }

    private func log() throws -> FileHandle {
        let url = folder.appendingPathComponent("log")
        if !FileManager.default.fileExists(atPath: url.path) { try Data().write(to: url) }
        let handle = try FileHandle(forWritingTo: url)
        handle.seekToEndOfFile()
        return handle
    }

    private static func connects(to port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}

/// Which of Debian's servers are installed here.
enum Installed {
    static func has(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
}
