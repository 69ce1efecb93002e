import Testing
import Wire

@Suite struct ServerFlightTests {
    @Test func `a flight of TLS 1.2 shows chain, OCSP response, key exchange and the wish for a client certificate`()
        throws
    {
        let flight = try #require(try Flights.flight(Flights.records(Flights.ecdhe)))
        #expect(flight.hello.cipherSuite.rawValue == 0xC02B)
        #expect(flight.certificates == [Flights.certificate, Flights.issuer])
        #expect(flight.certificateMessageBytes == Flights.chain.count - 4)
        #expect(flight.certificateStatus == [0x30, 0x03, 0x0A, 0x01, 0x00])
        #expect(flight.serverKeyExchange?.parameters == .ecdhe(group: .secp256r1, publicKey: [4, 1, 2]))
        #expect(flight.serverKeyExchange?.signatureScheme?.name == "ecdsa_secp256r1_sha256")
        #expect(flight.certificateRequest?.types == [1, 64])
        #expect(flight.certificateRequest?.signatureSchemes.map(\.rawValue) == [0x0403, 0x0804])
        #expect(flight.certificateRequest?.authorities == [[0x30, 0]])
        #expect(flight.isDone && flight.alert == nil && flight.unreadable.isEmpty && !flight.isResumption)
    }

    @Test(arguments: [1, 2, 3, 7, 64, 500])
    func `records and pieces of any size give the same flight`(size: Int) throws {
        let whole = try Flights.flight(Flights.records(Flights.ecdhe))
        #expect(whole != nil)
        for pieces in [1, 5, Int.max] {
            #expect(try Flights.flight(Flights.records(Flights.ecdhe, size: size), pieces: pieces) == whole)
        }
    }

    @Test func `every shorter prefix waits for more, and what came so far is known`() throws {
        let bytes = Flights.records(Flights.ecdhe, size: 40)
        for prefix in bytes.everyShorterPrefix { #expect(try Flights.answer(prefix) == nil) }
        var reader = HelloAnswerReader(until: .flight)
        #expect(try reader.answer(adding: Flights.records(Flights.hello(0xC02B) + Flights.chain)) == nil)
        #expect(reader.soFar?.certificates?.count == 2)
        #expect(reader.soFar?.isDone == false)
    }

    @Test func `until hello stops at the ServerHello`() throws {
        let answer = try Flights.answer(Flights.records(Flights.ecdhe), until: .hello)
        guard case .flight(let flight) = answer else { throw WireError.missing(field: "flight", of: "test") }
        #expect(flight.certificates == nil && !flight.isDone)
    }

    @Test func `TLS 1.3 ends with the ServerHello, the rest is encrypted`() throws {
        let hello = Flights.hello(0x1301, extensions: [0, 43, 0, 2, 3, 4, 0, 51, 0, 4, 0, 29, 0, 0])
        let flight = try #require(try Flights.flight(Flights.records(hello)))
        #expect(flight.isDone && flight.hello.version == .tls13 && flight.hello.keyShareGroup == .x25519)
    }

    @Test func `alerts are found split over records and two in one`() throws {
        let split =
            TLSRecord(.alert, version: .tls10, body: [1]).bytes + TLSRecord(.alert, version: .tls10, body: [112]).bytes
        let two = TLSRecord(.alert, version: .tls10, body: [1, 112, 2, 40]).bytes
        #expect(try Flights.answer(split) == nil)
        #expect(try Flights.answer(split + two) == .alert(TLSAlert(isFatal: true, code: 40)))
    }

    @Test func `an alert in the middle keeps what came before it`() throws {
        let bytes = Flights.records(Flights.hello(0xC02B) + Flights.chain) + [0x15, 3, 3, 0, 2, 2, 40]
        let flight = try #require(try Flights.flight(bytes))
        #expect(flight.certificates?.count == 2 && !flight.isDone)
        #expect(flight.alert == TLSAlert(isFatal: true, code: 40))
    }

    @Test func `a resumed session goes on to encryption at once, with or without a new ticket`() throws {
        let ticket = Flights.message(4, [0, 0, 1, 44] + Flights.vector16([7, 7]))
        let change: [UInt8] = [20, 3, 3, 0, 1, 1]
        let flight = try #require(try Flights.flight(Flights.records(Flights.hello(0xC02B) + ticket) + change))
        #expect(flight.isResumption && !flight.isDone)
        #expect(flight.sessionTicket?.lifetimeSeconds == 300)
        #expect(try Flights.flight(Flights.records(Flights.hello(0xC02B)) + change)?.isResumption == true)
    }

    @Test func `a damaged message is named and does not hide the others`() throws {
        let damaged = Flights.message(11, [0, 0, 9, 0])
        let flight = try #require(
            try Flights.flight(Flights.records(Flights.hello(0xC02B) + damaged + Flights.keyExchange + Flights.done)))
        #expect(flight.unreadable == [.missing(field: "certificate list", of: "Certificate")])
        #expect(flight.certificates == nil && flight.serverKeyExchange != nil && flight.isDone)
    }

    @Test func `messages without end come to an end`() throws {
        let endless = Flights.hello(0xC02B) + (0..<100).flatMap { _ in Flights.message(99, []) }
        let flight = try #require(try Flights.flight(Flights.records(endless)))
        #expect(!flight.isDone && flight.unreadable.count == 8)
        let requests = (0..<100).flatMap { _ in Flights.message(0, []) }
        #expect(throws: WireError.self) { try Flights.answer(Flights.records(requests)) }
        #expect(try Flights.flight(Flights.records(Flights.message(0, []) + Flights.ecdhe))?.isDone == true)
    }

    @Test func `a message longer than a megabyte is refused, one of 200 kB is read`() throws {
        let large = [UInt8](repeating: 0x30, count: 60_000)
        var list: [UInt8] = []
        for _ in 0..<4 { list.vector24 { $0 += large } }
        var chain: [UInt8] = []
        chain.vector24 { $0 += list }
        let bytes = Flights.records(Flights.hello(0xC02B) + Flights.message(11, chain) + Flights.done)
        #expect(
            try Flights.flight(bytes, pieces: 1_400)?.certificates?.map(\.count) == [60_000, 60_000, 60_000, 60_000])
        let tooLong: [UInt8] = [11, 0x20, 0, 0]
        #expect(throws: WireError.self) { try Flights.flight(Flights.records(Flights.hello(0xC02B) + tooLong)) }
    }

    @Test func `no byte changed in a flight traps`() {
        let bytes = Flights.records(Flights.ecdhe)
        for position in bytes.indices {
            for value in [0, 1, 3, 0x7F, 0x80, 0xFE, 0xFF] as [UInt8] {
                var changed = bytes
                changed[position] = value
                _ = try? Flights.answer(changed)
            }
        }
    }
}
