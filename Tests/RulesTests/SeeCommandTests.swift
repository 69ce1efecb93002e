import Foundation
import Model
import ProcessTesting
import TLSTesting
import Testing

@testable import Rules

/// A rule, a server that deviates from it, and what the rule's command prints there.
private struct Sight: Sendable, CustomTestStringConvertible {
    let rule: String
    var server: [String] = []
    var key = Workshop.Key.rsa(2048)
    var to = "20490101000000Z"
    let shows: String

    init(_ rule: String, _ server: [String] = [], key: Workshop.Key = .rsa(2048), to: String? = nil, shows: String) {
        self.rule = rule
        self.server = server
        self.key = key
        self.to = to ?? self.to
        self.shows = shows
    }

    var testDescription: String { rule }
}

private let old = ["-cipher", "ALL:@SECLEVEL=0"]

private let sights = [
    Sight("tls-protocol-outdated", ["-tls1_1"] + old, shows: "Protocol  : TLSv1.1\n"),
    Sight("weakness-beast", ["-tls1"] + old, shows: "Protocol  : TLSv1\n"),
    Sight("tls-1-3-missing", ["-tls1_3"], shows: "New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384"),
    Sight("bsi-cipher-suite-ending", ["-tls1_2"] + old, shows: "Cipher is DHE-RSA-AES256-GCM-SHA384"),
    Sight(
        "bsi-key-exchange-short", ["-tls1_2", "-cipher", "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0"],
        shows: "Server Temp Key: DH, 2048 bits"),
    Sight("tls-key-exchange-group-listed", shows: "Server Temp Key: X25519, 253 bits"),
    Sight("tls-cipher-suite-listed", ["-tls1_2"], shows: "Cipher is ECDHE-RSA-CHACHA20-POLY1305"),
    Sight("bsi-cbc-without-encrypt-then-mac", ["-tls1_2"], shows: "\"encrypt-then-mac\""),
    Sight("bsi-signature-scheme-listed", ["-tls1_2"] + old, shows: "Peer signing digest: SHA1"),
    Sight("rfc-9325-suite-static-key", ["-tls1_2"] + old, shows: "Cipher is AES256-GCM-SHA384"),
    Sight("weakness-null-encryption", ["-tls1_2", "-cipher", "NULL:@SECLEVEL=0"], shows: "NULL-SHA"),
    Sight("certificate-expired", to: "20260101000000Z", shows: "notAfter=Jan  1 00:00:00 2026 GMT"),
    Sight("certificate-key-short", old, key: .rsa(1024), shows: "Public-Key: (1024 bit)"),
    Sight("certificate-self-signed", shows: "issuer=CN = server"),
]

@Suite struct SeeCommands {
    @Test(arguments: sights)
    private func `the command of a rule shows what it found`(sight: Sight) async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue("server", key: sight.key, names: ["DNS:localhost"], to: sight.to)
        let server = try await RealServer.openssl(issued, sight.server)
        defer { server.stop() }
        let see = try #require(try Shipped.book().rule(sight.rule)?.text.see)
        let command = try #require(see.command(for: endpoint(server.port)))
        let ending = try await shell(command, in: workshop)
        #expect((ending.output + ending.errors).contains(sight.shows), "\(command)\n\(ending.output)\(ending.errors)")
    }

    @Test func `openssl understands every option of every command`() async throws {
        let workshop = try Workshop()
        let server = try await RealServer.openssl(try await workshop.issue("server", key: .rsa(2048)), old)
        defer { server.stop() }
        let commands = try Shipped.book().texts.compactMap { $0.see?.command(for: endpoint(server.port)) }
            .flatMap { $0.split(separator: "\n") }.compactMap(Self.client)
        #expect(Set(commands).count >= 30)
        for command in Set(commands).sorted() {
            let ending = try await shell(command, in: workshop)
            #expect(ending.output.hasPrefix("CONNECTED"), "\(command)\n\(ending.output)\(ending.errors)")
        }
    }

    /// Only the part that asks the server.
    private static func client(_ line: Substring) -> String? {
        guard let start = line.range(of: "openssl s_client") else { return nil }
        let rest = line[start.lowerBound...]
        let end = [" </dev/null", " | "].compactMap { rest.range(of: $0)?.lowerBound }.min()
        return rest[..<(end ?? rest.endIndex)] + " </dev/null"
    }

    private func endpoint(_ port: UInt16) -> Endpoint {
        Endpoint(
            body: "a", address: IPAddress("127.0.0.1"), port: port, serverName: "localhost", service: .https)
    }

    private func shell(_ command: String, in workshop: Workshop) async throws -> Child.Ending {
        try await Child.start("/bin/bash", ["-c", command], in: URL(fileURLWithPath: workshop.folder)).ending()
    }
}

@Test func `whoever names no packs is judged by the usual ones`() throws {
    #expect(
        Set(try Shipped.book().defaultPacks) == [
            "bsi-tr-02102-2", "certificates", "mail", "online-services", "ssh", "weaknesses", "web",
        ])
}
