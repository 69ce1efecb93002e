import Foundation
import Model
import TLSTesting
import Testing
import Transport

@testable import Scanning

/// Every server of Debian that begins in plain text: asked by the real probe, with TLS and without.
@Suite struct PlainServerTests {
    /// Which services a server speaks in plain text, and which with TLS at once.
    private static let plain: [PlainServer: [Service]] = [
        .postfix: [.smtp], .dovecot: [.imap, .pop3, .sieve], .slapd: [.ldap], .postgres: [.postgresql],
        .mariadb: [.mysql], .prosody: [.xmppClient, .xmppServer], .vsftpd: [.ftp], .nnrpd: [.nntp],
    ]
    private static let secure: [PlainServer: [Service]] = [
        .postfix: [.submissions], .dovecot: [.imaps, .pop3s], .slapd: [.ldaps], .prosody: [.xmppsClient],
    ]

    private func observe(_ service: Service, at server: RealServer) async throws -> Facts {
        let endpoint = Endpoint.loopback(service, port: try server.port(of: service))
        return try await withLoopbackDialer { dialer in
            try await TLSProbe(trust: .none).observe(endpoint, using: dialer)
        }
    }

    @Test(arguments: PlainServer.allCases.filter(\.isAvailable))
    func `TLS is seen behind STARTTLS, and at once where it is so`(kind: PlainServer) async throws {
        let workshop = try Workshop()
        let own = try await workshop.issue("host.example", names: ["DNS:host.example"])
        let server = try await kind.start(in: workshop, own)
        defer { server.stop() }
        let services = (Self.plain[kind] ?? []) + (Self.secure[kind] ?? [])
        #expect(!services.isEmpty)
        for service in services {
            let facts = try await observe(service, at: server)
            let accepted = facts[TLSProtocolFact.self].filter { $0.answer == "accepted" }.map(\.protocol)
            #expect(accepted.contains("TLSv1.3"), "\(service): \(facts[TLSProtocolFact.self])")
            #expect(facts[CertificateFact.self].first?.subject == "CN=host.example", "\(service)")
            let isPlain = service.security == .startTLS
            #expect(
                facts[STARTTLSFact.self] == (isPlain ? [STARTTLSFact(answer: "accepted", reason: "")] : []),
                "\(service)")
        }
    }

    @Test(arguments: PlainServer.allCases.filter(\.isAvailable))
    func `a server without certificate does not offer STARTTLS, and that is an answer`(kind: PlainServer) async throws {
        let workshop = try Workshop()
        let server = try await kind.start(in: workshop, nil)
        defer { server.stop() }
        for service in Self.plain[kind] ?? [] {
            let facts = try await observe(service, at: server)
            // INN names STARTTLS among its capabilities all the same, and refuses it when asked.
            let answer = kind == .nnrpd ? "refused" : "absent"
            #expect(facts[STARTTLSFact.self].map(\.answer) == [answer], "\(service)")
            #expect(facts[TLSProtocolFact.self] == [])
        }
    }
}
