import Foundation
import Glibc

/// A program started by a test: in a session of its own, with no signal blocked and no file inherited.
///
/// Foundation's `Process` hands its children the signal mask of a pool thread and every open file, and waits at full
/// speed while a grandchild lives; servers started by a test must not live by that.
package struct Child: Sendable {
    package let pid: pid_t
    private let output: URL
    private let errors: URL

    package struct CannotStart: Error {
        package let program: String
        package let reason: String
    }

    /// How it ended: its status, or 128 and the signal's number.
    package struct Ending: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    package static func start(
        _ program: String, _ arguments: [String], in folder: URL, environment: [String: String]? = nil
    ) throws -> Child {
        let name = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
        let (output, errors) = (name.appendingPathExtension("out"), name.appendingPathExtension("err"))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = cleanAttributes()
        defer { posix_spawnattr_destroy(&attributes) }

        let variables = (environment ?? ProcessInfo.processInfo.environment).map { "\($0.key)=\($0.value)" }
        var pid = pid_t()
        let code = withStrings(["bash", "-c", prelude, folder.path, program] + arguments) { argv in
            withStrings(variables) { envp in posix_spawn(&pid, "/bin/bash", &actions, &attributes, argv, envp) }
        }
        guard code == 0 else { throw CannotStart(program: program, reason: String(cString: strerror(code))) }
        return Child(pid: pid, output: output, errors: errors)
    }

    /// In the child itself, where no other thread opens a file meanwhile: closes everything, changes the folder.
    private static let prelude = """
        for file in /proc/$$/fd/*; do file=${file##*/}; [ "$file" -gt 2 ] && eval "exec $file>&-"; done
        cd "$0" && exec "$@"
        """

    /// A server: it ends by itself after a quarter of an hour, also when the test process is gone.
    package static func server(_ program: String, _ arguments: [String], in folder: URL) throws -> Child {
        try start("/usr/bin/timeout", ["--kill-after=1", "900", program] + arguments, in: folder)
    }

    /// Runs a command to its end and gives what it printed; throws unless it ended with 0.
    @discardableResult
    package static func run(_ program: String, _ arguments: [String], in folder: URL) async throws -> String {
        let ending = try await start(program, arguments, in: folder).ending()
        guard ending.status == 0 else { throw CannotStart(program: program, reason: ending.output + ending.errors) }
        return ending.output
    }

    package var isRunning: Bool {
        let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        return stat.split(separator: ")").last.map { !$0.hasPrefix(" Z") } ?? false
    }

    /// What it printed so far, both streams.
    package var said: String {
        [output, errors].map { String(decoding: (try? Data(contentsOf: $0)) ?? Data(), as: UTF8.self) }.joined()
    }

    package func end(with signal: Int32) { kill(pid, signal) }

    /// Ends it and everything it started, and waits for it on this thread; short, because nothing can refuse.
    package func stop() {
        kill(-pid, SIGKILL)
        _ = endingNow()
    }

    /// Looks every ten milliseconds, for ten seconds at most, until `ready` says so; else it is stopped.
    package func until<Answer>(_ ready: () -> Answer?) async throws -> Answer {
        for _ in 0..<1_000 {
            if let answer = ready() { return answer }
            guard isRunning else { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        let words = said
        stop()
        throw CannotStart(program: "server", reason: words)
    }

    /// Waits on a thread of its own, so that no pool thread is held.
    package func ending() async -> Ending {
        let status = await withCheckedContinuation { (done: CheckedContinuation<Int32, Never>) in
            Thread.detachNewThread { done.resume(returning: waited()) }
        }
        return ending(status)
    }

    /// The same for callers that may block.
    package func endingNow() -> Ending { ending(waited()) }

    private func waited() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }

    private func ending(_ status: Int32) -> Ending {
        let texts = [output, errors].map { file in
            defer { try? FileManager.default.removeItem(at: file) }
            return String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
        }
        return Ending(status: status, output: texts[0], errors: texts[1])
    }

    /// POSIX_SPAWN_SETSID; glibc shows its name only to GNU sources.
    private static let newSession: Int16 = 0x80

    private static func cleanAttributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | newSession)
        return attributes
    }

    private static func withStrings<Answer>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Answer
    ) -> Answer {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("an array with its nil is not empty") }
            return body(start)
        }
    }
}
