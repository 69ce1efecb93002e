import Cryptography
import Wire

/// A digest of everything a server's answers depend on but its certificates: servers configured alike have the same.
extension EnumerationRows {
    var fingerprint: TLSFingerprintFact {
        let text = (versionLines + suiteLines + featureLines + answerLines).joined(separator: "\n")
        return TLSFingerprintFact(kind: "answers", value: Digest.sha256(Array(text.utf8)).hex)
    }

    private var versionLines: [String] {
        versions.answers.sorted { $0.key < $1.key }.map { version, answer in
            // Without reasons: how a server hangs up depends on the moment.
            if case .unknown = answer { "\(version) unknown" } else { "\(version) \(answer)" }
        }
    }

    private var suiteLines: [String] {
        eliminations.sorted { $0.key < $1.key }.map { version, elimination in
            let inOrder = elimination.order.decider == .server && elimination.order.isCertain
            let suites =
                inOrder ? elimination.order.ranked.map(\.code) : elimination.suites.accepted.map(\.code).sorted()
            let groups = elimination.groups.accepted.map(\.code).sorted()
            return "\(version) \(elimination.order.decider?.rawValue ?? "") \(suites) \(groups)"
        }
    }

    private var featureLines: [String] {
        observed.features.map { "\($0.key.feature) \($0.key.version?.description ?? "") \($0.value.answer)" }.sorted()
    }

    private var answerLines: [String] {
        let extensions = observed.extensionOrder.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let alerts = observed.alerts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.sorted())" }
        return extensions + alerts
    }
}
