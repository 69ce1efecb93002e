import Model
import Testing
import Transport
import TransportTesting
import Wire

@testable import Scanning

/// What full handshakes that do not come about leave of what was known before them.
@Suite struct ChainInterviewTests {
    private static let seen = SeenChain(
        certificates: [[0x30, 0]], version: .tls12, withServerName: true, messageBytes: 12)

    @Test(
        arguments: [
            [.line("421 4.7.0 Error: too many connections")],
            [
                .line("220 host.example ESMTP"), .expectAnything, .line("250 STARTTLS"), .expect("STARTTLS"),
                .line("454 4.7.0 Error: too many new TLS sessions"),
            ],
            [.line("not a reply")],
        ] as [[Script.Step]])
    func `a mail server that has had enough takes nothing back`(steps: [Script.Step]) async throws {
        var portrait = ServerPortrait()
        portrait.versions[.tls12] = .accepted
        portrait.chains = [Self.seen]
        let dialer = ScriptedDialer { _, _ in Script(steps) }
        let entrance = TLSEntrance(endpoint: .scripted(.smtp), dialer: dialer)
        let served = try await ChainInterview(entrance: entrance, trust: .none, portrait: portrait).hold()
        #expect(served.visit == nil)
        #expect(served.chains == [Self.seen])
    }
}
