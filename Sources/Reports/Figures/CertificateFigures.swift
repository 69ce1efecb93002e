import Model

/// Certificates counted once each, however many endpoints serve them.
struct CertificateFigures: Sendable {
    /// A certificate with every endpoint that serves it.
    struct Served: Sendable {
        let certificate: Picture.Certificate
        let endpoints: [String]
        let bodies: [String]
        /// Other endpoints with another certificate but the same key.
        let keyElsewhere: [String]
    }

    /// A calendar week and the certificates that end in it.
    struct Week: Sendable, Equatable {
        let number: Int
        let monday: Day
        let count: Int
    }

    /// By expiry, soonest first.
    let served: [Served]
    let now: Timestamp

    init(_ certificates: [Picture.Certificate], at now: Timestamp) {
        self.now = now
        let byKey = Dictionary(grouping: certificates, by: \.keySHA256)
        served = Dictionary(grouping: certificates, by: \.sha256).values.compactMap { copies in
            guard let first = copies.min(by: { $0.endpoint < $1.endpoint }) else { return nil }
            let sameKey = (byKey[first.keySHA256] ?? []).filter { $0.sha256 != first.sha256 }
            return Served(
                certificate: first, endpoints: Set(copies.map(\.endpoint)).sorted(),
                bodies: Set(copies.map(\.body)).sorted(), keyElsewhere: Set(sameKey.map(\.endpoint)).sorted())
        }.sorted { ($0.certificate.notAfter, $0.certificate.sha256) < ($1.certificate.notAfter, $1.certificate.sha256) }
    }

    var expired: [Served] { served.filter { $0.certificate.notAfter < now } }

    /// Valid now and ending within the next days.
    func ending(within days: Int) -> [Served] {
        served.filter { now <= $0.certificate.notAfter && $0.certificate.notAfter < now.adding(days: days) }
    }

    /// The next calendar weeks, beginning with the one of the run.
    func weeks(_ number: Int) -> [Week] {
        let monday = now.day.number - (now.day.weekday - 1)
        let valid = served.filter { now <= $0.certificate.notAfter }
        return (0..<number).map { index in
            let first = Day(number: monday + 7 * index)
            let days = first.number..<(first.number + 7)
            return Week(
                number: first.isoWeek.week, monday: first,
                count: valid.count { days.contains($0.certificate.notAfter.day.number) })
        }
    }
}

extension Picture.Certificate {
    /// A guess: the issuer is not known for automatic renewal, or the last renewal came at the last moment.
    var looksUnattended: Bool {
        if let days = previousReplacedDaysBefore, days < 7 { return true }
        return !Self.automaticIssuers.contains { issuer.lowercased().contains($0) }
    }

    /// Issuers whose certificates are obtained through ACME as a rule.
    private static let automaticIssuers = ["let's encrypt", "zerossl", "google trust services", "buypass"]
}
