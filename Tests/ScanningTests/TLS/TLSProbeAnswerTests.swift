import Model
import Testing
import Transport
import TransportTesting
import Wire

@testable import Scanning

/// What the TLS probe makes of answers no ordinary server gives, by scripted peers.
@Suite struct TLSProbeAnswerTests {
    private func observe(_ scripts: [Script], _ service: Service = .https) async throws -> (Facts, ScriptedDialer) {
        let dialer = ScriptedDialer(scripts)
        let facts = try await TLSProbe(trust: .none).observe(.scripted(service), using: dialer)
        #expect(dialer.streams.filter { !$0.isClosed }.isEmpty)
        return (facts, dialer)
    }

    private func answers(_ facts: Facts) -> [String: String] {
        let rows = facts[TLSProtocolFact.self].map { ($0.protocol, "\($0.answer) \($0.reason)") }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// A ServerHello of TLS 1.2 or older, made by hand from RFC 5246 section 7.4.1.3.
    private func hello(_ version: TLSVersion) -> [UInt8] {
        let number = [UInt8(version.rawValue >> 8), UInt8(version.rawValue & 0xFF)]
        let body = number + [UInt8](repeating: 7, count: 32) + [0, 0x00, 0x2F, 0]
        return TLSRecord(.handshake, version: version, body: [2, 0, 0, UInt8(body.count)] + body).bytes
    }

    private func alert(_ level: UInt8, _ code: UInt8) -> [UInt8] {
        TLSRecord(.alert, version: .tls10, body: [level, code]).bytes
    }

    /// A server of TLS 1.0 with one suite, which does not like a hello of SSL 3.0.
    private func oldServer(_ sent: [UInt8]) throws -> [UInt8] {
        guard sent.first == 22, sent.count > 11 else { return alert(2, 80) }
        let highest = UInt16(sent[9]) << 8 | UInt16(sent[10])
        let suites = try ClientHello(parsing: Array(sent.dropFirst(9))).cipherSuites
        guard highest > TLSVersion.ssl3.rawValue else { throw NetworkError.reset }
        guard suites.contains(CipherSuite(rawValue: 0x002F)) else { return alert(2, 40) }
        return alert(1, 112) + hello(.tls10)
    }

    @Test func `an older version chosen is a refusal, a warning is passed over, a reset is unknown`() async throws {
        let dialer = ScriptedDialer { _, _ in [.reply { try self.oldServer($0) }] }
        let facts = try await TLSProbe(trust: .none, pause: { _ in }).observe(.scripted(.https), using: dialer)
        #expect(
            answers(facts) == [
                "TLSv1.3": "refused TLSv1.0 chosen", "TLSv1.2": "refused TLSv1.0 chosen",
                "TLSv1.1": "refused TLSv1.0 chosen", "TLSv1.0": "accepted ", "SSLv3": "unknown closed",
                "SSLv2": "refused alert 80 internal_error",
            ])
        #expect(facts[TLSCipherSuiteFact.self].map(\.code) == ["002F"])
        let isComplete = facts[TLSEnumerationFact.self].filter { $0.subject == "cipher_suite" }.map(\.answer)
        #expect(isComplete == ["complete"])
    }

    @Test func `a server that dislikes an empty key share is asked again, shorter and then with a share`() async throws
    {
        let (facts, dialer) = try await observe([
            [.expectAnything, .answer(alert(2, 50))],
            [.expectAnything, .answer(alert(2, 50))],
            [.expectAnything, .answer(hello(.tls12))],
            [.expectAnything, .answer(alert(2, 40))],
            [.expectAnything, .answer(alert(2, 70))],
            [.expectAnything, .answer(alert(2, 40))],
        ])
        #expect(answers(facts)["TLSv1.3"] == "refused TLSv1.2 chosen")
        #expect(answers(facts)["TLSv1.2"] == "accepted ")
        #expect(dialer.streams[1].sent.count < 256)
        #expect(dialer.streams[2].sent.count > dialer.streams[0].sent.count)
    }

    @Test func `silence is asked twice and is the outcome`() async throws {
        let dialer = ScriptedDialer([.silent, .silent, .silent])
        await #expect(throws: NetworkError.timeout) {
            _ = try await TLSProbe(trust: .none).observe(.scripted(.https), using: dialer)
        }
        #expect(dialer.endpoints.count == 2)
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP\r\n"])
    func `another protocol is another protocol`(greeting: String) async throws {
        let script: Script = [.expectAnything, .answer(Array(greeting.utf8))]
        let dialer = ScriptedDialer { _, _ in script }
        await #expect(throws: WireError.self) {
            _ = try await TLSProbe(trust: .none).observe(.scripted(.tls, port: 9443), using: dialer)
        }
    }

    @Test(arguments: [NetworkError.refused, .timeout, .unreachable("no route")])
    func `no connection is the outcome at once`(failure: NetworkError) async throws {
        let dialer = ScriptedDialer([.connectFails(failure)])
        await #expect(throws: failure) {
            _ = try await TLSProbe(trust: .none).observe(.scripted(.https), using: dialer)
        }
        #expect(dialer.endpoints.count == 1)
    }

    @Test func `what our own side forbids ends the probe, at first and half-way`() async throws {
        let address = try #require(IPAddress("192.0.2.1"))
        for failure in [NetworkError.outOfScope(address), .local("no file descriptors")] {
            for opening in [[], [[.expectAnything, .answer(hello(.tls12))] as Script]] {
                let dialer = ScriptedDialer(opening + [.connectFails(failure)])
                await #expect(throws: failure) {
                    _ = try await TLSProbe(trust: .none).observe(.scripted(.https), using: dialer)
                }
            }
        }
    }

    @Test func `a budget that is spent meanwhile leaves what is known and says what is not`() async throws {
        let dialer = ScriptedDialer { number, _ in
            number < 1 ? [.expectAnything, .answer(self.hello(.tls12))] : .connectFails(.budget)
        }
        let facts = try await TLSProbe(trust: .none).observe(.scripted(.https), using: dialer)
        #expect(answers(facts)["TLSv1.2"] == "accepted ")
        #expect(answers(facts)["TLSv1.1"] == "unknown budget")
        #expect(facts[TLSCipherSuiteFact.self].map(\.code) == ["002F"])
        #expect(Set(facts[TLSCipherSuiteUnknownFact.self].map(\.reason)) == ["budget"])
    }

    @Test func `STARTTLS comes first where the service begins in plain text`() async throws {
        let opening: [Script.Step] = [
            .answer(Array("220 mail.example ESMTP\r\n".utf8)), .expectAnything,
            .answer(Array("250-mail.example\r\n250 STARTTLS\r\n".utf8)), .expectAnything,
            .answer(Array("220 go ahead\r\n".utf8)), .expectAnything,
        ]
        let dialer = ScriptedDialer { _, _ in Script(opening + [.answer(self.hello(.tls12))]) }
        let facts = try await TLSProbe(trust: .none).observe(.scripted(.smtp), using: dialer)
        #expect(answers(facts)["TLSv1.2"] == "accepted ")
        #expect(answers(facts)["TLSv1.3"] == "refused TLSv1.2 chosen")

        let without: Script = [
            .answer(Array("220 mail.example ESMTP\r\n".utf8)), .expectAnything,
            .answer(Array("250 mail.example\r\n".utf8)), .expectAnything,
        ]
        let plain = ScriptedDialer { _, _ in without }
        let answered = try await TLSProbe(trust: .none).observe(.scripted(.smtp), using: plain)
        #expect(answered == Facts(STARTTLSFact(answer: "absent", reason: "STARTTLS is not offered")))
        #expect(plain.endpoints.count == 1)
        #expect(facts[STARTTLSFact.self] == [.accepted])
    }
}
