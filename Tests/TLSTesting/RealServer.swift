import Foundation

/// A server program on loopback; it ends with the test, and after a minute even when the test process died.
package final class RealServer: @unchecked Sendable {
    // `@unchecked Sendable`: `process` is only told to end, once, in `stop`.
    package let port: UInt16
    private let process: Process

    /// `openssl s_server` on a port the system chooses.
    package static func openssl(_ issued: Workshop.Issued, _ arguments: [String] = []) async throws -> RealServer {
        let options = ["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", issued.certificate, "-key", issued.key]
        return try await offThePool {
            try RealServer("openssl", options + arguments) { line in
                guard line.hasPrefix("ACCEPT ") else { return nil }
                return line.split(separator: ":").last.flatMap { UInt16($0) }
            }
        }
    }

    /// nginx with one `server` block; `block` follows after `listen`.
    package static func nginx(in workshop: Workshop, _ block: String) async throws -> RealServer {
        let port = try freePort()
        let file = try workshop.write(
            "nginx-\(port).conf",
            """
            daemon off; master_process off; pid \(workshop.folder)/nginx-\(port).pid; error_log stderr notice;
            events {}
            http {
                access_log off; client_body_temp_path \(workshop.folder)/body;
                proxy_temp_path \(workshop.folder)/proxy; fastcgi_temp_path \(workshop.folder)/fastcgi;
                uwsgi_temp_path \(workshop.folder)/uwsgi; scgi_temp_path \(workshop.folder)/scgi;
                server { listen 127.0.0.1:\(port) ssl http2; \(block) }
            }
            """)
        return try await offThePool {
            try RealServer("nginx", ["-e", "stderr", "-c", file]) { line in
                line.contains("using the \"") ? port : nil
            }
        }
    }

    /// `ready` is given each line of output until it knows the port.
    private init(_ program: String, _ arguments: [String], ready: (String) -> UInt16?) throws {
        process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = ["60", program] + arguments
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try Self.start(process)
        var said = ""
        while true {
            let part = output.fileHandleForReading.availableData
            guard !part.isEmpty else {
                process.waitUntilExit()
                throw Failure(program: program, said: said)
            }
            said += String(decoding: part, as: UTF8.self)
            if let port = said.split(separator: "\n").compactMap({ ready(String($0)) }).first {
                self.port = port
                return
            }
        }
    }

    package func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Threads of a pool block all signals, a child inherits that, and then nothing but SIGKILL would end it.
    private static func start(_ process: Process) throws {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    package struct Failure: Error {
        let program: String
        let said: String
    }

    /// A port nobody listens on at this moment.
    private static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard status else { throw Failure(program: "bind", said: "no free port") }
        return UInt16(bigEndian: address.sin_port)
    }
}
