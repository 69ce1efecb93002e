import Foundation
import Glibc
import Testing

@testable import Transport

/// A real nsd on loopback with a signed parent zone and children of every kind, made for the tests by ldns.
///
/// `example` is the trust anchor; `signed.example` is secure, `plain.example` an unsigned delegation,
/// `broken.example` signed with another key than its parent says.
struct NameServer: Sendable {
    struct Failure: Error {
        let what: String
    }

    @TaskLocal static var current: NameServer?

    let port: UInt16
    /// The key of `example`, as a trust anchor file.
    let anchor: String
    /// A key nobody signs with.
    let wrongAnchor: String

    var settings: ResolverSettings { ResolverSettings(servers: ["127.0.0.1@\(port)"], trustAnchor: anchor) }

    /// Runs a body with a server that ends with it.
    static func during(_ body: @Sendable () async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try make(in: folder)
        let (process, lifeline) = try start(in: folder)
        defer {
            lifeline.fileHandleForWriting.closeFile()
            process.waitUntilExit()
        }
        try await $current.withValue(server, operation: body)
    }
}

extension NameServer {
    private static func make(in folder: URL) throws -> NameServer {
        let parent = try key(for: "example", in: folder)
        let signed = try key(for: "signed.example", in: folder)
        let broken = try key(for: "broken.example", in: folder)
        let other = try key(for: "broken.example", in: folder)
        let stray = try key(for: "example", in: folder)
        let delegations = try ["\(signed).ds", "\(other).ds"].map { try text($0, in: folder) }.joined()
        let children = ["signed", "plain", "broken"].map { "\($0).example. NS ns.example.\n" }.joined()
        try write(zone: "example", "ns.example. A 127.0.0.1\n\(children)\(delegations)", in: folder)
        for zone in ["signed.example", "plain.example", "broken.example"] {
            try write(zone: zone, records, in: folder)
        }
        for (zone, key) in [("example", parent), ("signed.example", signed), ("broken.example", broken)] {
            try run("ldns-signzone", ["-n", "-f", zone, "\(zone).zone", key], in: folder)
        }
        try FileManager.default.moveItem(
            at: folder.appendingPathComponent("plain.example.zone"), to: folder.appendingPathComponent("plain.example"))
        let port = try freePort()
        try configuration(port: port).write(
            to: folder.appendingPathComponent("nsd.conf"), atomically: true, encoding: .utf8)
        return NameServer(
            port: port, anchor: folder.appendingPathComponent("\(parent).key").path,
            wrongAnchor: folder.appendingPathComponent("\(stray).key").path)
    }

    private static let records = """
        www A 192.0.2.1
        www A 192.0.2.2
        alias CNAME www
        @ MX 10 mail
        @ TXT "v=spf1 -all"

        """

    private static func write(zone: String, _ records: String, in folder: URL) throws {
        let head = """
            $ORIGIN \(zone).
            $TTL 60
            @ SOA ns.example. hostmaster.example. 1 3600 900 86400 60
            @ NS ns.example.

            """
        try (head + records).write(
            to: folder.appendingPathComponent("\(zone).zone"), atomically: true, encoding: .utf8)
    }

    private static func configuration(port: UInt16) -> String {
        let server = """
            server:
                ip-address: 127.0.0.1@\(port)
                server-count: 1
                username: ""
                chroot: ""
                zonesdir: "."
                pidfile: ""
                database: ""
                xfrdfile: "xfrd.state"
                xfrdir: "."
                zonelistfile: "zone.list"
                rrl-ratelimit: 0
            remote-control:
                control-enable: no

            """
        let zones = ["example", "signed.example", "plain.example", "broken.example"]
        return server + zones.map { "zone:\n    name: \"\($0)\"\n    zonefile: \"\($0)\"\n" }.joined()
    }

    private static func key(for zone: String, in folder: URL) throws -> String {
        try run("ldns-keygen", ["-a", "ECDSAP256SHA256", "-k", zone], in: folder)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func text(_ file: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }

    /// A port nobody has for UDP; nsd takes it for TCP too.
    private static func freePort() throws -> UInt16 {
        let (descriptor, port) = try deafPort()
        Glibc.close(descriptor)
        return port
    }

    /// A bound UDP socket that nobody reads: a name server that never answers.
    static func deafPort() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard status else { throw Failure(what: "no free port") }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    @discardableResult
    private static func run(_ tool: String, _ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(what: tool) }
        return String(decoding: data, as: UTF8.self)
    }

    /// nsd ends when the pipe to it does, so also when the test process is killed.
    private static func start(in folder: URL) throws -> (Process, Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The threads of a test block SIGTERM and their children inherit that: only SIGKILL, to the whole group, helps.
        process.arguments = [
            "-c", "PATH=$PATH:/usr/sbin; setsid nsd -d -c nsd.conf & cat >/dev/null; kill -s KILL -- -$!",
        ]
        process.currentDirectoryURL = folder
        let lifeline = Pipe()
        // The shell must not hold the other end of its own lifeline.
        guard fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC) == 0 else {
            throw Failure(what: "fcntl")
        }
        let log = Pipe()
        process.standardInput = lifeline
        process.standardOutput = log
        process.standardError = log
        try process.run()
        var said = ""
        while !said.contains("nsd started") {
            let more = log.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Failure(what: "nsd: \(said)") }
            said += String(decoding: more, as: UTF8.self)
        }
        return (process, lifeline)
    }
}

/// One name server for all tests of a suite.
struct NameServerTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await NameServer.during(function)
    }
}

extension Trait where Self == NameServerTrait {
    static var nameServer: Self { Self() }
}
