extension ClientHello {
    /// How a hello for TLS 1.3 fills `key_share`.
    package enum KeyShare: Sendable, Equatable {
        /// No share: the server answers with a HelloRetryRequest, and neither side computes a key.
        case none
        /// 32 bytes for X25519, of which any are a public key; for servers that refuse an empty list.
        case x25519([UInt8])
    }

    /// Asks whether a server speaks `version`, and offers what makes "no" mean just that.
    ///
    /// TLS 1.3 is asked together with the older versions: a server that has it chooses it, and one that has not answers
    /// with the best it has instead of whatever it does with a hello it cannot use. `random` has 32 bytes.
    package static func asking(
        for version: TLSVersion, serverName: String, random: [UInt8], keyShare: KeyShare = .none
    ) -> ClientHello {
        let asks13 = version == .tls13
        let hello = ClientHello(
            legacyVersion: min(version, .tls12), random: random,
            sessionID: asks13 ? random : [],  // RFC 8446 appendix D.4: middleboxes want to see one
            cipherSuites: CipherSuite.offered(for: version),
            extensions: extensions(for: version, serverName: serverName, keyShare: keyShare))
        return hello.padded
    }

    private static func extensions(for version: TLSVersion, serverName: String, keyShare: KeyShare) -> [TLSExtension] {
        guard version > .ssl3 else { return [] }
        var extensions: [TLSExtension] = []
        if let name = TLSExtension.serverName(serverName) { extensions.append(name) }
        extensions += [.supportedGroups, .ecPointFormats, .extendedMasterSecret, .sessionTicket]
        if version >= .tls12 { extensions.append(.signatureAlgorithms) }
        if version >= .tls13 { extensions += [.supportedVersions, .keyShare(keyShare)] }
        return extensions
    }

    /// Some load balancers hang on hellos of 256 to 511 bytes; RFC 7685 padding leads past them.
    private var padded: ClientHello {
        let size = message.bytes.count
        guard !extensions.isEmpty, (256..<512).contains(size) else { return self }
        let padding = TLSExtension(
            TLSExtension.Number.padding, [UInt8](repeating: 0, count: max(0, 512 - size - 4)))
        return ClientHello(
            legacyVersion: legacyVersion, random: random, sessionID: sessionID, cipherSuites: cipherSuites,
            extensions: extensions + [padding])
    }
}

extension TLSExtension {
    /// `nil` where the name cannot be asked for: empty, too long or not in ASCII.
    static func serverName(_ name: String) -> TLSExtension? {
        let bytes = Array(name.utf8)
        guard (1...253).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return TLSExtension(Number.serverName, vector16([0] + vector16(bytes)))
    }

    static let supportedGroups = TLSExtension(
        Number.supportedGroups, vector16(codes(NamedGroup.offered.map(\.rawValue))))

    static let ecPointFormats = TLSExtension(Number.ecPointFormats, vector8([0]))

    static let extendedMasterSecret = TLSExtension(Number.extendedMasterSecret, [])

    static let sessionTicket = TLSExtension(Number.sessionTicket, [])

    /// Every scheme servers sign with: ECDSA, Ed25519, Ed448, RSA-PSS, PKCS #1 v1.5, DSA; SHA-1 and MD5 last.
    static let signatureAlgorithms = TLSExtension(
        Number.signatureAlgorithms,
        vector16(
            codes([
                0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B,
                0x081A, 0x081B, 0x081C, 0x0401, 0x0501, 0x0601, 0x0303, 0x0301, 0x0402, 0x0502, 0x0602, 0x0302,
                0x0203, 0x0201, 0x0202, 0x0101,
            ])))

    static let supportedVersions = TLSExtension(
        Number.supportedVersions, vector8(codes([0x0304, 0x0303, 0x0302, 0x0301])))

    static func keyShare(_ share: ClientHello.KeyShare) -> TLSExtension {
        switch share {
        case .none: return TLSExtension(Number.keyShare, vector16([]))
        case .x25519(let key):
            return TLSExtension(
                Number.keyShare, vector16(NamedGroup.x25519.rawValue.bigEndianBytes + vector16(key)))
        }
    }
}
