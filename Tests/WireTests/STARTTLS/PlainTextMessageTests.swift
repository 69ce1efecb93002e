import Testing
import Wire

/// What servers say before TLS: lines, packets and tags of nine protocols.
@Suite struct PlainTextMessageTests {
    private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func `an FTP reply ends with its own code and a space`() throws {
        let first = try FTPReplyLine(parsing: ascii("211-Features:"))
        #expect(first.code == 211 && !first.isLast && first.text == "Features:")
        #expect(first.isEnded(by: ascii("211 End")) && first.isEnded(by: ascii("211")))
        for line in ["211-more", " 211 End", "220 x", "21", ""] { #expect(!first.isEnded(by: ascii(line)), "\(line)") }
        #expect(try FTPReplyLine(parsing: ascii("220")).isLast)
        #expect(try NNTPStatusLine(parsing: ascii("200 a  b")).text == "a b")
    }

    @Test(arguments: [
        ("\"STARTTLS\"", SieveLine.Kind.capability, "STARTTLS", "", nil),
        ("\"Implementation\" \"Dovecot \\\"x\\\" \\\\\"", .capability, "IMPLEMENTATION", "Dovecot \"x\" \\", nil),
        ("\"SIEVE\" {120+}", .capability, "SIEVE", "", 120), ("OK", .ok, "", "", nil),
        ("ok (TAG \"x\") \"done\"", .ok, "", "done", nil), ("NO {5}", .no, "", "", 5),
        ("BYE (REFERRAL \"sieve://b\") \"go\"", .bye, "", "go", nil),
    ])
    func `a ManageSieve line is a capability or a response`(
        line: String, kind: SieveLine.Kind, name: String, text: String, literal: Int?
    ) throws {
        let read = try SieveLine(parsing: ascii(line))
        #expect(read.kind == kind && read.name == name && read.text == text && read.literal == literal)
    }

    @Test(arguments: [
        "", " ", "\"", "\"\"", "\"A", "OKAY", "capability", "NO {x}", "NO {99999999999999999999}", "NO {-1}", "NO text",
        "OK \"a\" b", "OK \"a",
    ])
    func `what is no ManageSieve line is refused`(line: String) {
        #expect(throws: WireError.self) { try SieveLine(parsing: ascii(line)) }
    }

    /// RFC 4511 4.12: message id 1, result code 52, a diagnostic message and the response name.
    private var ldapAnswer: [UInt8] {
        let response =
            [0x0A, 0x01, 52, 0x04, 0x00, 0x04, 0x02] + ascii("no") + [0x8A, 0x16] + ascii(LDAPStartTLS.name)
            + [0x8B, 0x01, 0x00]
        let message = [0x02, 0x01, 0x01, 0x78, 0x81, UInt8(response.count)] + response
        return [0x30, 0x82, 0x00, UInt8(message.count)] + message
    }

    @Test func `an LDAP answer is read in short and long lengths, and the request is its mirror`() throws {
        let answer = try LDAPExtendedResponse(parsing: ldapAnswer)
        #expect(answer.messageID == 1 && answer.resultCode == 52 && answer.name == LDAPStartTLS.name)
        #expect(answer.description == "52 unavailable: no")
        #expect(LDAPStartTLS.request.prefix(9) == [0x30, 0x1D, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16])
        #expect(BERElement(0x04, [UInt8](repeating: 1, count: 300)).bytes.prefix(4) == [0x04, 0x82, 0x01, 0x2C])
    }

    @Test func `lengths LDAP does not know are refused`() {
        for head: [UInt8] in [[0x30], [0x30, 0x80], [0x30, 0x85, 1, 1, 1, 1, 1], [0x30, 0x82, 1], [0x30, 0xFF]] {
            #expect(throws: WireError.self) { try BERElement.contentLength(head, of: "x") }
        }
        #expect(throws: WireError.self) { try LDAPExtendedResponse(parsing: [0x3F, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]) }
    }

    @Test func `PostgreSQL answers with one byte, or says what is wrong`() throws {
        #expect(try PostgreSQLSSL.Answer(parsing: ascii("S")) == .accepted)
        #expect(try PostgreSQLSSL.Answer(parsing: ascii("N")) == .notOffered)
        #expect(throws: WireError.self) { try PostgreSQLSSL.Answer(parsing: ascii("SS")) }
        let error = try PostgreSQLError(parsing: ascii("SFATAL\0C53300\0Mtoo many\0\0"))
        #expect(error.description == "53300 too many")
        #expect(throws: WireError.missing(field: "message", of: "PostgreSQL error")) {
            try PostgreSQLError(parsing: ascii("SFATAL\0\0"))
        }
    }

    /// Protocol::HandshakeV10 of a MariaDB server, without its header.
    private var greeting: [UInt8] {
        [10] + ascii("5.5.5-10.11.19-MariaDB") + [0, 7, 0, 0, 0] + ascii("01234567") + [0, 0xFE, 0xFF]
    }

    @Test func `a MySQL greeting says its version and whether it can speak TLS`() throws {
        guard case .greeting(let read) = try MySQLFirstPacket(parsing: greeting + [33, 2, 0, 0xFF, 0x81]) else {
            Issue.record("no greeting")
            return
        }
        #expect(read.version == "5.5.5-10.11.19-MariaDB" && read.offersTLS)
        let error = try MySQLFirstPacket(parsing: [0xFF, 0x10, 0x04] + ascii("#08004Too many connections"))
        #expect(error == .error("1040 Too many connections"))
        let old = try MySQLFirstPacket(parsing: [9] + ascii("3.20") + [0, 1, 2, 3, 4])
        guard case .greeting(let read) = old else {
            Issue.record("no greeting")
            return
        }
        #expect(!read.offersTLS)
        #expect(MySQLSSLRequest.bytes.count == 36)
        #expect(try MySQLPacketHeader(parsing: [1, 2, 3, 4]).length == 0x030201)
    }

    @Test func `XMPP tags come one by one, however the bytes arrive`() throws {
        let stream = ascii(
            "<?xml version='1.0'?>\n<stream:stream a='>' b=\"'\">\n<x:y/><t>any text</t></stream:stream>")
        let names = ["xml", "stream", "y", "t", "t", "stream"]
        for size in [1, 7, 1_000] {
            var reader = XMPPTagReader()
            var found: [XMPPTag] = []
            for start in stride(from: 0, to: stream.count, by: size) {
                reader.add(Array(stream[start..<min(start + size, stream.count)]))
                while let tag = try reader.next() { found.append(tag) }
            }
            #expect(found.map(\.name) == names)
            #expect(found.map(\.kind) == [.declaration, .opening, .empty, .opening, .closing, .closing])
            #expect(reader.isDrained)
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a>", "<>", "</>", "</ >", "<?php ?>", "<a:>", "< a>", "<!-- -->", "<\u{FFFD}>", "<a/b>x",
    ])
    func `what XMPP does not allow is refused`(text: String) {
        #expect(throws: WireError.self) {
            var reader = XMPPTagReader()
            reader.add(ascii(text))
            while try reader.next() != nil {}
        }
    }

    @Test func `a host name cannot end the attribute it stands in`() {
        let text = String(decoding: XMPPStream.opening(to: "a'><b/>&\"", namespace: "jabber:client"), as: UTF8.self)
        #expect(text.contains("to='a&apos;&gt;&lt;b/&gt;&amp;&quot;'"))
    }

    @Test func `every shorter prefix and every other protocol is refused`() {
        for prefix in ldapAnswer.everyShorterPrefix {
            #expect(throws: WireError.self) { try LDAPExtendedResponse(parsing: prefix) }
        }
        for prefix in greeting.everyShorterPrefix {
            #expect(throws: WireError.self) { try MySQLFirstPacket(parsing: prefix) }
        }
        for prefix in [UInt8](repeating: 7, count: 4).everyShorterPrefix {
            #expect(throws: WireError.self) { try MySQLPacketHeader(parsing: prefix) }
        }
        for prefix in ascii("220").everyShorterPrefix + ForeignGreeting.all(but: "220") {
            #expect(throws: WireError.self) { try FTPReplyLine(parsing: prefix) }
            #expect(throws: WireError.self) { try NNTPStatusLine(parsing: prefix) }
        }
        for other in ForeignGreeting.all {
            #expect(throws: WireError.self) { try SieveLine(parsing: other) }
            #expect(throws: WireError.self) { try LDAPExtendedResponse(parsing: other) }
            #expect(throws: WireError.self) { try PostgreSQLSSL.Answer(parsing: other) }
            #expect(throws: WireError.self) { try PostgreSQLError(parsing: other) }
            if other.first != 0xFF { #expect(throws: WireError.self) { try MySQLFirstPacket(parsing: other) } }
            #expect(throws: WireError.self) {
                var reader = XMPPTagReader()
                reader.add(other)
                if try reader.next() == nil { throw WireError.missing(field: "tag", of: "XMPP stream") }
            }
        }
    }
}
