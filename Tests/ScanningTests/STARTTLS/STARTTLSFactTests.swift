import Model
import Testing
import Transport
import TransportTesting

@testable import Scanning

/// What becomes of an answer to STARTTLS: a fact where it is one, a gap where it is none.
@Suite struct STARTTLSFactTests {
    private func observe(_ steps: [Script.Step], _ service: Service) async throws -> Facts {
        let dialer = ScriptedDialer { _, _ in Script(steps) }
        return try await TLSProbe(trust: .none).observe(.scripted(service), using: dialer)
    }

    @Test func `a refusal is a fact with the server's words, and the only one`() async throws {
        let facts = try await observe(
            [.line("200 ready"), .expect("STARTTLS"), .line("580 Error initializing TLS")], .nntp)
        #expect(facts == Facts(STARTTLSFact(answer: "refused", reason: "580 Error initializing TLS")))
    }

    @Test func `a server that turns us away was not measured`() async {
        let error = STARTTLSError.turnedAway("421 Too many users")
        await #expect(throws: error) { try await observe([.line("421 Too many users")], .ftp) }
        #expect(Outcome.of(error) == (.blocked, "turned away: 421 Too many users"))
    }

    @Test func `plain text behind the consent is another protocol`() async {
        let error = STARTTLSError.followedByPlainText
        await #expect(throws: error) { try await observe([.expectAnything, .answer([0x53, 0x53])], .postgresql) }
        #expect(Outcome.of(error).0 == .otherProtocol)
    }
}
