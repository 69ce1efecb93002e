/// A hello made by hand, to ask for exactly one thing (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2).
package struct ClientHello: Sendable, Equatable {
    /// The version field; never above TLS 1.2.
    package let legacyVersion: TLSVersion
    package let random: [UInt8]
    package let sessionID: [UInt8]
    package let cipherSuites: [CipherSuite]
    package let extensions: [TLSExtension]

    package init(
        legacyVersion: TLSVersion, random: [UInt8], sessionID: [UInt8] = [], cipherSuites: [CipherSuite],
        extensions: [TLSExtension]
    ) {
        precondition(random.count == 32, "a hello's random value has 32 bytes")
        precondition(sessionID.count <= 32, "a session id has at most 32 bytes")
        self.legacyVersion = legacyVersion
        self.random = random
        self.sessionID = sessionID
        self.cipherSuites = cipherSuites
        self.extensions = extensions
    }

    package var message: HandshakeMessage {
        var body = legacyVersion.rawValue.bigEndianBytes + random + vector8(sessionID)
        body += vector16(codes(cipherSuites.map(\.rawValue)))
        body += vector8([0])  // compression: null only
        if !extensions.isEmpty { body += vector16(extensions.flatMap(\.bytes)) }
        return HandshakeMessage(type: HandshakeMessage.clientHello, body: body)
    }

    /// In one record. Its version is what RFC 8446 section 5.1 wants for compatibility: TLS 1.0, SSL 3.0 for itself.
    package var bytes: [UInt8] {
        TLSRecord(.handshake, version: min(legacyVersion, .tls10), body: message.bytes).bytes
    }
}
