import Cryptography
import Model

/// Turns one finished handshake into rows.
struct HandshakeFacts {
    private let summary: TLSSummary
    private let endpoint: Endpoint
    private let trust: Trust
    /// By position served; one that cannot be read is left out.
    private let certificates: [(position: Int, certificate: Certificate)]

    init(_ summary: TLSSummary, endpoint: Endpoint, trust: Trust) {
        self.summary = summary
        self.endpoint = endpoint
        self.trust = trust
        certificates = summary.chain.enumerated().compactMap { position, der in
            (try? Certificate(der: der)).map { (position, $0) }
        }
    }

    var facts: Facts {
        var facts = Facts(handshake)
        facts.insert(
            ServedChainFact(
                chain: 0, protocol: summary.version.description, keyType: leaf?.key.type ?? "unreadable",
                withServerName: !endpoint.serverName.isEmpty && IPAddress(endpoint.serverName) == nil,
                leafSha256: leaf?.sha256 ?? "", length: summary.chain.count, nameMatches: nameMatches, messageBytes: 0))
        for (position, certificate) in certificates {
            facts.insert(CertificateFact(certificate, chain: 0, position: position))
        }
        for name in Set(leaf?.names ?? []) {
            facts.insert(CertificateNameFact(chain: 0, position: 0, kind: name.kind.rawValue, name: name.name))
        }
        for (name, store) in trust.stores { facts.insert(chain(in: store, named: name)) }
        return facts
    }

    private var leaf: Certificate? { certificates.first { $0.position == 0 }?.certificate }

    private var handshake: TLSHandshakeFact {
        TLSHandshakeFact(
            protocol: summary.version.description, cipherSuite: summary.cipherSuite.name,
            cipherSuiteCode: summary.cipherSuite.code, keyExchangeGroup: summary.group?.name ?? "",
            alpn: summary.alpn, nameMatches: nameMatches, secureRenegotiation: summary.secureRenegotiation,
            extendedMasterSecret: summary.extendedMasterSecret, ocspStapled: summary.ocspStapled)
    }

    private var nameMatches: Bool {
        guard let leaf else { return false }
        if let address = IPAddress(endpoint.serverName) { return leaf.covers(address: address) }
        if !endpoint.serverName.isEmpty { return leaf.covers(name: endpoint.serverName) }
        return endpoint.address.map(leaf.covers(address:)) ?? false
    }

    private func chain(in store: TrustStore, named name: String) -> CertificateChainFact {
        let verdict =
            certificates.count == summary.chain.count
            ? ChainVerdict(of: certificates.map(\.certificate), in: store)
            : ChainVerdict(end: .invalid, error: "a served certificate cannot be read")
        return CertificateChainFact(
            chain: 0, store: name, trusted: verdict.isTrusted, end: verdict.end.rawValue, error: verdict.error,
            length: summary.chain.count, inOrder: isInOrder)
    }

    private var isInOrder: Bool {
        zip(certificates, certificates.dropFirst()).allSatisfy { $0.certificate.isIssued(by: $1.certificate) }
    }
}

extension CertificateFact {
    init(_ certificate: Certificate, chain: Int, position: Int) {
        self.init(
            chain: chain, position: position, sha256: certificate.sha256, subject: certificate.subject, issuer: certificate.issuer,
            serial: certificate.serial, notBefore: certificate.notBefore.description,
            notAfter: certificate.notAfter.description, keyType: certificate.key.type, keyBits: certificate.key.bits,
            keyCurve: certificate.key.curve, signatureAlgorithm: certificate.signatureAlgorithm,
            spkiSha256: certificate.spkiSHA256, selfSigned: certificate.isSelfSigned, isCa: certificate.isAuthority,
            keyUsage: "", extendedKeyUsage: "", mustStaple: false, ocspUrl: "", crlUrl: "", policies: "", keyWeakness: "")
    }
}
