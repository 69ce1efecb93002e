import Foundation
import Glibc
import ProcessTesting
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
    /// A key for `plain.example`, whose server has no keys at all: what a resolver without DNSSEC looks like.
    let keylessAnchor: String

    var settings: ResolverSettings { ResolverSettings(servers: ["127.0.0.1@\(port)"], trustAnchor: anchor) }

    /// Runs a body with a server that ends with it.
    static func during(_ body: @Sendable () async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try await make(in: folder)
        let child = try Child.server("/usr/bin/env", ["nsd", "-d", "-c", "nsd.conf"], in: folder)
        defer { child.stop() }
        _ = try await child.until { child.said.contains("nsd started") ? true : nil }
        try await $current.withValue(server, operation: body)
    }
}

extension NameServer {
    private static func make(in folder: URL) async throws -> NameServer {
        let parent = try await key(for: "example", in: folder)
        let signed = try await key(for: "signed.example", in: folder)
        let broken = try await key(for: "broken.example", in: folder)
        let other = try await key(for: "broken.example", in: folder)
        let stray = try await key(for: "example", in: folder)
        let keyless = try await key(for: "plain.example", in: folder)
        let delegations = try ["\(signed).ds", "\(other).ds"].map { try text($0, in: folder) }.joined()
        let children = ["signed", "plain", "broken"].map { "\($0).example. NS ns.example.\n" }.joined()
        try write(zone: "example", "ns.example. A 127.0.0.1\n\(children)\(delegations)", in: folder)
        for zone in ["signed.example", "plain.example", "broken.example"] {
            try write(zone: zone, records, in: folder)
        }
        for (zone, key) in [("example", parent), ("signed.example", signed), ("broken.example", broken)] {
            try await run("ldns-signzone", ["-n", "-f", zone, "\(zone).zone", key], in: folder)
        }
        try FileManager.default.moveItem(
            at: folder.appendingPathComponent("plain.example.zone"), to: folder.appendingPathComponent("plain.example"))
        let port = try freePort(SOCK_DGRAM)
        try configuration(port: port).write(
            to: folder.appendingPathComponent("nsd.conf"), atomically: true, encoding: .utf8)
        return NameServer(
            port: port, anchor: folder.appendingPathComponent("\(parent).key").path,
            wrongAnchor: folder.appendingPathComponent("\(stray).key").path,
            keylessAnchor: folder.appendingPathComponent("\(keyless).key").path)
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

    private static func key(for zone: String, in folder: URL) async throws -> String {
        try await run("ldns-keygen", ["-a", "ECDSAP256SHA256", "-k", zone], in: folder)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func text(_ file: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }

    /// A bound UDP socket that nobody reads: a name server that never answers.
    static func deafPort() throws -> (descriptor: Int32, port: UInt16) { try boundPort(SOCK_DGRAM) }

    @discardableResult
    private static func run(_ tool: String, _ arguments: [String], in folder: URL) async throws -> String {
        try await Child.run("/usr/bin/env", [tool] + arguments, in: folder)
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
