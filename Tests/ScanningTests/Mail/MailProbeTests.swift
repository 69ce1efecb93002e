import Model
import Testing
import Transport
import TransportTesting

@testable import Scanning

@Suite struct MailProbeTests {
    private func observe(_ probe: some Probe, _ service: Service, _ steps: [Script.Step]) async throws -> (
        facts: Facts, stream: ScriptedStream
    ) {
        let dialer = ScriptedDialer([Script(steps)])
        let facts = try await probe.observe(.scripted(service), using: dialer)
        return (facts, dialer.streams[0])
    }

    @Test func `an SMTP server without STARTTLS is described and left politely`() async throws {
        let seen = try await observe(
            SMTPProbe(software: .shipped), .smtp,
            [
                .line("220 mail.example ESMTP Exim 4.96 Mon, 23 Nov 2026 12:00:10 +0000"),
                .expect("EHLO scan.example"), .line("250-mail.example Hello"), .line("250-AUTH PLAIN LOGIN"),
                .line("250 SIZE 52428800"), .expect("QUIT"), .line("221 bye"),
            ])
        #expect(
            seen.facts[MailGreetingFact.self] == [
                MailGreetingFact(banner: "mail.example ESMTP Exim 4.96", encrypted: false)
            ])
        #expect(
            seen.facts[MailCapabilityFact.self] == [
                MailCapabilityFact(stage: "plain", name: "AUTH", parameters: "PLAIN LOGIN"),
                MailCapabilityFact(stage: "plain", name: "SIZE", parameters: "52428800"),
            ])
        #expect(seen.facts[MailSTARTTLSFact.self].map(\.answer) == ["absent"])
        #expect(seen.facts[SoftwareFact.self].map { "\($0.product) \($0.version)" } == ["exim 4.96"])
        #expect(seen.stream.stepsLeft == 0)
        #expect(seen.stream.isClosed)
    }

    @Test func `a STARTTLS that is offered and then refused is told with the server's words`() async throws {
        let seen = try await observe(
            SMTPProbe(software: .shipped), .submission,
            [
                .line("220 mail.example ESMTP Postfix"), .expectAnything, .line("250-mail.example"),
                .line("250 STARTTLS"), .expect("STARTTLS"), .line("454 4.7.0 TLS not available"), .expect("QUIT"),
            ])
        #expect(
            seen.facts[MailSTARTTLSFact.self] == [
                MailSTARTTLSFact(answer: "refused", reason: "454 4.7.0 TLS not available")
            ])
    }

    @Test func `a STARTTLS whose handshake fails is unknown`() async throws {
        let seen = try await observe(
            POP3Probe(software: .shipped), .pop3,
            [
                .line("+OK Dovecot ready. <1896.697170952@mail.example>"), .expect("CAPA"), .line("+OK"), .line("STLS"),
                .line("."), .expect("STLS"), .line("+OK begin"), .expectAnything, .close,
            ])
        let answer = try #require(seen.facts[MailSTARTTLSFact.self].first)
        #expect(answer.answer == "unknown")
        #expect(answer.reason.hasPrefix("handshake failed: "))
        #expect(seen.facts[MailGreetingFact.self].map(\.banner) == ["Dovecot ready."])
    }

    @Test func `a server that declines to talk leaves STARTTLS unknown`() async throws {
        let seen = try await observe(SMTPProbe(software: .shipped), .smtp, [.line("554 5.7.1 not you")])
        #expect(seen.facts[MailSTARTTLSFact.self] == [MailSTARTTLSFact(answer: "unknown", reason: "554 5.7.1 not you")])
        let imap = try await observe(IMAPProbe(software: .shipped), .imap, [.line("* BYE too many connections")])
        #expect(imap.facts[MailSTARTTLSFact.self].map(\.answer) == ["unknown"])
    }

    @Test func `IMAP capabilities are listed once each`() async throws {
        let seen = try await observe(
            IMAPProbe(software: .shipped), .imap,
            [
                .line("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] Dovecot (Debian) ready."), .expect("L1 CAPABILITY"),
                .line("* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN AUTH=PLAIN"), .line("L1 OK done"),
                .expect("L3 LOGOUT"), .line("* BYE"), .line("L3 OK"),
            ])
        #expect(
            seen.facts[MailCapabilityFact.self].map { "\($0.name) \($0.parameters)" } == [
                "AUTH LOGIN", "AUTH PLAIN", "IMAP4REV1 ",
            ])
        #expect(seen.facts[SoftwareFact.self].map(\.product) == ["debian", "dovecot"])
    }

    @Test func `a server that breaks off anywhere is no measurement or a smaller one`() async {
        let talk = "220 a ESMTP\r\n250-a\r\n250 SIZE 1\r\n"
        for count in 0..<talk.utf8.count - 1 {
            let script: [Script.Step] = [.answer(Array(talk.utf8.prefix(count)))]
            await #expect(throws: (any Error).self) { try await observe(SMTPProbe(software: .shipped), .smtp, script) }
        }
    }
}
