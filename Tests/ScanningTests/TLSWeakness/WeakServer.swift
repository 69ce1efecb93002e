import Foundation
import Model
import ProcessTesting
import TLSTesting
import Transport

@testable import Scanning

/// One of the Python servers beside this file; it imitates a flaw as often as it is told to, and then no more.
struct WeakServer {
    let port: UInt16
    private let child: Child

    /// `times` for "always".
    static let always = 1_000

    static func tls(_ flaw: String, times: Int = always, _ issued: Workshop.Issued) async throws -> WeakServer {
        try await WeakServer("weak_tls.py", [issued.certificate, issued.key, flaw, "\(times)"])
    }

    static func startTLS(_ protocol: String, _ manner: String, times: Int = always, _ issued: Workshop.Issued)
        async throws -> WeakServer
    {
        try await WeakServer("weak_starttls.py", [issued.certificate, issued.key, `protocol`, manner, "\(times)"])
    }

    private init(_ script: String, _ arguments: [String]) async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Servers")
        let child = try Child.server(
            try Python.interpreter(), [folder.appendingPathComponent(script).path] + arguments,
            in: FileManager.default.temporaryDirectory)
        self.child = child
        port = try await child.until {
            child.said.split(separator: "\n").first { $0.hasPrefix("ACCEPT ") }?
                .split(separator: ":").last.flatMap { UInt16($0) }
        }
    }

    func stop() { child.stop() }
}

/// What an inquiry on loopback heard, and how many connections it took.
struct Heard: Sendable, Equatable {
    let answer: WeaknessAnswer
    let connections: Int
}

func ask(
    _ test: some WeaknessTest, at port: UInt16, service: Service = .https, name: String = "www.example"
) async throws -> Heard {
    let endpoint = Endpoint(
        body: "a", address: IPAddress("127.0.0.1"), port: port, serverName: name, service: service)
    return try await onLoopback { dialer in
        let counter = CountingDialer(dialer)
        let inquiry = WeaknessInquiry(entrance: TLSEntrance(endpoint: endpoint, dialer: counter))
        return Heard(answer: try await inquiry.hold(test).answer, connections: counter.connections)
    }
}

/// `weakness: answer (detail)` for every row of the whole probe.
func everything(at port: UInt16, service: Service = .https) async throws -> [String] {
    let endpoint = Endpoint(
        body: "a", address: IPAddress("127.0.0.1"), port: port, serverName: "www.example", service: service)
    return try await onLoopback { dialer in
        try await TLSWeaknessProbe().observe(endpoint, using: dialer)[TLSWeaknessFact.self]
            .map { "\($0.weakness): \($0.answer) (\($0.detail))" }.sorted()
    }
}
