import Foundation
import Model
import Testing

@testable import Scanning

@Suite(.enabled(if: Installed.has("/usr/sbin/dovecot") && getuid() == 0))
struct RealMailServerTests {
    @Test func `Dovecot starts TLS in IMAP and POP3, and speaks it at once where it should`() async throws {
        let ports = try (0..<4).map { _ in try ServerProcess.freePort() }
        let server = try await ServerProcess(
            files: ["dovecot.conf": configuration(ports)], prepare: [selfSigned, ["chmod", "755", "FOLDER"]],
            start: { ["/usr/sbin/dovecot", "-F", "-c", "\($0.path)/dovecot.conf"] }, listeningOn: ports)
        defer { server.stop() }

        let questions: [(any Probe, Service)] = [
            (IMAPProbe(software: .shipped), .imap), (IMAPProbe(software: .shipped), .imaps),
            (POP3Probe(software: .shipped), .pop3), (POP3Probe(software: .shipped), .pop3s),
        ]
        for ((probe, service), port) in zip(questions, ports) {
            let seen = try await withLoopbackDialer { dialer in
                [
                    try await probe.observe(.loopback(service, port: port), using: dialer),
                    try await probe.observe(.loopback(service, port: port), using: dialer),
                ]
            }
            #expect(seen[0] == seen[1])
            let isPlain = service.security == .startTLS
            #expect(seen[0][MailGreetingFact.self].map(\.encrypted) == [!isPlain])
            #expect(seen[0][MailSTARTTLSFact.self].map(\.answer) == (isPlain ? ["accepted"] : []))
            let stages = Set(seen[0][MailCapabilityFact.self].map(\.stage))
            #expect(stages == (isPlain ? ["plain", "tls"] : ["tls"]))
            #expect(seen[0][SoftwareFact.self].map(\.product) == ["debian", "dovecot"])
        }
    }

    private func configuration(_ ports: [UInt16]) -> String {
        """
        base_dir = FOLDER/run
        state_dir = FOLDER/run
        log_path = FOLDER/log
        protocols = imap pop3
        listen = 127.0.0.1
        ssl = required
        ssl_cert = <FOLDER/cert.pem
        ssl_key = <FOLDER/key.pem
        passdb {
          driver = static
          args = nopassword=y
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home=/nonexistent
        }
        service imap-login {
          inet_listener imap {
            port = \(ports[0])
          }
          inet_listener imaps {
            port = \(ports[1])
            ssl = yes
          }
        }
        service pop3-login {
          inet_listener pop3 {
            port = \(ports[2])
          }
          inet_listener pop3s {
            port = \(ports[3])
            ssl = yes
          }
        }
        """
    }
}
