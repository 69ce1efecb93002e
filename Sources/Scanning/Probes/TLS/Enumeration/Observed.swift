import Wire

/// What answers show beside suites and groups: features, chains, ephemeral keys, alerts.
struct Observed: Sendable {
    let hasServerName: Bool
    private(set) var features: [FeatureKey: FeatureAnswer] = [:]
    private(set) var chains: [SeenChain] = []
    /// Public keys by what they belong to, in the order seen.
    private(set) var ephemeralKeys: [TLSVersion: [EphemeralShare.Parameters: [[UInt8]]]] = [:]
    /// Extensions of the first ServerHello of each version.
    private(set) var extensionOrder: [TLSVersion: [UInt16]] = [:]
    /// Codes by the highest version that was asked for.
    private(set) var alerts: [TLSVersion: Set<UInt8>] = [:]

    struct FeatureKey: Hashable, Sendable {
        let feature: String
        let version: TLSVersion?
    }

    struct FeatureAnswer: Equatable, Sendable {
        let answer: String
        var detail = ""
    }

    init(hasServerName: Bool) { self.hasServerName = hasServerName }

    mutating func learn(_ answer: Answer, to question: Question) {
        switch answer {
        case .choice(let choice): learn(choice, to: question)
        case .alert(let alert): alerts[question.highest, default: []].insert(alert.code)
        case .failure: break
        }
    }

    mutating func record(_ feature: String, _ version: TLSVersion?, _ answer: String, detail: String = "") {
        features[FeatureKey(feature: feature, version: version)] = FeatureAnswer(answer: answer, detail: detail)
    }

    private mutating func learn(_ choice: Choice, to question: Question) {
        if extensionOrder[choice.version] == nil { extensionOrder[choice.version] = choice.extensions.map(\.type) }
        guard choice.version < .tls13 else { return }
        if let key = choice.ephemeral {
            ephemeralKeys[choice.version, default: [:]][key.parameters, default: []].append(key.publicKey)
        }
        noteFeatures(choice, question)
        noteChain(choice, question)
    }

    private mutating func noteChain(_ choice: Choice, _ question: Question) {
        guard let certificates = choice.certificates, !certificates.isEmpty else { return }
        let withName = hasServerName && question.hasServerName && question.highest > .ssl3
        if let known = chains.firstIndex(where: { $0.certificates == certificates && $0.withServerName == withName }) {
            if chains[known].ocspResponse == nil { chains[known].ocspResponse = choice.ocspResponse }
            return
        }
        // A version without server names shows nothing that a nameless hello would not.
        if hasServerName, !withName, question.hasServerName, chains.contains(where: { $0.certificates == certificates })
        {
            return
        }
        chains.append(
            SeenChain(
                certificates: certificates, version: choice.version, withServerName: withName,
                messageBytes: choice.certificateMessageBytes, ocspResponse: choice.ocspResponse,
                timestamps: choice.body(of: TLSExtension.Number.signedCertificateTimestamp)))
    }

    /// SSLv2 knows no list of certificates, and no names.
    mutating func learn(ssl2 hello: SSL2ServerHello) {
        let isKnown = chains.contains { $0.certificates.first == hello.certificate }
        guard !hello.certificate.isEmpty, !isKnown else { return }
        chains.append(
            SeenChain(
                certificates: [hello.certificate], version: .ssl2, withServerName: false, messageBytes: 0))
    }

    // MARK: Features

    private mutating func note(_ feature: String, _ version: TLSVersion, _ isThere: Bool, detail: String = "") {
        let key = FeatureKey(feature: feature, version: version)
        guard isThere || features[key] == nil else { return }
        features[key] = FeatureAnswer(answer: isThere ? "yes" : "no", detail: isThere ? detail : "")
    }

    private mutating func noteFeatures(_ choice: Choice, _ question: Question) {
        let version = choice.version
        func has(_ number: UInt16) -> Bool { choice.body(of: number) != nil }
        note("secure_renegotiation", version, has(TLSExtension.Number.renegotiationInfo))
        if version > .ssl3 {
            note("extended_master_secret", version, has(TLSExtension.Number.extendedMasterSecret))
            if hasServerName, question.hasServerName {
                note("server_name", version, has(TLSExtension.Number.serverName))
            }
        }
        if choice.isWhole, choice.certificates != nil {
            note("client_certificate", version, choice.asksForClientCertificate)
        }
        guard !question.isShort else { return }
        noteExtras(choice, question)
    }

    private mutating func noteExtras(_ choice: Choice, _ question: Question) {
        let version = choice.version
        let asksFor13 = question.highest == .tls13
        func has(_ number: UInt16) -> Bool { choice.body(of: number) != nil }
        if question.extras.contains(.compression), !asksFor13 { note("compression", version, choice.compression != 0) }
        // A server that gives a ticket gives no id, and it need not give one to a hello that has its own.
        if !question.extras.contains(.ticket) || version == .ssl3, !asksFor13 {
            note("session_id", version, choice.hasSessionID)
        }
        guard version > .ssl3 else { return }
        if choice.suite.mode == "CBC" { note("encrypt_then_mac", version, has(TLSExtension.Number.encryptThenMAC)) }
        note("truncated_hmac", version, has(TLSExtension.Number.truncatedHMAC))
        note("signed_certificate_timestamp", version, has(TLSExtension.Number.signedCertificateTimestamp))
        if choice.isWhole, choice.certificates != nil { note("ocsp_stapling", version, choice.ocspResponse != nil) }
        if question.extras.contains(.ticket) { note("session_ticket", version, has(TLSExtension.Number.sessionTicket)) }
        if question.extras.contains(.heartbeat) { note("heartbeat", version, has(TLSExtension.Number.heartbeat)) }
        if question.extras.contains(.fragmentLength) {
            let code = choice.body(of: TLSExtension.Number.maxFragmentLength)?.first ?? 0
            note("max_fragment_length", version, (1...4).contains(code), detail: "\(256 << min(4, Int(code)))")
        }
        if question.extras.contains(.nextProtocol) {
            let list = choice.body(of: TLSExtension.Number.nextProtocolNegotiation)
            note("npn", version, list != nil, detail: names(in: list ?? []))
        }
    }

    /// NPN: names with their lengths before them; what cannot be read is left out.
    private func names(in list: [UInt8]) -> String {
        var reader = ByteReader(list, of: "next_protocol_negotiation")
        var names: [String] = []
        while !reader.isAtEnd, let name = try? reader.vector8("name") { names.append(String(visible: name)) }
        return names.joined(separator: ", ")
    }
}
