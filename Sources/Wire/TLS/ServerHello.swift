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

    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "ServerHello")
        legacyVersion = TLSVersion(rawValue: try reader.uint16("version"))
        random = try reader.bytes(32, "random")
        sessionID = try reader.vector8("session id")
        guard sessionID.count <= 32 else {
            throw .unexpected(field: "session id", of: "ServerHello", found: "\(sessionID.count) bytes long")
        }
        cipherSuite = CipherSuite(rawValue: try reader.uint16("cipher suite"))
        compression = try reader.uint8("compression method")
        extensions = try TLSExtension.block(in: &reader)
        try reader.finish()
        guard let chosen = extensions.first(where: { $0.type == TLSExtension.Number.supportedVersions }) else {
            version = legacyVersion
            return
        }
        var versions = ByteReader(chosen.body, of: "ServerHello")
        version = TLSVersion(rawValue: try versions.uint16("selected version"))
        try versions.finish()
    }

    package func body(of extension: UInt16) -> [UInt8]? { extensions.first { $0.type == `extension` }?.body }

    /// The random value that marks a HelloRetryRequest: SHA-256 of "HelloRetryRequest".
    package var isHelloRetryRequest: Bool { random == Self.retryRandom }

    private static let retryRandom: [UInt8] = [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ]

    /// The group chosen in `key_share` of TLS 1.3; `nil` where there is none.
    package var keyShareGroup: NamedGroup? {
        guard let body = body(of: TLSExtension.Number.keyShare), body.count >= 2 else { return nil }
        return NamedGroup(rawValue: UInt16(body[0]) << 8 | UInt16(body[1]))
    }
}
