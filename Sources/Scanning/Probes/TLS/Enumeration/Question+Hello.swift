import Wire

extension ClientHello {
    /// The question in bytes: only the random values differ from one time to the next.
    init(asking question: Question, serverName: String) {
        let is13 = question.highest == .tls13
        var suites = question.suites
        // The signal of RFC 5746 section 3.3, where there are no extensions to say it.
        if question.highest == .ssl3 { suites.append(.emptyRenegotiationInfo) }
        if question.extras.contains(.fallback) { suites.append(.fallback) }
        self =
            ClientHello(
                legacyVersion: min(question.highest, .tls12), random: .random(count: 32),
                // RFC 8446 appendix D.4: middleboxes want to see one.
                sessionID: is13 && !question.isShort ? .random(count: 32) : [],
                cipherSuites: suites,
                compressionMethods: question.extras.contains(.compression) && !is13 && !question.isShort
                    ? [1, 0] : [0],
                extensions: question.extensions(serverName: serverName)
            ).padded
    }

    /// Some load balancers hang on hellos of 256 to 511 bytes; RFC 7685 padding leads past them.
    private var padded: ClientHello {
        let size = message.bytes.count
        guard !extensions.isEmpty, (256..<512).contains(size) else { return self }
        return ClientHello(
            legacyVersion: legacyVersion, random: random, sessionID: sessionID, cipherSuites: cipherSuites,
            compressionMethods: compressionMethods, extensions: extensions + [.padding(512 - size - 4)])
    }
}

extension Question {
    func extensions(serverName: String) -> [TLSExtension] {
        guard highest > .ssl3 else { return [] }
        var list: [TLSExtension] = []
        if hasServerName, let name = TLSExtension.serverName(serverName) { list.append(name) }
        if !groups.isEmpty { list += [.supportedGroups(groups), .ecPointFormats] }
        list += [.extendedMasterSecret, .renegotiationInfo]
        let schemes = offeredSchemes
        if !schemes.isEmpty { list.append(.signatureAlgorithms(schemes)) }
        if !isShort { list += extraExtensions }
        if highest == .tls13 {
            list += [.supportedVersions(versions), .keyShare(hasKeyShare ? KeyShares.share(for: groups) : .none)]
        }
        return list
    }

    /// TLS 1.3 has to say how it may be signed even where that is not the question (RFC 8446 section 9.2).
    private var offeredSchemes: [SignatureScheme] {
        guard schemes.isEmpty, highest == .tls13 else { return schemes }
        let all = Offers.schemes(for: .tls12)
        return isShort ? Array(all.prefix(Elimination.Limit().schemes)) : all
    }

    private var extraExtensions: [TLSExtension] {
        var list: [TLSExtension] = [.encryptThenMAC, .truncatedHMAC, .statusRequest, .signedCertificateTimestamp]
        if extras.contains(.ticket) { list.append(.sessionTicket([])) }
        if extras.contains(.heartbeat) { list.append(.heartbeat) }
        if extras.contains(.fragmentLength) { list.append(.maxFragmentLength(4)) }
        if extras.contains(.nextProtocol) { list.append(.nextProtocolNegotiation) }
        return list
    }
}
