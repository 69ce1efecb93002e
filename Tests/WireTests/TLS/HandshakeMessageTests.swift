import Testing
import Wire

@Suite struct HandshakeMessageTests {
    /// Certificate of TLS 1.3 with an OCSP response, written by hand from RFC 8446 section 4.4.2.
    private let certificate13: [UInt8] =
        [0, 0, 0, 22, 0, 0, 5] + Flights.certificate + [0, 12, 0, 5, 0, 8, 1, 0, 0, 4, 0x30, 2, 1, 1]

    /// NewSessionTicket of TLS 1.3: a day, early data of 16384 bytes (RFC 8446 section 4.6.1).
    private let ticket13: [UInt8] =
        [0, 1, 0x51, 0x80, 1, 2, 3, 4, 1, 0, 0, 2, 7, 7] + [0, 8, 0, 42, 0, 4, 0, 0, 0x40, 0]

    /// EncryptedExtensions with x25519, secp256r1 and "h2".
    private let encrypted: [UInt8] = [0, 19, 0, 10, 0, 6, 0, 4, 0, 29, 0, 23, 0, 16, 0, 5, 0, 3, 2, 0x68, 0x32]

    /// CertificateRequest of TLS 1.3 with one signature scheme and one authority.
    private let request13: [UInt8] = [0, 0, 18, 0, 13, 0, 4, 0, 2, 4, 3, 0, 47, 0, 6, 0, 4, 0, 2, 0x30, 0]

    @Test func `a chain of TLS 1.3 carries extensions with each certificate`() throws {
        let message = try CertificateMessage(parsing: certificate13, version: .tls13)
        #expect(message.certificates == [Flights.certificate])
        let status = try #require(message.entries.first?.extensions.first { $0.type == 5 })
        #expect(try CertificateStatus(parsing: status.body).responses == [[0x30, 2, 1, 1]])
        #expect(try CertificateMessage(parsing: [0, 0, 0], version: .tls12).certificates == [])
    }

    @Test func `several OCSP responses come in order`() throws {
        let status = try CertificateStatus(parsing: [2, 0, 0, 8, 0, 0, 2, 1, 2, 0, 0, 0])
        #expect(status.responses == [[1, 2], []])
        #expect(throws: WireError.self) { try CertificateStatus(parsing: [3, 0, 0, 0]) }
    }

    @Test func `tickets say how long they last and how much early data they allow`() throws {
        let ticket = try NewSessionTicket(parsing: ticket13, version: .tls13)
        #expect(ticket.lifetimeSeconds == 86_400 && ticket.ticket == [7, 7] && ticket.earlyDataBytes == 16_384)
        let older = try NewSessionTicket(parsing: [0, 0, 0, 0, 0, 2, 7, 7], version: .tls12)
        #expect(older.lifetimeSeconds == 0 && older.ticket == [7, 7] && older.earlyDataBytes == nil)
        #expect(try NewSessionTicket(parsing: ticket13.dropLast(10) + [0, 0], version: .tls13).earlyDataBytes == nil)
    }

    @Test func `EncryptedExtensions state groups and the protocol chosen`() throws {
        let read = try EncryptedExtensions(parsing: encrypted)
        #expect(read.supportedGroups == [.x25519, .secp256r1])
        #expect(read.alpn == "h2")
        #expect(try EncryptedExtensions(parsing: [0, 0]).supportedGroups == nil)
    }

    @Test func `a request for a client certificate is read in all its forms`() throws {
        let new = try CertificateRequest(parsing: request13, version: .tls13)
        #expect(new.signatureSchemes.map(\.rawValue) == [0x0403] && new.authorities == [[0x30, 0]])
        let old = try CertificateRequest(parsing: [1, 1, 0, 0], version: .tls10)
        #expect(old.types == [1] && old.signatureSchemes.isEmpty && old.authorities.isEmpty)
    }

    @Test func `every shorter prefix names what is missing, and a byte too many is refused`() {
        expectAllToThrow(certificate13) { try CertificateMessage(parsing: $0, version: .tls13) }
        expectAllToThrow(Array(Flights.chain.dropFirst(4))) { try CertificateMessage(parsing: $0, version: .tls12) }
        expectAllToThrow(Array(Flights.status.dropFirst(4))) { try CertificateStatus(parsing: $0) }
        expectAllToThrow(Array(Flights.request.dropFirst(4))) { try CertificateRequest(parsing: $0, version: .tls12) }
        expectAllToThrow(request13) { try CertificateRequest(parsing: $0, version: .tls13) }
        expectAllToThrow(ticket13) { try NewSessionTicket(parsing: $0, version: .tls13) }
        expectAllToThrow([0, 0, 0, 0, 0, 2, 7, 7]) { try NewSessionTicket(parsing: $0, version: .tls12) }
        expectAllToThrow(encrypted) { try EncryptedExtensions(parsing: $0) }
    }

    private func expectAllToThrow(_ good: [UInt8], _ parse: ([UInt8]) throws -> some Any) {
        #expect(throws: Never.self) { _ = try parse(good) }
        for bad in good.everyShorterPrefix + [good + [0]] { #expect(throws: WireError.self) { _ = try parse(bad) } }
        for greeting in ForeignGreeting.all { _ = try? parse(greeting) }
    }
}
