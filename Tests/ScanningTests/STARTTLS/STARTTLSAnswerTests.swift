import Model
import Testing
import Transport
import TransportTesting
import Wire

@testable import Scanning

/// Not offered, refused and turned away, told apart in every protocol.
@Suite struct STARTTLSAnswerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let service: Service
        let steps: [Script.Step]
        let error: STARTTLSError
        var testDescription: String { "\(service.rawValue): \(error)" }

        init(_ service: Service, _ steps: [Script.Step], _ error: STARTTLSError) {
            self.service = service
            self.steps = steps
            self.error = error
        }
    }

    private static func bytes(_ text: String) -> Script.Step { .answer(Array(text.utf8)) }

    private static func ldap(_ code: UInt8, _ text: String, id: UInt8 = 1) -> Script.Step {
        let body = [0x0A, 0x01, code, 0x04, 0x00, 0x04, UInt8(text.utf8.count)] + Array(text.utf8)
        let operation = [0x02, 0x01, id, 0x78, UInt8(body.count)] + body
        return .answer([0x30, UInt8(operation.count)] + operation)
    }

    private static func mysqlError(_ text: String) -> Script.Step {
        let body = [0xFF, 0x6A, 0x04] + Array(text.utf8)
        return .answer([UInt8(body.count), 0, 0, 0] + body)
    }

    private static func postgresError(_ fields: String) -> Script.Step {
        let body = Array(fields.utf8)
        return .answer([UInt8(ascii: "E"), 0, 0, 0, UInt8(body.count + 4)] + body)
    }

    private static let xmpp = GoodTalk.xmppHeader

    static let cases = [
        Case(.sieve, [.line("\"SIEVE\" \"fileinto\""), .line("OK")], .notOffered),
        Case(.sieve, [.line("BYE \"too many connections\"")], .turnedAway("BYE too many connections")),
        Case(
            .sieve,
            [.line("\"StartTLS\""), .line("OK"), .expect("STARTTLS"), .line("NO (TRYLATER) {3}"), .line("no!")],
            .refused("NO no!")),
        Case(
            .ftp,
            [
                .line("220 ready"), .expect("AUTH TLS"), .line("530 Please login with USER and PASS."), .expect("FEAT"),
                .line("211-Features:"), .line(" UTF8"), .line("211 End"),
            ], .notOffered),
        Case(
            .ftp, [.line("220 ready"), .expectAnything, .line("500 what?"), .expect("FEAT"), .line("502 what?")],
            .notOffered),
        Case(
            .ftp,
            [
                .line("220 ready"), .expectAnything, .line("431 Need some unavailable resource"), .expect("FEAT"),
                .line("211-Features:"), .line(" AUTH SSL;TLS;"), .line("211 End"),
            ], .refused("431 Need some unavailable resource")),
        Case(.ftp, [.line("421 Too many users")], .turnedAway("421 Too many users")),
        Case(.ftp, [.line("220 ready"), .expectAnything, .line("421 Bye")], .turnedAway("421 Bye")),
        Case(.ldap, [.expectAnything, ldap(2, "unsupported extended operation")], .notOffered),
        Case(.ldap, [.expectAnything, ldap(52, "TLS not available")], .refused("52 unavailable: TLS not available")),
        Case(.ldap, [.expectAnything, ldap(51, "", id: 0)], .turnedAway("51 busy")),
        Case(.xmppClient, [.expectAnything, bytes(xmpp + "<stream:features/>")], .notOffered),
        Case(
            .xmppServer,
            [.expectAnything, bytes(xmpp + "<stream:features><a><starttls/></a><bind/></stream:features>")],
            .notOffered),
        Case(
            .xmppClient,
            [
                .expectAnything,
                bytes(xmpp + "<stream:error><host-unknown/><text>no</text></stream:error></stream:stream>"),
            ],
            .turnedAway("stream error host-unknown")),
        Case(
            .xmppClient,
            [
                .expectAnything, bytes(xmpp + GoodTalk.xmppFeatures), .expectAnything,
                bytes("<failure/></stream:stream>"),
            ],
            .refused("failure")),
        Case(
            .xmppClient,
            [
                .expectAnything, bytes(xmpp + GoodTalk.xmppFeatures), .expectAnything,
                bytes("<stream:error><policy-violation/></stream:error>"),
            ], .refused("stream error policy-violation")),
        Case(.postgresql, [.expectAnything, bytes("N")], .notOffered),
        Case(
            .postgresql, [.expectAnything, postgresError("SFATAL\0C53300\0Msorry, too many clients\0\0")],
            .turnedAway("53300 sorry, too many clients")),
        Case(.mysql, [.answer(GoodTalk.mysqlGreeting(capabilities: 0xF7FE))], .notOffered),
        Case(
            .mysql, [mysqlError("Host '192.0.2.1' is not allowed")],
            .turnedAway("1130 Host '192.0.2.1' is not allowed")),
        Case(.nntp, [.line("400 busy")], .turnedAway("400 busy")),
        Case(.nntp, [.line("502 not you")], .turnedAway("502 not you")),
        Case(
            .nntp,
            [
                .line("201 read only"), .expect("STARTTLS"), .line("500 what?"), .expect("CAPABILITIES"),
                .line("101 list"), .line("VERSION 2"), .line("READER"), .line("."),
            ], .notOffered),
        Case(
            .nntp, [.line("200 ready"), .expectAnything, .line("500 what?"), .expectAnything, .line("500 what?")],
            .notOffered),
        Case(
            .nntp, [.line("200 ready"), .expectAnything, .line("580 Error initializing TLS")],
            .refused("580 Error initializing TLS")),
        Case(
            .nntp,
            [
                .line("200 ready"), .expectAnything, .line("502 log in first"), .expectAnything, .line("101 list"),
                .line("STARTTLS"), .line("."),
            ], .refused("502 log in first")),
    ]

    @Test(arguments: cases)
    func `the answer is told as what it is`(given: Case) async throws {
        let dialer = ScriptedDialer([Script(given.steps)])
        let conversation = try await dialer.connect(to: .scripted(given.service))
        await #expect(throws: given.error) {
            try await startTLSDialogue(.scripted(given.service), on: conversation, heloName: "scan.example")
        }
        #expect(dialer.streams[0].stepsLeft == 0)
    }
}
