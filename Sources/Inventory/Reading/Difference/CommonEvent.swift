import Model
import Store

/// Findings of one rule that changed alike in two or more bodies within a day: one event, not many.
package struct CommonEvent: Sendable, Equatable {
    /// What the endpoints of an event have in common.
    package enum Bond: Sendable, Equatable {
        case provider(String)
        case address(String)
        /// SHA-256 of the certificate, lower-case hex.
        case certificate(String)
    }

    package let kind: FindingEventKind
    package let rule: String
    package let title: LocalizedText
    /// The first run in which it was seen.
    package let run: RunMoment
    /// Sorted.
    package let bodies: [String]
    /// In the order of their numbers.
    package let findings: [String]
    /// `nil`: nothing known that all of them share.
    package let bond: Bond?
}

/// Puts changes together.
struct CommonEvents {
    private static let kinds: Set<FindingEventKind> = [.opened, .reopened, .fixed, .confirmed]

    let session: StoreSession
    let vocabulary: Vocabulary

    func events(in changes: [RunDifference.FindingChange]) throws -> [CommonEvent] {
        let flips = changes.filter { Self.kinds.contains($0.kind) }
        let groups = Dictionary(grouping: flips) { [Self.direction($0.kind), $0.finding.rule.id] }
        return try groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, changes in
            try Self.days(of: changes).compactMap(event)
        }.sorted { ($0.run.started, $0.rule) < ($1.run.started, $1.rule) }
    }

    /// Opened and reopened are one thing: it is there now.
    private static func direction(_ kind: FindingEventKind) -> String { kind == .fixed ? "fixed" : "opened" }

    /// Runs of changes, each within 24 hours of its first.
    private static func days(of changes: [RunDifference.FindingChange]) -> [[RunDifference.FindingChange]] {
        var days: [[RunDifference.FindingChange]] = []
        for change in changes.sorted(by: { $0.run.started < $1.run.started }) {
            if let first = days.last?.first, change.run.started.seconds - first.run.started.seconds < 86_400 {
                days[days.count - 1].append(change)
            } else {
                days.append([change])
            }
        }
        return days
    }

    private func event(_ changes: [RunDifference.FindingChange]) throws -> CommonEvent? {
        let bodies = Set(changes.map(\.finding.endpoint.body)).sorted()
        guard bodies.count > 1, let first = changes.first else { return nil }
        let findings = changes.map(\.finding)
        return CommonEvent(
            kind: changes.contains { $0.kind != .reopened } ? first.kind == .fixed ? .fixed : .opened : .reopened,
            rule: first.finding.rule.id, title: first.finding.rule.title, run: first.run, bodies: bodies,
            findings: findings.sorted { $0.number < $1.number }.map(\.id), bond: try bond(findings))
    }

    private func bond(_ findings: [FindingRecord]) throws -> CommonEvent.Bond? {
        let providers = Set(findings.map { $0.provider ?? "" })
        if providers.count == 1, let provider = providers.first, !provider.isEmpty { return .provider(provider) }
        let addresses = Set(findings.map { $0.endpoint.address?.description ?? "" })
        if addresses.count == 1, let address = addresses.first, !address.isEmpty { return .address(address) }
        guard vocabulary.table("certificate") != nil else { return nil }
        let certificates = Set(
            try findings.map { finding in
                try session.first(
                    "SELECT min(sha256) AS sha256 FROM certificate WHERE endpoint_id = ? AND position = 0",
                    finding.endpointID
                ) { try $0.optionalText("sha256") } ?? nil
            })
        if certificates.count == 1, let certificate = certificates.first ?? nil { return .certificate(certificate) }
        return nil
    }
}
