import Model
import Testing
import Transport
import TransportTesting

@Suite struct ScriptedDialerTests {
    @Test func `a conversation follows its script and records what was sent`() async throws {
        let dialer = ScriptedDialer([[.line("220 ready"), .expect("EHLO a"), .line("250 hello")]])
        let conversation = try await dialer.connect(to: .scripted(.smtp))
        #expect(try await conversation.receiveLine() == Array("220 ready".utf8))
        try await conversation.send(line: "EHLO a")
        #expect(try await conversation.receiveLine() == Array("250 hello".utf8))
        #expect(try await conversation.receive() == [])
        conversation.close()
        #expect(dialer.streams[0].sentText == "EHLO a\r\n")
        #expect(dialer.streams[0].isClosed)
        #expect(dialer.streams[0].stepsLeft == 0)
    }

    @Test func `bytes the script does not expect are an error that quotes both`() async throws {
        let conversation = try await ScriptedDialer([[.expect("EHLO a")]]).connect(to: .scripted(.smtp))
        await #expect(throws: ScriptMismatch.self) { try await conversation.send(line: "HELO a") }
    }

    @Test func `waiting where the peer waits is a timeout, and failures come as scripted`() async throws {
        let dialer = ScriptedDialer([[.expectAnything], [.fails(.reset)], .connectFails(.refused), .silent])
        let waiting = try await dialer.connect(to: .scripted(.http))
        await #expect(throws: NetworkError.timeout) { try await waiting.receive() }
        let reset = try await dialer.connect(to: .scripted(.http))
        await #expect(throws: NetworkError.reset) { try await reset.receive() }
        await #expect(throws: NetworkError.refused) { _ = try await dialer.connect(to: .scripted(.http)) }
        let silent = try await dialer.connect(to: .scripted(.http))
        try await silent.send(line: "GET")
        await #expect(throws: NetworkError.timeout) { try await silent.receive() }
        await #expect(throws: NetworkError.refused) { _ = try await dialer.connect(to: .scripted(.http)) }
    }

    @Test func `names are answered from the list, others do not exist`() async throws {
        let answer = DNSAnswer(records: [[192, 0, 2, 1]], nameExists: true, validation: .secure)
        let dialer = ScriptedDialer(answers: [
            DNSQuestion("www.example", .a): .success(answer),
            DNSQuestion("slow.example", .a): .failure(.timeout),
        ])
        #expect(try await dialer.lookup("WWW.example.", .a) == answer)
        #expect(try await dialer.lookup("www.example", .aaaa).nameExists)
        #expect(try await dialer.lookup("other.example", .a).nameExists == false)
        await #expect(throws: NetworkError.timeout) { _ = try await dialer.lookup("slow.example", .a) }
    }
}
