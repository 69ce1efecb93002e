import Cryptography
import Model

/// Turns the chains of one server into rows.
struct CertificateRows {
    let chains: [SeenChain]
    let endpoint: Endpoint
    let trust: Trust

    var facts: Facts {
        var facts = Facts()
        var keys: Set<String> = []
        for (number, chain) in chains.enumerated() {
            let read = ReadChain(chain, trust)
            facts.insert(served(read, number))
            for (position, known) in read.certificates.enumerated() {
                guard let known else { continue }
                facts.insert(CertificateFact(known, chain: number, position: position))
            }
            facts.insert(contentsOf: verdicts(read, number))
            guard let leaf = read.leaf else { continue }
            facts.insert(contentsOf: names(leaf, number))
            if let key = leaf.rsaKey, keys.insert(leaf.certificate.spkiSHA256).inserted {
                facts.insert(RSAKeyFact(key, spkiSha256: leaf.certificate.spkiSHA256))
            }
            let staple = read.staple(at: trust.now())
            if let staple { facts.insert(OCSPStapleFact(staple, chain: number)) }
            facts.insert(contentsOf: timestamps(read, staple, number))
        }
        return facts
    }

    /// What the server's own certificates say of themselves; those above them belong to somebody else.
    var softwareSignals: [SoftwareSignal] {
        chains.flatMap { chain -> [SoftwareSignal] in
            guard let leaf = ReadChain(chain, trust).leaf?.certificate else { return [] }
            let names = leaf.names.prefix(Self.mostNames).map {
                SoftwareSignal(SoftwareSignal.certificateName, $0.name)
            }
            return [
                SoftwareSignal(SoftwareSignal.certificateSubject, leaf.subject),
                SoftwareSignal(SoftwareSignal.certificateIssuer, leaf.issuer),
            ] + names
        }
    }

    /// Devices name few; a hoster's certificate may name a thousand, none of which is a product.
    private static let mostNames = 20

    /// Whether the first chain covers what was asked for.
    var nameMatches: Bool { chains.first.map { matchesName(ReadChain($0, trust)) } ?? false }

    private func served(_ read: ReadChain, _ number: Int) -> ServedChainFact {
        ServedChainFact(
            chain: number, protocol: read.seen.version.rawValue == 0 ? "" : read.seen.version.description,
            keyType: read.leaf?.certificate.key.type ?? "unreadable",
            withServerName: read.seen.withServerName || hasNoName,
            leafSha256: read.leaf?.sha256 ?? read.seen.certificates.first.map { Digest.sha256($0).hex } ?? "",
            length: read.seen.certificates.count, nameMatches: matchesName(read), messageBytes: read.seen.messageBytes)
    }

    /// An endpoint that is only an address: there is no name its clients could say.
    private var hasNoName: Bool { endpoint.serverName.isEmpty || IPAddress(endpoint.serverName) != nil }

    private func matchesName(_ read: ReadChain) -> Bool {
        guard let leaf = read.leaf?.certificate else { return false }
        if let address = IPAddress(endpoint.serverName) { return leaf.covers(address: address) }
        if !endpoint.serverName.isEmpty { return leaf.covers(name: endpoint.serverName) }
        return endpoint.address.map(leaf.covers(address:)) ?? false
    }

    private func names(_ leaf: KnownCertificate, _ number: Int) -> [CertificateNameFact] {
        Set(leaf.certificate.names).map { name in
            CertificateNameFact(chain: number, position: 0, kind: name.kind.rawValue, name: name.name)
        }
    }

    private func verdicts(_ read: ReadChain, _ number: Int) -> [CertificateChainFact] {
        let isInOrder = read.isInOrder
        return trust.verdicts(on: read.seen.certificates).map { held in
            CertificateChainFact(
                chain: number, store: held.store, trusted: held.verdict.isTrusted, end: held.verdict.end.rawValue,
                error: held.verdict.error, length: read.seen.certificates.count, inOrder: isInOrder)
        }
    }

    private func timestamps(_ read: ReadChain, _ staple: OCSPResponse?, _ number: Int) -> [CertificateTimestampFact] {
        let sources: [(String, [SignedCertificateTimestamp])] = [
            ("certificate", read.leaf?.extensions.timestamps ?? []),
            ("tls", read.seen.timestamps.map { SignedCertificateTimestamp.list(in: $0) } ?? []),
            ("ocsp", staple?.timestamps ?? []),
        ]
        return sources.flatMap { source, timestamps in
            Set(timestamps).map {
                CertificateTimestampFact(chain: number, source: source, logId: $0.logID, at: $0.at.description)
            }
        }
    }
}

/// A served chain with its certificates read; `nil` stands for one that cannot be.
private struct ReadChain {
    let seen: SeenChain
    let certificates: [KnownCertificate?]
    private let trust: Trust

    init(_ seen: SeenChain, _ trust: Trust) {
        self.seen = seen
        self.trust = trust
        certificates = seen.certificates.map(trust.certificate)
    }

    var leaf: KnownCertificate? { certificates.first ?? nil }

    var isInOrder: Bool {
        zip(certificates, certificates.dropFirst()).allSatisfy { certificate, next in
            guard let certificate, let next else { return false }
            return certificate.certificate.isIssued(by: next.certificate)
        }
    }

    /// `nil` where none came, or it cannot be said what it is about.
    func staple(at now: Timestamp) -> OCSPResponse? {
        guard let response = seen.ocspResponse, let leaf else { return nil }
        return OCSPResponse(response, about: leaf.certificate, issuedBy: issuer(of: leaf), at: now)
    }

    /// As served, else from a path to a root: an issuer that is itself a root is often left out.
    private func issuer(of leaf: KnownCertificate) -> Certificate? {
        let served = certificates.dropFirst().lazy.compactMap { $0?.certificate }
        if let issuer = served.first(where: leaf.certificate.isIssued) { return issuer }
        let paths = trust.verdicts(on: seen.certificates).lazy.map(\.verdict.issuer)
        guard let issuer = paths.first(where: { !$0.isEmpty }) else { return nil }
        return trust.certificate(issuer)?.certificate
    }
}

extension CertificateFact {
    init(_ known: KnownCertificate, chain: Int, position: Int) {
        let (certificate, extensions) = (known.certificate, known.extensions)
        self.init(
            chain: chain, position: position, sha256: known.sha256, subject: certificate.subject,
            issuer: certificate.issuer, serial: certificate.serial, notBefore: certificate.notBefore.description,
            notAfter: certificate.notAfter.description, keyType: certificate.key.type, keyBits: certificate.key.bits,
            keyCurve: certificate.key.curve, signatureAlgorithm: certificate.signatureAlgorithm,
            spkiSha256: certificate.spkiSHA256, selfSigned: certificate.isSelfSigned, isCa: certificate.isAuthority,
            keyUsage: extensions.keyUsage.joined(separator: ","),
            extendedKeyUsage: extensions.extendedKeyUsage.joined(separator: ","), mustStaple: extensions.mustStaple,
            ocspUrl: extensions.ocspURL, crlUrl: extensions.crlURL,
            policies: extensions.policies.joined(separator: ","),
            keyWeakness: known.weaknesses.map(\.rawValue).joined(separator: ","),
            keyWeaknessComplete: known.weaknessesAreComplete)
    }
}

extension RSAKeyFact {
    init(_ key: RSAPublicKey, spkiSha256: String) {
        self.init(spkiSha256: spkiSha256, exponent: key.exponent.hex, modulus: key.modulus.hex)
    }
}

extension OCSPStapleFact {
    init(_ response: OCSPResponse, chain: Int) {
        self.init(
            chain: chain, status: response.status.rawValue, current: response.isCurrent,
            signatureHolds: response.signatureHolds)
    }
}
