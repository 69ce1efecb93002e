import Model
import TLSTesting
import Testing
import Transport
import TransportTesting
import Wire

@testable import Scanning

/// Servers that fall silent, break off or talk nonsense: nothing is proven by that.
@Suite struct UnclearServerTests {
    private func ask(_ test: any WeaknessTest, service: Service = .https, _ script: Script) async throws
        -> WeaknessAnswer
    {
        let dialer = ScriptedDialer(consent: .intrusive) { _, _ in script }
        let answer = try await WeaknessInquiry(
            entrance: TLSEntrance(endpoint: .scripted(service), dialer: dialer)
        ).hold(test).answer
        #expect(dialer.streams.filter { !$0.isClosed }.isEmpty)
        return answer
    }

    /// ServerHello, Certificate and ServerHelloDone of TLS 1.2, made by hand from RFC 5246 section 7.4.
    private func flight(_ suite: UInt16, version: UInt16 = 0x0303, certificate: [UInt8] = []) -> [UInt8] {
        var hello: [UInt8] = []
        hello.append16(version)
        hello += [UInt8](repeating: 7, count: 32) + [0]
        hello.append16(suite)
        hello += [0, 0, 5, 0, 15, 0, 1, 1]  // heartbeat
        var list: [UInt8] = []
        list.vector24 { list in if !certificate.isEmpty { list.vector24 { $0 += certificate } } }
        let messages =
            HandshakeMessage(type: 2, body: hello).bytes + HandshakeMessage(type: 11, body: list).bytes + [14, 0, 0, 0]
        return TLSRecord(.handshake, version: .tls12, body: messages).bytes
    }

    private func rsaCertificate() async throws -> [UInt8] {
        let workshop = try Workshop()
        return try await workshop.der(try await workshop.issue("leaf", key: .rsa(2048)))
    }

    @Test func `a server that is silent from the start leaves every test unknown, and the probe without an answer`()
        async throws
    {
        for test in TLSWeaknessProbe.tests where test.weakness != "starttls_injection" {
            #expect(try await ask(test, .silent) == .unknown("timeout"), "\(test.weakness)")
        }
        #expect(try await ask(STARTTLSInjection(), service: .smtp, .silent) == .unknown("timeout"))
        let dialer = ScriptedDialer(consent: .intrusive) { _, _ in .silent }
        await #expect(throws: NetworkError.timeout) {
            _ = try await TLSWeaknessProbe().observe(.scripted(.https), using: dialer)
        }
        #expect(dialer.endpoints.count == 2)
    }

    @Test func `a server that does not offer STARTTLS has been measured with one connection, and nothing was seen`()
        async throws
    {
        let script: Script = [.line("220 a"), .expectAnything, .line("250-a"), .line("250 SIZE 1")]
        let dialer = ScriptedDialer(consent: .intrusive) { _, _ in script }
        let facts = try await TLSWeaknessProbe().observe(.scripted(.smtp), using: dialer)
        #expect(facts == Facts([]))
        #expect(dialer.endpoints.count == 1)
    }

    @Test func `silence after the malformed message is unknown`() async throws {
        let bytes = flight(0x002F, certificate: try await rsaCertificate())
        let script: Script = [.expectAnything, .answer(bytes), .expectAnything, .fails(.timeout)]
        #expect(try await ask(Heartbleed(), script) == .unknown("timeout"))
        #expect(try await ask(CCSInjection(), script) == .unknown("timeout"))
        #expect(try await ask(ROBOT(), script) == .unknown("timeout"))
        #expect(try await ask(TLSPOODLE(), script) == .unknown("no handshake by hand: timeout"))
        #expect(try await ask(CBCPaddingOracle(), script) == .unknown("no handshake by hand: timeout"))
    }

    @Test func `once seen and then silent is unknown`() async throws {
        let bytes = flight(0x002F)
        let memory = TLSRecord(.heartbeat, version: .tls12, body: [2, 0, 32] + [UInt8](repeating: 9, count: 48)).bytes
        let dialer = ScriptedDialer(consent: .intrusive) { number, _ in
            number == 0 ? [.expectAnything, .answer(bytes), .expectAnything, .answer(memory)] : .silent
        }
        let answer = try await WeaknessInquiry(
            entrance: TLSEntrance(endpoint: .scripted(.https), dialer: dialer)
        ).hold(Heartbleed()).answer
        #expect(answer == .unknown("seen, but not confirmed: timeout"))
    }

    @Test func `a suite or version that was not offered is garbage and never a trap`() async throws {
        let certificate = try await rsaCertificate()
        for (suite, version) in [(0x000A, 0x0303), (0xCCA8, 0x0303), (0xC02F, 0x0303), (0x002F, 0x0300)] {
            let bytes = flight(UInt16(suite), version: UInt16(version), certificate: certificate)
            let script: Script = [.expectAnything, .answer(bytes), .expectAnything, .close]
            for test in [TLSPOODLE(), CBCPaddingOracle()] as [any WeaknessTest] {
                #expect(try await ask(test, script).detail.hasPrefix("garbage: "))
            }
        }
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP\r\n"])
    func `another protocol is another protocol`(greeting: String) async throws {
        let dialer = ScriptedDialer(consent: .intrusive) { _, _ in [.expectAnything, .answer(Array(greeting.utf8))] }
        await #expect(throws: WireError.self) {
            _ = try await TLSWeaknessProbe().observe(.scripted(.tls, port: 9443), using: dialer)
        }
    }

    @Test func `a flight that breaks off anywhere proves nothing`() async throws {
        let bytes = flight(0x002F, certificate: try await rsaCertificate())
        for count in stride(from: 0, to: bytes.count, by: 13) {
            let script: Script = [.expectAnything, .answer(Array(bytes.prefix(count))), .close]
            for test in TLSWeaknessProbe.tests.filter({ !["starttls_injection", "alpaca"].contains($0.weakness) }) {
                guard case .unknown = try await ask(test, script) else {
                    Issue.record("\(test.weakness) after \(count) bytes")
                    continue
                }
            }
        }
    }

    @Test func `nonsense after the flight never traps and is never called vulnerable`() async throws {
        let bytes = flight(0x002F, certificate: try await rsaCertificate())
        let nonsense: [[UInt8]] = [
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [21, 3, 3, 0, 1, 2], [21, 3, 3, 0, 0], [24, 3, 3, 0, 0], [20, 3, 3, 0, 0],
            [22, 3, 3, 0, 0], [20, 3, 3, 0, 1, 1, 22, 3, 3, 0, 0], [20, 3, 3, 0, 1, 1, 22, 3, 3, 0, 1, 9],
            [20, 3, 3, 0, 1, 1, 22, 3, 3, 0, 16] + [UInt8](repeating: 0, count: 16),
        ]
        for answer in nonsense {
            let script: Script = [.expectAnything, .answer(bytes), .expectAnything, .answer(answer), .close]
            for test in [Heartbleed(), CCSInjection(), ROBOT(), TLSPOODLE(), CBCPaddingOracle()] as [any WeaknessTest] {
                if case .vulnerable = try await ask(test, script) { Issue.record("\(test.weakness): \(answer)") }
            }
        }
    }

    @Test func `the probe asks at most as many connections as it says, and nothing beyond the budget`() async throws {
        #expect(TLSWeaknessProbe().connections == 75)
        let dialer = ScriptedDialer(consent: .passive) { _, _ in .silent }
        await #expect(throws: NetworkError.budget) {
            _ = try await TLSWeaknessProbe().observe(.scripted(.https), using: dialer)
        }
        #expect(dialer.endpoints.isEmpty)
    }
}
