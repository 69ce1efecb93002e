import Model
import TLSTesting
import Testing

@testable import Scanning

/// Servers that imitate the flaws: always, and once.
@Suite struct WeakServerTests {
    let workshop: Workshop
    let leaf: Workshop.Issued

    init() async throws {
        workshop = try Workshop()
        leaf = try await workshop.issue("leaf", key: .rsa(2048), names: ["DNS:www.example"])
    }

    private static let flaws: [(any WeaknessTest, String, String)] = [
        (Heartbleed(), "heartbleed", "a heartbeat of no payload is answered with 32 bytes of memory"),
        (CCSInjection(), "ccs_injection", "an early ChangeCipherSpec is taken: alert 20 bad_record_mac"),
        (
            ROBOT(), "robot_strong",
            """
            strong oracle; well padded: alert 20 bad_record_mac, wrong start: alert 47 illegal_parameter, \
            zero too early: alert 20 bad_record_mac, no zero: alert 20 bad_record_mac, \
            wrong version: alert 20 bad_record_mac
            """
        ),
        (
            ROBOT(), "robot_weak",
            """
            weak oracle; well padded: alert 20 bad_record_mac, wrong start: alert 47 illegal_parameter, \
            zero too early: alert 47 illegal_parameter, no zero: alert 47 illegal_parameter, \
            wrong version: alert 20 bad_record_mac
            """
        ),
        (Ticketbleed(), "ticketbleed", "16 bytes more than the session id sent"),
        (TLSPOODLE(), "tls_poodle", "a record with wrong padding is taken"),
        (
            CBCPaddingOracle(), "cbc_padding_oracle",
            """
            wrong MAC: alert 20 bad_record_mac, wrong padding: alert 21 decryption_failed, \
            padding longer than the record: alert 21 decryption_failed, empty with wrong MAC: alert 20 bad_record_mac, \
            empty with wrong padding: alert 21 decryption_failed
            """
        ),
    ]

    @Test(arguments: flaws.indices)
    func `a flaw seen three times is called vulnerable`(index: Int) async throws {
        let (test, flaw, detail) = Self.flaws[index]
        let server = try await WeakServer.tls(flaw, leaf)
        defer { server.stop() }
        #expect(try await hold(test, at: server) == .vulnerable(detail))
    }

    @Test(arguments: flaws.indices)
    func `a flaw seen once is not`(index: Int) async throws {
        let (test, flaw, _) = Self.flaws[index]
        let server = try await WeakServer.tls(flaw, times: 1, leaf)
        defer { server.stop() }
        #expect(try await hold(test, at: server) == .unknown("seen, but not confirmed"))
    }

    private func hold(_ test: any WeaknessTest, at server: WeakServer) async throws -> WeaknessAnswer {
        try await ask(test, at: server.port).answer
    }

    @Test func `OpenSSL lets clients renegotiate when it is told to`() async throws {
        let server = try await RealServer.openssl(leaf, ["-client_renegotiation"])
        defer { server.stop() }
        #expect(
            try await ask(ClientRenegotiation(), at: server.port)
                == Heard(answer: .vulnerable("a second handshake inside the session is completed"), connections: 3))
    }

    @Test(arguments: [("smtp", Service.smtp), ("imap", .imap), ("pop3", .pop3)])
    func `a command carried into TLS is seen, and only three times is enough`(
        word: String, service: Service
    ) async throws {
        let keeps = try await WeakServer.startTLS(word, "keep", leaf)
        defer { keeps.stop() }
        #expect(
            try await ask(STARTTLSInjection(), at: keeps.port, service: service)
                == Heard(answer: .vulnerable("a command sent before TLS is answered inside it"), connections: 3))
        let once = try await WeakServer.startTLS(word, "keep", times: 1, leaf)
        defer { once.stop() }
        #expect(
            try await ask(STARTTLSInjection(), at: once.port, service: service).answer
                == .unknown("seen, but not confirmed"))
        let drops = try await WeakServer.startTLS(word, "drop", leaf)
        defer { drops.stop() }
        #expect(
            try await ask(STARTTLSInjection(), at: drops.port, service: service)
                == Heard(
                    answer: .notVulnerable("a command behind STARTTLS is not carried into TLS"), connections: 1))
    }

    @Test func `behind STARTTLS every other test is led the same way`() async throws {
        let server = try await WeakServer.startTLS("smtp", "drop", leaf)
        defer { server.stop() }
        let answers = try await everything(at: server.port, service: .smtp)
        #expect(answers.contains("ccs_injection: not vulnerable (an early ChangeCipherSpec is refused)"))
        #expect(
            answers.contains("alpaca: vulnerable (foreign application protocol accepted, another host name accepted)"))
        #expect(!answers.contains { $0.contains("unknown") })
    }
}
