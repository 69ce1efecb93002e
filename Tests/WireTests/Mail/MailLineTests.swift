import Testing
import Wire

@Suite struct MailLineTests {
    @Test func `an SMTP reply line has a code, a mark and a text`() throws {
        let more = try SMTPReplyLine(parsing: Array("250-SIZE 10240000".utf8))
        #expect(more.code == 250)
        #expect(!more.isLast)
        #expect(more.text == "SIZE 10240000")
        #expect(try SMTPReplyLine(parsing: Array("220".utf8)).isLast)
    }

    @Test func `an IMAP line is taken apart with its response code`() throws {
        let line = try IMAPLine(parsing: Array("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] Dovecot ready.".utf8))
        #expect(line.tag == "*")
        #expect(line.keyword == "OK")
        #expect(line.text == "Dovecot ready.")
        #expect(line.capabilities?.map(\.name) == ["IMAP4REV1", "STARTTLS", "AUTH"])
        #expect(line.capabilities?.last?.parameters == "PLAIN")
        #expect(try IMAPLine(parsing: Array("L1 OK done".utf8)).capabilities == nil)
        #expect(try IMAPLine(parsing: Array("* CAPABILITY IMAP4rev1".utf8)).capabilities?.count == 1)
    }

    @Test func `a POP3 line says yes or no`() throws {
        #expect(try POP3StatusLine(parsing: Array("+OK Dovecot ready.".utf8)).text == "Dovecot ready.")
        #expect(try !POP3StatusLine(parsing: Array("-ERR no".utf8)).isPositive)
    }

    @Test(arguments: [
        ("SIZE 10240000", "SIZE", "10240000"), ("AUTH=PLAIN", "AUTH", "PLAIN"), ("starttls", "STARTTLS", ""),
        ("AUTH PLAIN  LOGIN", "AUTH", "PLAIN LOGIN"),
    ])
    func `a capability is a keyword and what follows`(line: String, name: String, parameters: String) {
        #expect(MailCapability(parsing: line)?.name == name)
        #expect(MailCapability(parsing: line)?.parameters == parameters)
    }

    @Test func `a broken-off line is an error or a shorter line, and another protocol is an error`() {
        for part in Array("250-SIZE".utf8).everyShorterPrefix.prefix(3) {
            #expect(throws: WireError.self) { try SMTPReplyLine(parsing: part) }
        }
        for part in Array("* OK".utf8).everyShorterPrefix.prefix(3) {
            #expect(throws: WireError.self) { try IMAPLine(parsing: part) }
        }
        for part in Array("+OK".utf8).everyShorterPrefix {
            #expect(throws: WireError.self) { try POP3StatusLine(parsing: part) }
        }
        for greeting in ForeignGreeting.all(but: "220") {
            #expect(throws: WireError.self) { try SMTPReplyLine(parsing: greeting) }
        }
        for greeting in ForeignGreeting.all(but: "+OK") {
            #expect(throws: WireError.self) { try POP3StatusLine(parsing: greeting) }
        }
        for greeting in ForeignGreeting.all
        where !greeting.starts(with: "* ".utf8) && !greeting.starts(with: "220".utf8) {
            #expect(throws: WireError.self) { try IMAPLine(parsing: greeting) }
        }
    }

    @Test(arguments: [
        ("mail.example ESMTP Postfix (Debian/GNU)", "mail.example ESMTP Postfix (Debian/GNU)"),
        ("mail.example ESMTP Exim 4.96 Mon, 23 Nov 2026 12:00:10 +0000", "mail.example ESMTP Exim 4.96"),
        (
            "mail.example ESMTP Sendmail 8.17.1/8.17.1/Debian-2; Mon, 23 Nov 2026 12:00:10 GMT",
            "mail.example ESMTP Sendmail 8.17.1/8.17.1/Debian-2"
        ),
        ("Dovecot ready. <1896.697170952@mail.example.org>", "Dovecot ready."),
        ("mx.example ESMTP a640c23a62f3a-b76550c4b0a1 - gsmtp", "mx.example ESMTP - gsmtp"),
        ("mail.example IMAP4rev1 [4711] at 2026-11-23T12:00:10Z", "mail.example IMAP4rev1 at"),
    ])
    func `greetings lose what changes by itself`(greeting: String, stays: String) {
        #expect(MailGreeting.normalised(greeting) == stays)
    }
}
