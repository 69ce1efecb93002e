import Model
import TLSTesting
import Testing

@testable import Scanning

/// Servers of today, which have none of the flaws: the whole probe against OpenSSL's own server and nginx.
@Suite struct SoundServerTests {
    let workshop: Workshop
    let leaf: Workshop.Issued

    init() async throws {
        workshop = try Workshop()
        leaf = try await workshop.issue("leaf", key: .rsa(2048), names: ["DNS:www.example"])
    }

    private func nginx(_ settings: String) async throws -> RealServer {
        try await RealServer.nginx(
            in: workshop, "ssl_certificate \(leaf.certificate); ssl_certificate_key \(leaf.key); " + settings)
    }

    @Test func `OpenSSL is sound, and does not insist on an application protocol`() async throws {
        let server = try await RealServer.openssl(leaf)
        defer { server.stop() }
        #expect(
            try await everything(at: server.port) == [
                "alpaca: vulnerable (foreign application protocol accepted, another host name accepted)",
                "cbc_padding_oracle: not vulnerable (the same answer to every fault)",
                "ccs_injection: not vulnerable (an early ChangeCipherSpec is refused)",
                "client_renegotiation: not vulnerable (a second handshake inside the session is refused)",
                "heartbleed: not applicable (no heartbeat)",
                "robot: not vulnerable (the same answer to every padding)",
                "starttls_injection: not applicable (no STARTTLS)",
                "ticketbleed: not vulnerable (a short session id comes back as it was sent, or another one)",
                "tls_poodle: not vulnerable (a record with wrong padding is refused)",
            ])
    }

    @Test func `nginx is sound, and insists on its application protocol and names`() async throws {
        let server = try await nginx(
            "server_name www.example; ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ALL:@SECLEVEL=0;")
        defer { server.stop() }
        #expect(
            try await everything(at: server.port) == [
                "alpaca: not vulnerable (foreign application protocol refused, another host name accepted)",
                "cbc_padding_oracle: not vulnerable (the same answer to every fault)",
                "ccs_injection: not vulnerable (an early ChangeCipherSpec is refused)",
                "client_renegotiation: not vulnerable (a second handshake inside the session is refused)",
                "heartbleed: not applicable (no heartbeat)",
                "robot: not vulnerable (the same answer to every padding)",
                "starttls_injection: not applicable (no STARTTLS)",
                "ticketbleed: not vulnerable (a short session id comes back as it was sent, or another one)",
                "tls_poodle: not vulnerable (a record with wrong padding is refused)",
            ])
    }

    @Test func `a server of TLS 1_3 alone has nothing the old flaws could apply to`() async throws {
        let server = try await nginx("ssl_protocols TLSv1.3;")
        defer { server.stop() }
        let answers = try await everything(at: server.port)
        #expect(answers.filter { $0.contains("not applicable (no TLS 1.2 or older)") }.count == 7)
    }

    @Test func `without RSA key transport and CBC those tests do not apply`() async throws {
        let server = try await nginx("ssl_protocols TLSv1.2; ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256;")
        defer { server.stop() }
        #expect(try await ask(ROBOT(), at: server.port).answer == .notApplicable("no RSA key transport"))
        #expect(try await ask(TLSPOODLE(), at: server.port).answer == .notApplicable("no AES-CBC with RSA or ECDHE"))
        #expect(
            try await ask(CBCPaddingOracle(), at: server.port).answer == .notApplicable("no AES-CBC with RSA or ECDHE"))
    }

    /// Every version, key exchange, group and MAC that the handmade session speaks, against OpenSSL.
    @Test(arguments: [
        ["-tls1", "-cipher", "AES128-SHA:@SECLEVEL=0"], ["-tls1_1", "-cipher", "AES256-SHA:@SECLEVEL=0"],
        ["-tls1", "-cipher", "ECDHE-RSA-AES128-SHA:@SECLEVEL=0"],
        ["-tls1_2", "-cipher", "AES256-SHA256"], ["-tls1_2", "-cipher", "ECDHE-RSA-AES256-SHA384"],
        ["-tls1_2", "-cipher", "ECDHE-RSA-AES128-SHA256", "-groups", "P-256"],
        ["-tls1_2", "-cipher", "ECDHE-RSA-AES128-SHA", "-groups", "P-384"],
        ["-tls1_2", "-cipher", "ECDHE-RSA-AES128-SHA", "-groups", "P-521"],
        ["-tls1_2", "-cipher", "AES128-SHA", "-verify", "1"],
    ])
    func `a handshake by hand succeeds, and spoilt records do not`(options: [String]) async throws {
        let server = try await RealServer.openssl(leaf, options)
        defer { server.stop() }
        #expect(
            try await ask(TLSPOODLE(), at: server.port)
                == Heard(answer: .notVulnerable("a record with wrong padding is refused"), connections: 2))
        #expect(
            try await ask(CBCPaddingOracle(), at: server.port)
                == Heard(answer: .notVulnerable("the same answer to every fault"), connections: 5))
    }

    @Test func `Postfix and Dovecot are sound behind STARTTLS`() async throws {
        let postfix = try await RealServer.postfix(in: workshop, leaf)
        defer { postfix.stop() }
        let dovecot = try await RealServer.dovecot(in: workshop, leaf)
        defer { dovecot.stop() }
        for (server, service) in [(postfix, Service.smtp), (dovecot, .imap), (dovecot, .pop3), (dovecot, .sieve)] {
            let answers = try await everything(at: server.port(of: service), service: service)
            // Dovecot has no RSA key transport and hangs up without an alert: that proves nothing.
            let unknown = answers.filter { $0.contains("unknown") }
            #expect(unknown == (service == .smtp ? [] : ["robot: unknown (closed)"]), "\(service)")
            let vulnerable = answers.filter { $0.contains(": vulnerable") }
            #expect(vulnerable.allSatisfy { $0.hasPrefix("alpaca") }, "\(service): \(vulnerable)")
            #expect(answers.contains { $0.hasPrefix("starttls_injection: not vulnerable") }, "\(service)")
        }
    }

    @Test func `a sound server with heartbeats and tickets, made by others`() async throws {
        let server = try await WeakServer.tls("none", leaf)
        defer { server.stop() }
        #expect(
            try await everything(at: server.port).filter { !$0.hasPrefix("alpaca") } == [
                "cbc_padding_oracle: not vulnerable (the same answer to every fault)",
                "ccs_injection: not vulnerable (an early ChangeCipherSpec is refused)",
                "client_renegotiation: not vulnerable (a second handshake inside the session is refused)",
                "heartbleed: not vulnerable (a heartbeat that claims too much is not answered)",
                "robot: not vulnerable (the same answer to every padding)",
                "starttls_injection: not applicable (no STARTTLS)",
                "ticketbleed: not vulnerable (a short session id comes back as it was sent, or another one)",
                "tls_poodle: not vulnerable (a record with wrong padding is refused)",
            ])
    }
}
