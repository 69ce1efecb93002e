/// The server's choice (RFC 8446 section 4.1.3, RFC 5246 section 7.4.1.3); also a HelloRetryRequest.
package struct ServerHello: Sendable, Equatable {
    package let legacyVersion: TLSVersion
    package let random: [UInt8]
    package let sessionID: [UInt8]
    package let cipherSuite: CipherSuite
    package let compression: UInt8
    package let extensions: [TLSExtension]
    /// What counts: `supported_versions` where the server sent it.
    package let version: TLSVersion

    package init(
        legacyVersion: TLSVersion, random: [UInt8], sessionID: [UInt8] = [], cipherSuite: CipherSuite,
        compression: UInt8 = 0, extensions: [TLSExtension] = []
    ) throws(WireError) {
        self.legacyVersion = legacyVersion
        self.random = random
        self.sessionID = sessionID
        self.cipherSuite = cipherSuite
        self.compression = compression
        self.extensions = extensions
        version = try Self.chosenVersion(extensions) ?? legacyVersion
    }

    /// From the body of a handshake message, as `HandshakeReader` hands it out.
    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "ServerHello")
        try self.init(
            legacyVersion: TLSVersion(rawValue: try reader.uint16("version")), random: try reader.bytes(32, "random"),
            sessionID: try reader.sessionID(), cipherSuite: CipherSuite(rawValue: try reader.uint16("cipher suite")),
            compression: try reader.uint8("compression method"), extensions: try TLSExtension.block(in: &reader))
        try reader.finish()
    }

    private static func chosenVersion(_ extensions: [TLSExtension]) throws(WireError) -> TLSVersion? {
        guard let chosen = extensions.first(where: { $0.type == TLSExtension.Number.supportedVersions }) else {
            return nil
        }
        var reader = ByteReader(chosen.body, of: "ServerHello")
        let version = TLSVersion(rawValue: try reader.uint16("selected version"))
        try reader.finish()
        return version
    }

    package var message: HandshakeMessage {
        var body: [UInt8] = []
        body.append16(legacyVersion.rawValue)
        body += random
        body.vector8 { $0 += sessionID }
        body.append16(cipherSuite.rawValue)
        body.append(compression)
        TLSExtension.append(extensions, to: &body)
        return HandshakeMessage(type: HandshakeMessage.serverHello, body: body)
    }

    /// `nil` where the server did not send it.
    package func body(of extension: UInt16) -> [UInt8]? { extensions.first { $0.type == `extension` }?.body }

    /// The random value that marks a HelloRetryRequest: SHA-256 of "HelloRetryRequest".
    package var isHelloRetryRequest: Bool { random == Self.retryRandom }

    package static let retryRandom: [UInt8] = [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ]

    /// The group chosen in `key_share` of TLS 1.3; `nil` where there is none.
    package var keyShareGroup: NamedGroup? {
        guard let body = body(of: TLSExtension.Number.keyShare), body.count >= 2 else { return nil }
        return NamedGroup(rawValue: UInt16(body[0]) << 8 | UInt16(body[1]))
    }

    /// The protocol chosen by ALPN; `nil` where none was, or what came is none.
    package var alpn: String? { body(of: TLSExtension.Number.alpn).flatMap(TLSExtension.protocolNames)?.first }

    /// The protocols the server offers by NPN; `nil` without the extension or where it cannot be read.
    package var nextProtocols: [String]? {
        guard let body = body(of: TLSExtension.Number.nextProtocolNegotiation) else { return nil }
        return TLSExtension.names(in: ByteReader(body, of: "next_protocol_negotiation"))
    }
}

extension TLSExtension {
    /// The list in an ALPN extension (RFC 7301 section 3.1).
    static func protocolNames(_ body: [UInt8]) -> [String]? {
        var reader = ByteReader(body, of: "ALPN")
        guard let list = try? reader.part16("protocol names"), reader.isAtEnd else { return nil }
        return names(in: list)
    }

    static func names(in list: ByteReader) -> [String]? {
        var list = list
        var names: [String] = []
        while !list.isAtEnd {
            guard let name = try? list.vector8("protocol name") else { return nil }
            names.append(String(visible: name))
        }
        return names
    }
}
