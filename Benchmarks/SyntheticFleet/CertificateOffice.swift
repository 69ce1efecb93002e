import Model

/// Gives every endpoint its certificate, and a new one in the night in which it is renewed.
struct CertificateOffice: Sendable {
    /// In a thousand bodies, and of their web sites: together 5 % share their body's wildcard certificate.
    private static let bodiesWithWildcard = 150
    private static let sitesWithWildcard = 350
    /// In a thousand.
    private static let expired = 7
    private static let stapled = 500
    private static let ninetyDays = 600

    private let chance: Chance
    private let endpoints: Int
    private let moduli: [Int: Moduli]

    init(_ chance: Chance, endpoints: Int, rsaSizes: Set<Int>) {
        self.chance = chance
        self.endpoints = endpoints
        let keys = Self.keys(endpoints, night: ChangeCalendar.lastNight, block: endpoints / ChangeCalendar.block)
        moduli = Dictionary(uniqueKeysWithValues: rsaSizes.map { ($0, Moduli(bits: $0, count: keys)) })
    }

    /// Whether it has one of its own in a later night is decided by `renewed`, the night of that.
    func certificate(of identity: EndpointIdentity, renewed night: Int?) -> Certificate {
        let isShared = isShared(identity)
        let names =
            isShared ? ["*.\(identity.body.domain)", identity.body.domain] : [identity.body.host(identity.place.label)]
        let block = identity.number / ChangeCalendar.block
        if let night {
            let key = Self.keys(endpoints, night: night, block: block)
            return certificate(names, .renewedCertificate, subject: identity.number, key: key, renewed: night)
        }
        guard isShared else {
            let key = identity.number * CertificateRows.mostChains
            return certificate(names, .certificate, subject: identity.number, key: key, renewed: nil)
        }
        let key = (endpoints + identity.body.number) * CertificateRows.mostChains
        return certificate(names, .sharedCertificate, subject: identity.body.number, key: key, renewed: nil)
    }

    private func isShared(_ identity: EndpointIdentity) -> Bool {
        identity.service == .https
            && chance.happens(perMille: Self.bodiesWithWildcard, .sharedCertificate, identity.body.number, turn: 1)
            && chance.happens(perMille: Self.sitesWithWildcard, .sharedCertificate, identity.number, turn: 2)
    }

    private func certificate(
        _ names: [String], _ question: Chance.Question, subject: Int, key: Int, renewed night: Int?
    ) -> Certificate {
        let issuer = Issuer.all[chance.number(below: Issuer.all.count, .issuer, subject)]
        let days = chance.happens(perMille: Self.ninetyDays, .lifetime, subject) ? 90 : 199
        let from =
            night.map { SyntheticEndpoints.time(ofNight: $0).adding(days: -1) } ?? firstDay(of: subject, days: days)
        return Certificate(
            names: names, identity: chance.bits(question, subject), key: key, moduli: moduli, issuer: issuer,
            isStapled: !issuer.ocspURL.isEmpty && chance.happens(perMille: Self.stapled, .stapling, subject),
            from: from, until: from.adding(days: days))
    }

    /// Most are renewed a month, or two weeks, before their end; a few are forgotten.
    private func firstDay(of subject: Int, days: Int) -> Timestamp {
        let oldest = days == 90 ? 62 : 185
        let isForgotten = chance.happens(perMille: Self.expired, .expired, subject)
        let age = chance.number(below: oldest, .age, subject) + (isForgotten ? days + 1 : 0)
        let second = chance.number(below: 86_400, .age, subject, turn: 1)
        return Timestamp(seconds: SyntheticEndpoints.time(ofNight: 1).adding(days: -age - 1).seconds + second)
    }

    /// Numbers of the keys made in later nights, behind those of the endpoints and of the bodies.
    private static func keys(_ endpoints: Int, night: Int, block: Int) -> Int {
        let bodies = endpoints / Municipality.places.count + 1
        let renewals = (night - 2) * (endpoints / ChangeCalendar.block + 1) + block
        return (endpoints + bodies + renewals) * CertificateRows.mostChains
    }
}
