import Model
import Testing
import Transport
import TransportTesting
import Wire

@testable import Scanning

/// What every dialogue holds to, whatever the protocol.
@Suite struct STARTTLSDialogueTests {
    @discardableResult
    private func lead(_ service: Service, _ steps: [Script.Step]) async throws -> ScriptedStream {
        let dialer = ScriptedDialer([Script(steps)])
        let conversation = try await dialer.connect(to: .scripted(service))
        try await startTLSDialogue(.scripted(service), on: conversation, heloName: "scan.example")
        return dialer.streams[0]
    }

    @Test func `every service that begins in plain text has its good talk here`() {
        let covered = Set(GoodTalk.all.map(\.service)).union([.submission])
        #expect(covered == Set(Service.allCases.filter { $0.security == .startTLS }))
    }

    @Test(arguments: GoodTalk.all)
    func `a server that consents is led to the handshake`(talk: GoodTalk) async throws {
        #expect(try await lead(talk.service, talk.steps).stepsLeft == 0)
    }

    @Test(arguments: GoodTalk.all)
    func `consent that arrives byte by byte is the same consent`(talk: GoodTalk) async throws {
        let bytes = talk.decisive.map { Script.Step.answer([$0]) }
        #expect(try await lead(talk.service, talk.before + bytes + talk.after).stepsLeft == 0)
    }

    @Test(arguments: GoodTalk.all)
    func `a server that breaks off anywhere in its consent has not consented`(talk: GoodTalk) async {
        for count in talk.decisive.indices {
            let cut: Script.Step = .answer(Array(talk.decisive.prefix(count)))
            await #expect(throws: (any Error).self) { try await lead(talk.service, talk.before + [cut]) }
        }
    }

    @Test(arguments: GoodTalk.all)
    func `plain text behind the consent is never taken into TLS`(talk: GoodTalk) async {
        let more = Script.Step.answer(talk.decisive + Array("250 injected\r\n".utf8))
        await #expect(throws: STARTTLSError.followedByPlainText) {
            try await lead(talk.service, talk.before + [more] + talk.after)
        }
    }

    @Test(arguments: GoodTalk.all)
    func `another protocol's greeting is an error that names what was expected`(talk: GoodTalk) async {
        let lines = [
            "SSH-2.0-OpenSSH_9.2p1", "HTTP/1.1 400 Bad Request", "<!DOCTYPE html>", "\u{1}\u{2}\u{3}\u{4}",
        ]
        // A database that asks for TLS first takes one byte of whatever comes: `S` of SSH is its consent.
        for line in lines where !(talk.service == .postgresql && line.hasPrefix("S")) {
            await #expect(throws: WireError.self, "\(line)") {
                try await lead(talk.service, asked(talk) + [.line(line)])
            }
        }
        let foreign = GoodTalk.all.filter { ![talk.service, .xmppClient, .xmppServer].contains($0.service) }
        for other in foreign {
            guard case .answer(let bytes)? = other.before.first else { continue }
            await #expect(throws: (any Error).self, "\(other.service)") {
                try await lead(talk.service, asked(talk) + [.answer(bytes), .close])
            }
        }
    }

    @Test(arguments: GoodTalk.all)
    func `a talker without end is left`(talk: GoodTalk) async {
        let endless = [
            "220-x\r\n", "* x y\r\n", "+OK\r\nX\r\n", "\"A\" \"b\"\r\n", "OK {4000}\r\n", "211-x\r\n", "<a>", "<a x='",
            "101 x\r\nVERSION 2\r\n", " ", "x", "\u{0}", "0\u{7F}",
        ]
        for piece in endless {
            let bytes = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
            await #expect(throws: (any Error).self, "\(piece)") {
                try await lead(talk.service, asked(talk) + [.answer(bytes), .fails(.timeout)])
            }
            await #expect(throws: (any Error).self, "\(piece)") {
                try await lead(talk.service, talk.before + [.answer(bytes), .fails(.timeout)])
            }
        }
    }

    /// What we say unasked.
    private func asked(_ talk: GoodTalk) -> [Script.Step] {
        [.ldap, .postgresql, .xmppClient, .xmppServer].contains(talk.service) ? [.expectAnything] : []
    }
}
