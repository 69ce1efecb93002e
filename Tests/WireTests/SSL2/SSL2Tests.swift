import Testing
import Wire

@Suite struct SSL2Tests {
    private let challenge = [UInt8](1...16)

    private var hello: SSL2ServerHello {
        SSL2ServerHello(
            certificate: [0x30, 0x03, 0x02, 0x01, 0x05],
            cipherKinds: [SSL2CipherKind(rawValue: 0x010080), SSL2CipherKind(rawValue: 0x0700C0)],
            connectionID: challenge)
    }

    private func answer(_ bytes: [UInt8], pieces: Int = .max) throws(WireError) -> SSL2Answer? {
        var reader = SSL2AnswerReader()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(piece.count)
            if let answer = try reader.answer(adding: piece) { return answer }
        }
        return nil
    }

    /// Written by hand from "The SSL Protocol" version 2, section 2.5; no capture involved.
    @Test func `a CLIENT-HELLO asks for every cipher kind`() throws {
        let hello = SSL2ClientHello(cipherKinds: [SSL2CipherKind(rawValue: 0x0700C0)], challenge: challenge)
        #expect(hello.bytes == [0x80, 28, 1, 0, 2, 0, 3, 0, 0, 0, 16, 7, 0, 0xC0] + challenge)
        #expect(try SSL2ClientHello(parsing: Array(hello.bytes.dropFirst(2))) == hello)
        #expect(SSL2ClientHello(challenge: challenge).cipherKinds.count == 13)
    }

    @Test(arguments: [1, 3, Int.max])
    func `a SERVER-HELLO shows certificate and cipher kinds, however it is cut`(pieces: Int) throws {
        #expect(try answer(hello.bytes, pieces: pieces) == .hello(hello))
        for prefix in hello.bytes.everyShorterPrefix { #expect(try answer(prefix, pieces: pieces) == nil) }
    }

    @Test func `a header of three bytes and padding are understood`() throws {
        let body = Array(hello.bytes.dropFirst(2))
        let padded = [UInt8(0), UInt8(body.count + 3), 3] + body + [0, 0, 0]
        #expect(try answer(padded) == .hello(hello))
        #expect(throws: WireError.self) { try answer([0, 2, 3, 0, 0]) }
    }

    @Test func `an ERROR and an alert of TLS are refusals with a reason`() throws {
        #expect(try answer([0x80, 3, 0, 0, 1]) == .error(SSL2Error(code: 1)))
        #expect(SSL2Error(code: 1).description == "SSLv2 error 1 no_cipher")
        #expect(try answer(SSL2Error(code: 6).bytes, pieces: 1) == .error(SSL2Error(code: 6)))
        let alert: [UInt8] = [0x15, 3, 1, 0, 2, 2, 70]
        for pieces in [1, 2, Int.max] {
            #expect(try answer(alert, pieces: pieces) == .alert(TLSAlert(isFatal: true, code: 70)))
        }
        #expect(throws: WireError.self) { try answer(Flights.records(Flights.ecdhe)) }
    }

    @Test func `every shorter body names what is missing`() {
        let body = Array(hello.bytes.dropFirst(2))
        for bad in body.everyShorterPrefix + [body + [0]] {
            #expect(throws: WireError.self) { try SSL2ServerHello(parsing: bad) }
        }
        let client = Array(SSL2ClientHello(challenge: challenge).bytes.dropFirst(2))
        for bad in client.everyShorterPrefix + [client + [0]] {
            #expect(throws: WireError.self) { try SSL2ClientHello(parsing: bad) }
        }
        #expect(throws: WireError.self) { try SSL2Error(parsing: [0, 1]) }
    }

    @Test func `other protocols' greetings do not trap`() {
        for greeting in ForeignGreeting.all {
            _ = try? answer(greeting)
            _ = try? answer(greeting, pieces: 1)
            _ = try? SSL2ServerHello(parsing: [4] + greeting)
            _ = try? SSL2ClientHello(parsing: [1] + greeting)
        }
    }
}
