import Model
import Testing
import Transport
import TransportTesting
import Wire

@testable import Scanning

@Suite struct MailSTARTTLSTests {
    private func lead(_ service: Service, _ steps: [Script.Step]) async throws -> ScriptedStream {
        let dialer = ScriptedDialer([Script(steps)])
        let conversation = try await dialer.connect(to: .scripted(service))
        try await startTLSDialogue(.scripted(service), on: conversation, heloName: "scan.example")
        return dialer.streams[0]
    }

    @Test func `SMTP is led to the handshake`() async throws {
        let stream = try await lead(
            .smtp,
            [
                .line("220-mail.example"), .line("220 ESMTP Postfix"), .expect("EHLO scan.example"),
                .line("250-mail.example"), .line("250-SIZE 100"), .line("250 STARTTLS"), .expect("STARTTLS"),
                .line("220 go ahead"),
            ])
        #expect(stream.stepsLeft == 0)
    }

    @Test func `IMAP is led to the handshake`() async throws {
        let stream = try await lead(
            .imap,
            [
                .line("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready"), .expect("L1 CAPABILITY"),
                .line("* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED"), .line("L1 OK done"), .expect("L2 STARTTLS"),
                .line("L2 OK begin"),
            ])
        #expect(stream.stepsLeft == 0)
    }

    @Test func `POP3 is led to the handshake`() async throws {
        let stream = try await lead(
            .pop3,
            [
                .line("+OK ready"), .expect("CAPA"), .line("+OK"), .line("UIDL"), .line("STLS"), .line("."),
                .expect("STLS"), .line("+OK begin"),
            ])
        #expect(stream.stepsLeft == 0)
    }

    @Test func `a server that does not offer it and one that declines are told apart`() async {
        await #expect(throws: STARTTLSError.notOffered) {
            try await lead(.smtp, [.line("220 a"), .expectAnything, .line("250-a"), .line("250 SIZE 1")])
        }
        await #expect(throws: STARTTLSError.notOffered) {
            try await lead(.pop3, [.line("+OK a"), .expectAnything, .line("-ERR what?")])
        }
        await #expect(throws: STARTTLSError.refused("454 TLS not available")) {
            try await lead(
                .smtp,
                [
                    .line("220 a"), .expectAnything, .line("250-a"), .line("250 STARTTLS"), .expectAnything,
                    .line("454 TLS not available"),
                ])
        }
        await #expect(throws: STARTTLSError.turnedAway("554 no service here")) {
            try await lead(.smtp, [.line("554 no service here")])
        }
        await #expect(throws: STARTTLSError.turnedAway("BYE overloaded")) {
            try await lead(.imap, [.line("* BYE overloaded")])
        }
    }

    @Test(arguments: [Service.smtp, .imap, .pop3])
    func `another protocol's greeting and a talker without end are errors`(service: Service) async {
        for greeting in ["SSH-2.0-x", "HTTP/1.1 400 Bad Request", "", "\u{1}\u{2}"] {
            await #expect(throws: WireError.self) { try await lead(service, [.line(greeting)]) }
        }
        let chatter = String(repeating: "220-x\r\n", count: 1_000) + String(repeating: "* x\r\n", count: 1_000)
        await #expect(throws: (any Error).self) { try await lead(service, [.answer(Array(chatter.utf8))]) }
        let long = [UInt8](repeating: 0x20, count: 100_000)
        await #expect(throws: NetworkError.tooLong(limit: 4_096)) { try await lead(service, [.answer(long)]) }
    }

    @Test(arguments: [
        ("Lagebild/0.1 (+https://scan.IKZ-emh.example/info; mailto:scan@ikz-emh.example)", "scan.ikz-emh.example"),
        ("Lagebild/0.1 (+http://scan.example:8080/)", "scan.example"), ("Lagebild/0.1", "lagebild.invalid"),
        ("x (+https://a\r\nRCPT TO:<b>)", "a"),
    ])
    func `EHLO names the host of the page that says who scans`(userAgent: String, name: String) {
        #expect(heloName(from: userAgent) == name)
    }
}
