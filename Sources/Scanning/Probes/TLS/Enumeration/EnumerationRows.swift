import Cryptography
import Model
import Wire

/// Turns what the interview learned into rows.
struct EnumerationRows {
    let versions: VersionAnswers
    let eliminations: [TLSVersion: Elimination]
    let observed: Observed
    let ssl2Kinds: [SSL2CipherKind]

    init<R: Respondent>(_ interview: Interview<R>) {
        versions = interview.versions
        eliminations = interview.eliminations.filter { $0.value.isAccepted }
        observed = interview.observed
        ssl2Kinds = interview.ssl2Kinds
    }

    var facts: Facts {
        var facts = versions.facts
        for (version, elimination) in eliminations {
            facts.insert(contentsOf: suites(elimination, version))
            facts.insert(contentsOf: unknownSuites(elimination, version))
            facts.insert(contentsOf: groups(elimination, version))
            facts.insert(contentsOf: schemes(elimination, version))
            facts.insert(contentsOf: completeness(elimination, version))
            if let decider = elimination.order.decider {
                facts.insert(TLSPreferenceFact(protocol: version.description, decides: decider.rawValue))
            }
        }
        facts.insert(contentsOf: ssl2Rows)
        if versions.answers[.ssl2] == .accepted {
            facts.insert(Self.enumeration(.ssl2, "cipher_suite", gap: nil, isClosed: true))
        }
        facts.insert(contentsOf: ephemeralKeys)
        facts.insert(contentsOf: features)
        return facts
    }

    private func suites(_ elimination: Elimination, _ version: TLSVersion) -> [TLSCipherSuiteFact] {
        let positions = elimination.positions
        return elimination.suites.accepted.map { suite in
            TLSCipherSuiteFact(
                protocol: version, code: suite.code, name: suite.name, position: positions[suite], parts: suite.parts)
        }
    }

    private func unknownSuites(_ elimination: Elimination, _ version: TLSVersion) -> [TLSCipherSuiteUnknownFact] {
        elimination.suites.unknown.map { suite, reason in
            TLSCipherSuiteUnknownFact(
                protocol: version.description, code: suite.code, name: suite.name, reason: reason)
        }
    }

    private func groups(_ elimination: Elimination, _ version: TLSVersion) -> [TLSGroupFact] {
        let chosen = elimination.groupOrder.chosen
        let accepted = elimination.groups.accepted.map { group in
            TLSGroupFact(
                protocol: version.description, code: group.code, name: group.name, answer: "accepted",
                reason: chosen.contains(group) ? "" : "stated by the server")
        }
        let unknown = elimination.groups.unknown.map { group, reason in
            TLSGroupFact(
                protocol: version.description, code: group.code, name: group.name, answer: "unknown", reason: reason)
        }
        return accepted + unknown
    }

    private func schemes(_ elimination: Elimination, _ version: TLSVersion) -> [TLSSignatureSchemeFact] {
        let accepted = elimination.schemes.accepted.map { scheme in
            TLSSignatureSchemeFact(
                protocol: version.description, code: scheme.code, name: scheme.name, answer: "accepted", reason: "")
        }
        let unknown = elimination.schemes.unknown.map { scheme, reason in
            TLSSignatureSchemeFact(
                protocol: version.description, code: scheme.code, name: scheme.name, answer: "unknown", reason: reason)
        }
        return accepted + unknown
    }

    private func completeness(_ elimination: Elimination, _ version: TLSVersion) -> [TLSEnumerationFact] {
        var rows = [
            Self.enumeration(
                version, "cipher_suite", gap: elimination.suites.gap, isClosed: elimination.suites.isProven),
            Self.enumeration(
                version, "preference", gap: elimination.order.decider == .unknown ? "no clear answer" : nil,
                isClosed: true),
        ]
        if version > .ssl3 {
            rows.append(
                Self.enumeration(
                    version, "group", gap: elimination.groups.gap, isClosed: elimination.groups.isClosed))
        }
        switch version {
        case .tls13: rows.append(Self.enumeration(version, "signature_scheme", gap: "encrypted", isClosed: true))
        case .tls12:
            rows.append(
                Self.enumeration(
                    version, "signature_scheme", gap: elimination.schemes.gap, isClosed: elimination.schemes.isClosed))
        default: break
        }
        return rows
    }

    private static func enumeration(_ version: TLSVersion, _ subject: String, gap: String?, isClosed: Bool)
        -> TLSEnumerationFact
    {
        let reason = gap ?? (isClosed ? "" : "budget")
        return TLSEnumerationFact(
            protocol: version.description, subject: subject, answer: reason.isEmpty ? "complete" : "incomplete",
            reason: reason)
    }

    private var ssl2Rows: [TLSCipherSuiteFact] {
        var seen: Set<SSL2CipherKind> = []
        return ssl2Kinds.filter { seen.insert($0).inserted }.map { kind in
            TLSCipherSuiteFact(
                protocol: .ssl2, code: kind.code, name: kind.name, position: nil, parts: kind.parts)
        }
    }

    private var ephemeralKeys: [TLSEphemeralKeyFact] {
        observed.ephemeralKeys.flatMap { version, keys in
            keys.map { parameters, seen in
                TLSEphemeralKeyFact(
                    version, parameters, reused: seen.count > 1 ? Set(seen).count < seen.count : nil)
            }
        }
    }

    var features: [TLSFeatureFact] {
        observed.features.map { key, answer in
            TLSFeatureFact(
                feature: key.feature, protocol: key.version?.description ?? "", answer: answer.answer,
                detail: answer.detail)
        }
    }
}

extension TLSCipherSuiteFact {
    /// A number nobody has named has no parts.
    fileprivate init(protocol version: TLSVersion, code: String, name: String, position: Int?, parts: CipherParts?) {
        self.init(
            protocol: version.description, code: code, name: name, position: position,
            keyExchange: parts?.keyExchange ?? "", authentication: parts?.authentication ?? "",
            encryption: parts?.encryption ?? "", encryptionBits: parts?.encryptionBits ?? 0, mode: parts?.mode ?? "",
            hash: parts?.hash ?? "", forwardSecrecy: parts?.forwardSecrecy ?? false, export: parts?.isExport ?? false)
    }
}

extension TLSEphemeralKeyFact {
    fileprivate init(_ version: TLSVersion, _ parameters: EphemeralShare.Parameters, reused: Bool?) {
        switch parameters {
        case .curve(let group):
            self.init(
                protocol: version.description, keyExchange: "ECDHE", group: group.name, bits: group.bits,
                primeSha256: "", primeName: "", reused: reused)
        case .prime(let prime):
            let digest = Digest.sha256(prime).hex
            let bits = prime.count * 8 - (prime.first?.leadingZeroBitCount ?? 0)
            self.init(
                protocol: version.description, keyExchange: "DHE",
                group: WellKnownPrime.group(digest: digest)?.name ?? "", bits: bits, primeSha256: digest,
                primeName: WellKnownPrime.name(digest: digest), reused: reused)
        }
    }
}
