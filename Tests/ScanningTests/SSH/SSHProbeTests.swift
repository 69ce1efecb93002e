import Model
import Testing
import Transport
import TransportTesting
import Wire

@testable import Scanning

@Suite struct SSHProbeTests {
    /// KEXINIT in its packet, written by hand from RFC 4253 6 and 7.1; no capture involved.
    private static let packet: [UInt8] = {
        let lists = [
            "curve25519-sha256,ecdh-sha2-nistp256", "ssh-ed25519", "aes256-ctr", "aes256-ctr,3des-cbc",
            "hmac-sha2-256", "hmac-sha2-256", "none", "none", "", "",
        ]
        let payload =
            [20] + [UInt8](repeating: 7, count: 16)
            + lists.flatMap { [0, 0, 0, UInt8($0.utf8.count)] + Array($0.utf8) } + [0, 0, 0, 0, 0]
        return [0, 0, 0, UInt8(payload.count + 5), 4] + payload + [0, 0, 0, 0]
    }()

    private func observe(_ steps: [Script.Step]) async throws -> (facts: Facts, stream: ScriptedStream) {
        let dialer = ScriptedDialer([Script(steps)])
        let facts = try await SSHProbe(software: .shipped).observe(.scripted(.ssh), using: dialer)
        return (facts, dialer.streams[0])
    }

    @Test func `reports banner, algorithms in order and the product`() async throws {
        let seen = try await observe([
            .line("Welcome to the town hall"), .line("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7"), .expectAnything,
            .answer(Self.packet),
        ])
        let banner = SSHBannerFact(protocolVersion: "2.0", software: "OpenSSH_9.2p1", comments: "Debian-2+deb12u7")
        #expect(seen.facts[SSHBannerFact.self] == [banner])
        let algorithms = seen.facts[SSHAlgorithmFact.self]
        #expect(algorithms.filter { $0.kind == "kex" }.map(\.name) == ["curve25519-sha256", "ecdh-sha2-nistp256"])
        #expect(
            algorithms.filter { $0.kind == "cipher" }.map(\.direction).sorted() == [
                "client_to_server", "server_to_client", "server_to_client",
            ])
        let software = seen.facts[SoftwareFact.self]
        #expect(software.map { "\($0.product) \($0.version)" } == ["debian 12", "openssh 9.2p1"])
        #expect(software.allSatisfy { $0.confidence == "likely" && $0.strongSignals == "ssh banner" })
        #expect(software.allSatisfy { $0.evidence == "ssh banner: OpenSSH_9.2p1 Debian-2+deb12u7" })
        #expect(
            seen.stream.sentText == "SSH-2.0-Lagebild_test (+https://scan.example/info; mailto:scan@example.org)\r\n")
        #expect(seen.stream.isClosed)
    }

    @Test func `a server that only speaks version 1 is described by its banner`() async throws {
        let seen = try await observe([.line("SSH-1.5-Cisco-1.25"), .expectAnything])
        #expect(seen.facts[SSHBannerFact.self].map(\.protocolVersion) == ["1.5"])
        #expect(seen.facts[SSHAlgorithmFact.self].isEmpty)
        #expect(seen.stream.sent.isEmpty)
    }

    @Test func `a server that also speaks version 1 is asked for its algorithms`() async throws {
        let seen = try await observe([.line("SSH-1.99-OpenSSH_3.4p1"), .expectAnything, .answer(Self.packet)])
        #expect(seen.facts[SSHAlgorithmFact.self].count == 8)
    }

    @Test func `every answer that breaks off is thrown, never trapped`() async throws {
        let whole = Array("SSH-2.0-x\r\n".utf8) + Self.packet
        for count in 0..<whole.count {
            await #expect(throws: (any Error).self) { try await observe([.answer(Array(whole.prefix(count)))]) }
        }
    }

    @Test(arguments: ["220 mail.example ESMTP", "HTTP/1.1 400 Bad Request", "* OK IMAP4rev1"])
    func `another protocol is not understood`(greeting: String) async {
        await #expect(throws: (any Error).self) { try await observe([.line(greeting)]) }
    }

    @Test func `a server that talks without end is left`() async {
        let chatter = Script.Step.answer(Array(String(repeating: "x\n", count: 5_000).utf8))
        await #expect(throws: WireError.self) { try await observe([chatter]) }
        let long = Script.Step.answer([UInt8](repeating: 0x78, count: 5_000))
        await #expect(throws: NetworkError.tooLong(limit: 1_024)) { try await observe([long]) }
    }
}
