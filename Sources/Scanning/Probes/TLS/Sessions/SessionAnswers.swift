import Cryptography
import Wire

/// The rows about sessions: one for each feature and version, and the tickets seen.
struct SessionAnswers {
    private(set) var features: [TLSFeatureFact] = []
    private(set) var tickets: [TLSSessionTicketFact] = []

    mutating func add(_ feature: String, _ version: TLSVersion, _ isThere: Bool) {
        add(
            TLSFeatureFact(
                feature: feature, protocol: version.description, answer: isThere ? "yes" : "no", detail: ""))
    }

    /// Those among the features that have no answer yet.
    mutating func add(_ names: [String], _ version: TLSVersion, unknown reason: String) {
        for name in names where !features.contains(where: { $0.feature == name && $0.protocol == version.description })
        {
            add(TLSFeatureFact(feature: name, protocol: version.description, answer: "unknown", detail: reason))
        }
    }

    /// No ticket came: where nothing was wrong, the server has none to give.
    mutating func add(_ names: [String], _ version: TLSVersion, silence: String) {
        guard silence.isEmpty else { return add(names, version, unknown: silence) }
        for name in names { add(name, version, false) }
    }

    mutating func add(_ feature: TLSFeatureFact?) {
        if let feature { features.append(feature) }
    }

    mutating func add(ticket: ResumableSession) {
        tickets.append(
            TLSSessionTicketFact(
                protocol: ticket.version.description, lifetimeSeconds: Self.steady(ticket.ticketLifetimeSeconds),
                earlyDataBytes: ticket.earlyDataBytes))
    }

    /// Whole minutes, rounded, from one minute on: some servers count down seconds while they rotate their keys, and
    /// every night would bring another number.
    private static func steady(_ seconds: Int) -> Int { seconds < 60 ? seconds : (seconds + 30) / 60 * 60 }
}
