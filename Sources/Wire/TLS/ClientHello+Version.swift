extension ClientHello {
    /// How a hello for TLS 1.3 fills `key_share`.
    package typealias KeyShare = TLSExtension.KeyShare

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
        extensions += [
            .supportedGroups(NamedGroup.offered), .ecPointFormats, .extendedMasterSecret, .sessionTicket([]),
        ]
        if version >= .tls12 { extensions.append(.signatureAlgorithms(SignatureScheme.offered)) }
        if version >= .tls13 {
            extensions += [.supportedVersions([.tls13, .tls12, .tls11, .tls10]), .keyShare(keyShare)]
        }
        return extensions
    }

    /// The same hello, past the lengths that hang some load balancers: 256 to 511 bytes (RFC 7685).
    package var padded: ClientHello {
        guard !extensions.isEmpty, (256..<512).contains(length) else { return self }
        return ClientHello(
            legacyVersion: legacyVersion, random: random, sessionID: sessionID, cipherSuites: cipherSuites,
            compressionMethods: compressionMethods,
            extensions: extensions + [.padding(max(0, 512 - length - 4))])
    }
}
