/// A hello made by hand, to ask for exactly one thing (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2).
package struct ClientHello: Sendable, Equatable {
    /// The version field; never above TLS 1.2.
    package let legacyVersion: TLSVersion
    package let random: [UInt8]
    package let sessionID: [UInt8]
    package let cipherSuites: [CipherSuite]
    /// 0 is null, 1 is DEFLATE (RFC 3749).
    package let compressionMethods: [UInt8]
    /// Empty: the hello has no extension block at all, as before RFC 3546.
    package let extensions: [TLSExtension]

    package init(
        legacyVersion: TLSVersion, random: [UInt8], sessionID: [UInt8] = [], cipherSuites: [CipherSuite],
        compressionMethods: [UInt8] = [0], extensions: [TLSExtension]
    ) {
        precondition(random.count == 32, "a hello's random value has 32 bytes")
        precondition(sessionID.count <= 32, "a session id has at most 32 bytes")
        self.legacyVersion = legacyVersion
        self.random = random
        self.sessionID = sessionID
        self.cipherSuites = cipherSuites
        self.compressionMethods = compressionMethods
        self.extensions = extensions
    }

    /// From the body of a handshake message, as `HandshakeReader` hands it out.
    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "ClientHello")
        legacyVersion = TLSVersion(rawValue: try reader.uint16("version"))
        random = try reader.bytes(32, "random")
        sessionID = try reader.sessionID()
        var suites = try reader.part16("cipher suites")
        cipherSuites = try suites.numbers16("cipher suite").map(CipherSuite.init(rawValue:))
        compressionMethods = try reader.vector8("compression methods")
        extensions = try TLSExtension.block(in: &reader)
        try reader.finish()
    }

    package func body(of extension: UInt16) -> [UInt8]? { extensions.first { $0.type == `extension` }?.body }

    package var message: HandshakeMessage {
        var body: [UInt8] = []
        append(to: &body)
        return HandshakeMessage(type: HandshakeMessage.clientHello, body: body)
    }

    /// Bytes of the handshake message, header included.
    var length: Int {
        4 + 2 + 32 + 1 + sessionID.count + 2 + 2 * cipherSuites.count + 1 + compressionMethods.count
            + (extensions.isEmpty ? 0 : 2) + extensions.reduce(0) { $0 + 4 + $1.body.count }
    }

    /// In one record, or in as many as it takes. Their version is what RFC 8446 section 5.1 wants for compatibility:
    /// TLS 1.0, SSL 3.0 for itself.
    package var bytes: [UInt8] {
        let version = min(legacyVersion, .tls10)
        guard length <= TLSRecord.plainLimit else { return TLSRecord.fragments(of: message.bytes, version: version) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + TLSRecord.headerLength)
        bytes.append(TLSRecord.ContentType.handshake.rawValue)
        bytes.append16(version.rawValue)
        bytes.vector16 { record in
            record.append(HandshakeMessage.clientHello)
            record.vector24(append)
        }
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        bytes.append16(legacyVersion.rawValue)
        bytes += random
        bytes.vector8 { $0 += sessionID }
        bytes.vector16 { for suite in cipherSuites { $0.append16(suite.rawValue) } }
        bytes.vector8 { $0 += compressionMethods }
        TLSExtension.append(extensions, to: &bytes)
    }
}

extension ByteReader {
    mutating func sessionID() throws(WireError) -> [UInt8] {
        let id = try vector8("session id")
        guard id.count <= 32 else {
            throw .unexpected(field: "session id", of: message, found: "\(id.count) bytes long")
        }
        return id
    }
}
