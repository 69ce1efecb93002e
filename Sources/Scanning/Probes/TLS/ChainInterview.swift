import Cryptography
import Model
import Transport
import Wire

/// Shakes hands in full once, and again as far as a server may have another certificate: for another type of key, and
/// for who does not say a name.
///
/// Chains that came in the clear are known already and take no handshake. A refused one ends at once and costs little.
struct ChainInterview<D: Dialer> {
    let entrance: TLSEntrance<D>
    let trust: Trust
    let portrait: ServerPortrait

    /// What the first full handshake offers.
    var options: TLSClientOptions {
        TLSClientOptions(
            serverName: entrance.serverName.isEmpty ? nil : entrance.serverName,
            alpn: entrance.endpoint.service == .https ? ["h2", "http/1.1"] : [])
    }

    /// `earlier` is a handshake that was made before everything else was known.
    func hold(after earlier: HandshakeAttempt? = nil) async throws -> ServedChains {
        var served = ServedChains(seen: portrait.chains)
        guard deservesHandshake else { return served }
        let first = if let earlier { earlier } else { try await firstHandshake() }
        served.lead(with: first)
        guard first.visit != nil || !served.chains.isEmpty else { return served }
        try await askForOtherKinds(&served)
        try await askWithoutName(&served)
        return served
    }

    /// OpenSSL can speak TLS 1.0 and later; where a hello of ours got no clear answer, one of OpenSSL's still may.
    private var deservesHandshake: Bool {
        portrait.versions.contains { version, answer in
            if version <= .ssl3 { return false }
            if case .refused = answer { return false }
            return true
        }
    }

    func firstHandshake() async throws -> HandshakeAttempt {
        if let group = portrait.handshakeGroup {
            var narrow = options
            narrow.groups = group.name
            let attempt = try await attempt(narrow)
            if attempt.visit != nil { return attempt }
        }
        return try await attempt(options)
    }

    /// All kinds not seen yet are asked for at once: mostly there are none, and one refusal says so.
    private func askForOtherKinds(_ served: inout ServedChains) async throws {
        var open = openKinds(served)
        while !open.isEmpty, mayAskMore {
            var narrow = options
            (narrow.lowestVersion, narrow.highestVersion) = (highest, highest)
            narrow.signatureAlgorithms =
                highest == .tls13
                ? CertificateKind.signatureAlgorithms(for: open) : CertificateKind.edwardsAlgorithms
            let shown = try await further(narrow)
            guard let shown, let kind = kind(of: shown), open.remove(kind) != nil else { return }
            served.add(shown)
        }
    }

    /// What a handshake of the highest version could still show. Before TLS 1.3 the other kinds have cipher suites of
    /// their own and were seen in the clear; Edwards curves hide behind those of ECDSA.
    private func openKinds(_ served: ServedChains) -> Set<CertificateKind> {
        let known = Set(served.chains.compactMap(kind))
        switch highest {
        case .tls13: return CertificateKind.ofTLS13.subtracting(known)
        case .tls12: return known.contains(.ecdsa) && !known.contains(.eddsa) ? [.eddsa] : []
        default: return []
        }
    }

    private var highest: TLSVersion { portrait.acceptedVersions.last ?? .tls10 }

    private func askWithoutName(_ served: inout ServedChains) async throws {
        guard !entrance.serverName.isEmpty, mayAskMore, !portrait.chains.contains(where: { !$0.withServerName }) else {
            return
        }
        var nameless = options
        nameless.serverName = nil
        if let shown = try await further(nameless) { served.add(shown) }
    }

    private func kind(of chain: SeenChain) -> CertificateKind? {
        guard let leaf = chain.certificates.first, let known = trust.certificate(leaf) else { return nil }
        return CertificateKind(keyType: known.certificate.key.type)
    }

    private var mayAskMore: Bool { entrance.dialer.connectionsLeft(at: entrance.endpoint) > 0 }

    /// `nil` where the server showed nothing, for whatever reason.
    private func further(_ options: TLSClientOptions) async throws -> SeenChain? {
        do {
            let conversation = try await entrance.open()
            defer { conversation.close() }
            let session = try TLSSession(options)
            do {
                try await conversation.startTLS(session)
            } catch is TLSError {
                // What it showed until then is kept.
            }
            return SeenChain(session.messages, withServerName: options.serverName != nil)
        } catch let failure as NetworkError where failure.isOfThePeer || failure == .budget {
            return nil
        } catch let failure as NotConnected where failure.cause.isOfThePeer || failure.cause == .budget {
            return nil
        } catch is STARTTLSError, is WireError {
            return nil
        }
    }

    /// Without a visit where none completed; what the server showed until then is there all the same.
    private func attempt(_ options: TLSClientOptions) async throws -> HandshakeAttempt {
        let session = try TLSSession(options)
        var visit: TLSVisit?
        do {
            visit = try await entrance.visit(session)
        } catch is TLSError {
        } catch let failure as NetworkError where failure.isOfThePeer {
        } catch let failure as NotConnected where failure.cause.isOfThePeer || failure.cause == .budget {
        } catch let failure as NotConnected {
            throw failure.cause
        } catch is STARTTLSError, is WireError {
            // It led to TLS before: a server that has had enough by now takes nothing back.
        }
        return HandshakeAttempt(
            visit: visit, chain: SeenChain(session.messages, withServerName: options.serverName != nil))
    }
}

/// One full handshake, as far as it came.
struct HandshakeAttempt {
    let visit: TLSVisit?
    let chain: SeenChain?
}

/// Every chain a server was seen to hand out, the ordinary handshake's first.
struct ServedChains {
    private(set) var visit: TLSVisit?
    private(set) var chains: [SeenChain] = []

    init(seen chains: [SeenChain]) { for chain in chains { add(chain) } }

    mutating func lead(with attempt: HandshakeAttempt) {
        visit = attempt.visit
        guard let first = attempt.chain else { return }
        chains.removeAll { $0.certificates.first == first.certificates.first }
        chains.insert(first, at: 0)
    }

    /// A chain that begins with the same certificate as another one is not listed again.
    mutating func add(_ chain: SeenChain) {
        guard !chains.contains(where: { $0.certificates.first == chain.certificates.first }) else { return }
        chains.append(chain)
    }
}

extension SeenChain {
    /// `nil` where no certificate came.
    init?(_ messages: ServerMessages, withServerName: Bool) {
        guard let served = messages.certificates else { return nil }
        self.init(
            certificates: served.chain, version: messages.version, withServerName: withServerName,
            messageBytes: served.messageBytes, ocspResponse: served.ocspResponse, timestamps: served.timestamps)
    }
}
