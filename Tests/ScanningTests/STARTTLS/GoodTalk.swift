import Model
import Testing
import TransportTesting

/// What a server says that goes over to TLS, by hand from the specification its dialogue names.
struct GoodTalk: Sendable, CustomTestStringConvertible {
    let service: Service
    let before: [Script.Step]
    /// The message that settles it.
    let decisive: [UInt8]
    let after: [Script.Step]

    var testDescription: String { service.rawValue }

    init(_ service: Service, _ before: [Script.Step], _ decisive: [UInt8], after: [Script.Step] = []) {
        self.service = service
        self.before = before
        self.decisive = decisive
        self.after = after
    }

    init(_ service: Service, _ before: [Script.Step], line: String) {
        self.init(service, before, Array((line + "\r\n").utf8))
    }

    var steps: [Script.Step] { before + [.answer(decisive)] + after }

    static let all = [
        GoodTalk(
            .smtp,
            [
                .line("220 mail.example ESMTP"), .expect("EHLO scan.example"), .line("250-mail.example"),
                .line("250 STARTTLS"), .expect("STARTTLS"),
            ], line: "220 go ahead"),
        GoodTalk(
            .imap,
            [
                .line("* OK ready"), .expect("L1 CAPABILITY"), .line("* CAPABILITY IMAP4rev1 STARTTLS"),
                .line("L1 OK done"), .expect("L2 STARTTLS"),
            ], line: "L2 OK begin"),
        GoodTalk(
            .pop3,
            [.line("+OK ready"), .expect("CAPA"), .line("+OK"), .line("STLS"), .line("."), .expect("STLS")],
            line: "+OK begin"),
        GoodTalk(
            .sieve,
            [
                .line("\"IMPLEMENTATION\" \"Dovecot Pigeonhole\""), .line("\"SIEVE\" {8}"), .line("fileinto"),
                .line("\"STARTTLS\""), .line("OK \"Dovecot ready.\""), .expect("STARTTLS"),
            ], line: "OK \"Begin TLS negotiation now.\""),
        GoodTalk(
            .ftp,
            [
                .line("220-Welcome"), .line("220-to all"), .line("  220 of you"), .line("220 ready"),
                .expect("AUTH TLS"),
            ],
            line: "234 Proceed with negotiation."),
        GoodTalk(
            .ldap, [.expectBytes(ldapRequest)],
            [0x30, 0x0C, 0x02, 0x01, 0x01, 0x78, 0x07, 0x0A, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00]),
        GoodTalk(
            .xmppClient,
            [.expectAnything, .answer(Array((xmppHeader + xmppFeatures).utf8)), .expectAnything],
            Array("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>".utf8)),
        GoodTalk(
            .xmppServer,
            [.expectAnything, .answer(Array((xmppHeader + xmppFeatures).utf8)), .expectAnything],
            Array("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'></proceed>".utf8)),
        GoodTalk(.postgresql, [.expectBytes([0, 0, 0, 8, 4, 210, 22, 47])], Array("S".utf8)),
        GoodTalk(.mysql, [], mysqlGreeting(capabilities: 0xFFFE), after: [.expectAnything]),
        GoodTalk(.nntp, [.line("200 news.example ready"), .expect("STARTTLS")], line: "382 Begin TLS negotiation now"),
    ]

    /// RFC 4511 4.14.1, with message id 1.
    static let ldapRequest: [UInt8] =
        [0x30, 0x1D, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16] + Array("1.3.6.1.4.1.1466.20037".utf8)

    static let xmppHeader = """
        <?xml version='1.0'?><stream:stream xmlns='jabber:client' id='a&gt;b' note="it's > that" version='1.0' \
        xmlns:stream='http://etherx.jabber.org/streams'>
        """
    static let xmppFeatures = """
        <stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>\
        <mechanisms><mechanism>PLAIN</mechanism></mechanisms></stream:features>
        """

    /// Protocol::HandshakeV10; the lower half of the capabilities holds CLIENT_SSL (0x0800).
    static func mysqlGreeting(capabilities: UInt16, version: String = "5.5.5-10.11.19-MariaDB") -> [UInt8] {
        let body =
            [10] + Array(version.utf8) + [0, 7, 0, 0, 0] + Array("01234567".utf8) + [0]
            + [UInt8(capabilities & 0xFF), UInt8(capabilities >> 8)] + [33, 2, 0, 0xFF, 0x81, 21]
            + [UInt8](repeating: 0, count: 10) + Array("012345678901".utf8) + [0]
        return [UInt8(body.count), 0, 0, 0] + body
    }
}
