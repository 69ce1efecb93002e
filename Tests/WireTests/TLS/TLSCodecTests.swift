import Testing
import Wire

@Suite struct TLSCodecTests {
    /// TLS 1.2 ServerHello of a server that answers renegotiation_info and extended_master_secret.
    /// Written by hand from RFC 5246 section 7.4.1.3 and RFC 7627; no capture involved.
    private let hello12: [UInt8] =
        [0x16, 0x03, 0x03, 0x00, 0x39]  // record: handshake, TLS 1.2, 57 bytes
        + [0x02, 0x00, 0x00, 0x35]  // ServerHello, 53 bytes
        + [0x03, 0x03] + [UInt8](repeating: 0xAB, count: 32) + [0x00]  // version, random, no session id
        + [0xC0, 0x2F, 0x00]  // TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, null compression
        + [0x00, 0x0D]  // 13 bytes of extensions
        + [0xFF, 0x01, 0x00, 0x01, 0x00]  // renegotiation_info, empty
        + [0x00, 0x17, 0x00, 0x00]  // extended_master_secret
        + [0x0A, 0x0A, 0x00, 0x00]  // GREASE (RFC 8701)

    /// HelloRetryRequest for secp256r1. Written by hand from RFC 8446 section 4.1.4.
    private let retry: [UInt8] =
        [0x16, 0x03, 0x03, 0x00, 0x38, 0x02, 0x00, 0x00, 0x34, 0x03, 0x03]
        + [
            0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
            0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
        ]
        + [0x00, 0x13, 0x01, 0x00, 0x00, 0x0C]
        + [0x00, 0x2B, 0x00, 0x02, 0x03, 0x04]  // supported_versions: TLS 1.3
        + [0x00, 0x33, 0x00, 0x02, 0x00, 0x17]  // key_share: secp256r1

    private func answer(_ bytes: [UInt8]) throws -> HelloAnswer? {
        var reader = HelloAnswerReader()
        return try reader.answer(adding: bytes)
    }

    private func hello(_ bytes: [UInt8]) throws -> ServerHello {
        guard case .flight(let flight) = try answer(bytes) else { throw WireError.missing(field: "hello", of: "test") }
        return flight.hello
    }

    @Test func `a ServerHello says what was chosen, GREASE included`() throws {
        let hello = try hello(hello12)
        #expect(hello.version == .tls12)
        #expect(hello.cipherSuite.name == "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
        #expect(hello.cipherSuite.code == "C02F")
        #expect(hello.extensions.map(\.type) == [0xFF01, 23, 0x0A0A])
        #expect(!hello.isHelloRetryRequest)
    }

    @Test func `a HelloRetryRequest names version and group`() throws {
        let hello = try hello(retry)
        #expect(hello.isHelloRetryRequest)
        #expect(hello.version == .tls13)
        #expect(hello.legacyVersion == .tls12)
        #expect(hello.keyShareGroup == .secp256r1)
    }

    @Test func `every shorter prefix waits for more, and never answers`() throws {
        for message in [hello12, retry] {
            for length in 0..<message.count { #expect(try answer(Array(message.prefix(length))) == nil) }
        }
    }

    @Test func `every shorter body names the field that is missing`() {
        // 12 more bytes of a body cut inside its extensions; a body without extensions is whole (before RFC 3546).
        let body = Array(hello12.dropFirst(9))
        let withoutExtensions = 2 + 32 + 1 + 2 + 1
        for length in 0..<body.count where length != withoutExtensions {
            #expect(throws: WireError.self) { try ServerHello(parsing: Array(body.prefix(length))) }
        }
        #expect(throws: WireError.missing(field: "random", of: "ServerHello")) {
            try ServerHello(parsing: [3, 3, 1])
        }
        #expect(throws: WireError.trailing(bytes: 1, after: "ServerHello")) { try ServerHello(parsing: body + [0]) }
    }

    @Test func `records cut anywhere and single bytes give the same answer`() throws {
        let message = Array(hello12.dropFirst(5))
        let pieces = stride(from: 0, to: message.count, by: 7).flatMap { start in
            let part = Array(message[start..<min(start + 7, message.count)])
            return [0x16, 0x03, 0x03, 0x00, UInt8(part.count)] + part
        }
        var reader = HelloAnswerReader()
        var answer: HelloAnswer?
        let whole = HelloAnswer.flight(ServerFlight(hello: try hello(hello12)))
        for byte in pieces { answer = try reader.answer(adding: [byte]) ?? answer }
        #expect(answer == whole)
    }

    @Test func `warnings are passed over, fatal alerts and close_notify answer, an endless row of warnings ends`()
        throws
    {
        let warning: [UInt8] = [0x15, 3, 1, 0, 2, 1, 112]
        #expect(try answer(warning) == nil)
        let hello = HelloAnswer.flight(ServerFlight(hello: try hello(hello12)))
        #expect(try answer(warning + hello12) == hello)
        #expect(try answer(warning + [0x15, 3, 1, 0, 2, 2, 70]) == .alert(TLSAlert(isFatal: true, code: 70)))
        #expect(try answer([0x15, 3, 1, 0, 2, 1, 0]) == .alert(TLSAlert(isFatal: false, code: 0)))
        let endless = (0..<20).flatMap { _ in warning }
        #expect(try answer(endless) == .alert(TLSAlert(isFatal: false, code: 112)))
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", "220 mail.example ESMTP Postfix\r\n", "HTTP/1.1 400 Bad Request\r\n",
        "* OK [CAPABILITY IMAP4rev1] ready\r\n", "+OK Dovecot ready.\r\n",
    ])
    func `the greeting of another protocol is refused at its first byte`(greeting: String) {
        for length in 1...greeting.utf8.count {
            #expect(throws: WireError.self) { try answer(Array(greeting.utf8.prefix(length))) }
        }
    }

    @Test func `no bytes whatsoever trap`() {
        var generator = SplitMix(state: 20_261_123)
        for _ in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: .min ... .max, using: &generator)
            }
            if !bytes.isEmpty, Bool.random(using: &generator) {
                bytes[0] = UInt8.random(in: 20...24, using: &generator)
            }
            if bytes.count > 4 { (bytes[1], bytes[3]) = (3, 0) }
            _ = try? answer(bytes)
            _ = try? ServerHello(parsing: bytes)
        }
        for position in hello12.indices {
            for value in UInt8.min ... .max {
                var bytes = hello12
                bytes[position] = value
                _ = try? answer(bytes)
            }
        }
    }
}

/// Repeatable random numbers (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

@Suite struct ClientHelloTests {
    private let random = [UInt8](repeating: 0x5A, count: 32)

    private func bytes(_ version: TLSVersion, name: String = "www.example") -> [UInt8] {
        ClientHello.asking(for: version, serverName: name, random: random).bytes
    }

    @Test func `SSL 3.0 is asked without extensions`() throws {
        var reader = TLSRecordReader()
        reader.append(bytes(.ssl3))
        let record = try #require(try reader.next())
        #expect(record.version == .ssl3)
        var body = ByteReader(Array(record.body.dropFirst(4)), of: "hello")
        #expect(try body.uint16("version") == 0x0300)
        #expect(try body.bytes(32, "random") == random)
        #expect(try body.vector8("session id") == [])
        #expect(try body.vector16("suites").suffix(2) == [0x00, 0xFF])
        #expect(try body.vector8("compression") == [0])
        try body.finish()
    }

    @Test(arguments: TLSVersion.known)
    func `a hello is one record, never of the lengths that hang load balancers, with at most 130 suites`(
        version: TLSVersion
    ) {
        let hello = ClientHello.asking(for: version, serverName: "www.example", random: random)
        #expect(hello.cipherSuites.count <= 130)
        #expect(Set(hello.cipherSuites).count == hello.cipherSuites.count)
        let length = hello.message.bytes.count
        #expect(version == .ssl3 || !(256..<512).contains(length))
    }

    @Test func `TLS 1.3 is asked with every version and an empty key share`() {
        let hello = ClientHello.asking(for: .tls13, serverName: "", random: random)
        let bodies = hello.extensions.filter { [43, 51].contains($0.type) }.map(\.body)
        #expect(bodies == [[8, 3, 4, 3, 3, 3, 2, 3, 1], [0, 0]])
        #expect(!hello.extensions.contains { $0.type == 0 })
    }

    @Test func `every suite offered has a name`() {
        for version in TLSVersion.known {
            // The last is no suite but the signal of RFC 5746.
            #expect(CipherSuite.offered(for: version).dropLast().filter { !$0.name.hasPrefix("TLS_") }.isEmpty)
        }
        #expect(CipherSuite(rawValue: 0x0A0A).name == "0A0A")
    }
}
