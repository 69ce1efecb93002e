import Testing
import Wire

@Suite struct ClientHelloCodecTests {
    private let random = [UInt8](repeating: 0x5A, count: 32)

    private func parsed(_ bytes: [UInt8]) throws -> ClientHello {
        var records = TLSRecordReader()
        var messages = HandshakeReader()
        records.append(bytes)
        while let record = try records.next() { messages.append(record.body) }
        return try ClientHello(parsing: try #require(try messages.next()).body)
    }

    private var everything: ClientHello {
        var extensions: [TLSExtension] = [
            .grease(0), .supportedGroups(NamedGroup.all + [NamedGroup(rawValue: .grease(2))]), .ecPointFormats,
            .signatureAlgorithms(SignatureScheme.all), .supportedVersions([TLSVersion(rawValue: .grease(1)), .tls13]),
            .keyShare(.entries([KeyShareEntry(group: .x25519, publicKey: random)])), .alpn(["h2", "http/1.1"]),
            .nextProtocolNegotiation, .statusRequest, .signedCertificateTimestamp, .heartbeat, .encryptThenMAC,
            .extendedMasterSecret, .truncatedHMAC, .maxFragmentLength(1), .sessionTicket([1, 2]), .renegotiationInfo,
            .pskKeyExchangeModes(), .recordSizeLimit(16_385), .earlyData, .padding(3), .grease(15),
        ]
        if let name = TLSExtension.serverName("www.example") { extensions.append(name) }
        return ClientHello(
            legacyVersion: .tls12, random: random, sessionID: random,
            cipherSuites: [CipherSuite(rawValue: .grease(4))] + CipherSuite.all + [.emptyRenegotiationInfo],
            compressionMethods: [1, 0], extensions: extensions)
    }

    @Test func `what is written is read again, GREASE and unknown numbers included`() throws {
        #expect(try parsed(everything.bytes) == everything)
        for version in TLSVersion.known {
            let hello = ClientHello.asking(for: version, serverName: "www.example", random: random)
            #expect(try parsed(hello.bytes) == hello)
        }
    }

    @Test func `a hello longer than a record is spread over several`() throws {
        let hello = ClientHello(
            legacyVersion: .tls12, random: random, cipherSuites: CipherSuite.all,
            extensions: [.padding(40_000)])
        #expect(hello.bytes.count > 2 * 16_384)
        #expect(try parsed(hello.bytes) == hello)
    }

    @Test func `every shorter body names what is missing, and a byte too many is refused`() throws {
        let body = everything.message.body
        let withoutExtensions = 2 + 32 + 33 + 2 + 2 * everything.cipherSuites.count + 3
        for length in 0..<body.count where length != withoutExtensions {
            #expect(throws: WireError.self) { try ClientHello(parsing: Array(body.prefix(length))) }
        }
        #expect(throws: WireError.self) { try ClientHello(parsing: body + [0]) }
        for greeting in ForeignGreeting.all { #expect(throws: WireError.self) { try ClientHello(parsing: greeting) } }
    }

    @Test func `extensions look as their RFCs want them`() {
        #expect(TLSExtension.serverName("a.example")?.body == [0, 12, 0, 0, 9] + Array("a.example".utf8))
        #expect(TLSExtension.serverName("") == nil && TLSExtension.serverName("a b") == nil)
        #expect(
            TLSExtension.alpn(["h2", "", "http/1.1"]).body == [0, 12, 2] + Array("h2".utf8) + [8]
                + Array("http/1.1".utf8))
        #expect(TLSExtension.alpn([String(repeating: "x", count: 256)]).body == [0, 0])
        #expect(TLSExtension.statusRequest.body == [1, 0, 0, 0, 0])
        #expect(TLSExtension.keyShare(.none).body == [0, 0])
        #expect(TLSExtension.keyShare(.x25519([9])).body == [0, 5, 0, 29, 0, 1, 9])
        #expect(TLSExtension.pskKeyExchangeModes(alsoWithoutDHE: true).body == [2, 1, 0])
        #expect(TLSExtension.grease(1) == TLSExtension(0x1A1A, []))
    }

    @Test func `a ServerHello is written as it is read`() throws {
        let hello = try ServerHello(
            legacyVersion: .tls12, random: random, sessionID: [1], cipherSuite: CipherSuite(rawValue: 0x1301),
            extensions: [
                TLSExtension(43, [3, 4]), TLSExtension(16, [0, 3, 2, 0x68, 0x32]), TLSExtension(0x3374, [1, 0x61]),
            ])
        #expect(try ServerHello(parsing: hello.message.body) == hello)
        #expect(hello.version == .tls13 && hello.alpn == "h2" && hello.nextProtocols == ["a"])
    }
}
