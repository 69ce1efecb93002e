import Foundation
import Model
import ProcessTesting

/// A server program on loopback; it ends with the test, and after a quarter of an hour even when the test process died.
package final class RealServer: Sendable {
    /// The only port, or the first.
    package let port: UInt16
    /// Where it speaks what; empty for servers of one port.
    private let ports: [Service: UInt16]
    private let child: Child

    /// `openssl s_server` on a port the system chooses.
    package static func openssl(_ issued: Workshop.Issued, _ arguments: [String] = []) async throws -> RealServer {
        let options = ["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", issued.certificate, "-key", issued.key]
        return try await RealServer("/usr/bin/openssl", options + arguments) { line in
            guard line.hasPrefix("ACCEPT ") else { return nil }
            return line.split(separator: ":").last.flatMap { UInt16($0) }
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
        return try await RealServer("/usr/sbin/nginx", ["-e", "stderr", "-c", file]) { line in
            line.contains("using the \"") ? port : nil
        }
    }

    /// `ready` is given each line of output until it knows the port.
    package init(_ program: String, _ arguments: [String], ready: (String) -> UInt16?) async throws {
        let child = try Child.server(program, arguments, in: FileManager.default.temporaryDirectory)
        self.child = child
        ports = [:]
        port = try await child.until { child.said.split(separator: "\n").compactMap { ready(String($0)) }.first }
    }

    /// It is ready when every port takes a connection.
    init(_ program: String, _ arguments: [String], ports: [(Service, UInt16)], in folder: String) async throws {
        guard let first = ports.first else { throw NoSuchPort(wanted: "any") }
        let child = try Child.server(program, arguments, in: URL(fileURLWithPath: folder))
        self.child = child
        port = first.1
        self.ports = Dictionary(ports, uniquingKeysWith: { first, _ in first })
        for (_, port) in ports { _ = try await child.until { connects(to: port) ? true : nil } }
    }

    /// It does not speak what was asked for.
    package struct NoSuchPort: Error { let wanted: String }

    package func port(of service: Service) throws -> UInt16 {
        guard let port = ports[service] else {
            throw NoSuchPort(wanted: service.rawValue)
        }
        return port
    }

    /// Everything it printed so far.
    package var said: String { child.said }

    package func stop() { child.stop() }
}
