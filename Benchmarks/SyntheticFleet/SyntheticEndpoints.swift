import Model
import Scanning

/// The endpoints of a fleet that does not exist, as many as wanted: what is planned and what probes would see.
///
/// Everything follows from the seed, the number of the endpoint and the night. Nothing is kept but one portrait for
/// each kind of server, so a million endpoints take hardly more memory than a hundred.
package struct SyntheticEndpoints: Sendable {
    /// In a thousand of those that have a port: 3 % of all.
    private static let gaps = 46

    package let seed: UInt64
    package let count: Int
    private let chance: Chance
    private let casting: Casting
    private let certificates: CertificateOffice
    private let calendar: ChangeCalendar

    /// Throws where the portraits do not fit today's vocabulary.
    package init(seed: UInt64, count: Int) throws {
        let chance = Chance(seed: seed)
        let casting = try Casting(chance, Self.vocabulary)
        self.seed = seed
        self.count = count
        self.chance = chance
        self.casting = casting
        certificates = CertificateOffice(chance, endpoints: count, rsaSizes: casting.rsaSizes)
        calendar = ChangeCalendar(chance) { Self.canShow($0, EndpointIdentity($1), casting) }
    }

    package static var vocabulary: Vocabulary { Probes.vocabulary }

    /// When a night's scan begins; the first night has the number 1.
    package static func time(ofNight night: Int) -> Timestamp {
        Timestamp(seconds: Day(year: 2026, month: 11, day: 23).start.seconds + 3_600).adding(days: night - 1)
    }

    /// The plan is the same every night.
    package func planned(_ number: Int) -> PlannedEndpoint {
        let identity = EndpointIdentity(number)
        return PlannedEndpoint(endpoint: identity.endpoint, probes: casting.probes(of: identity), barrier: nil)
    }

    /// What the probes of an endpoint see, in the order of their names.
    package func observations(of number: Int, night: Int) -> [Observation] {
        let identity = EndpointIdentity(number)
        let (endpoint, time) = (identity.endpoint, Self.time(ofNight: night))
        let change = change(of: number, until: night)
        if isGap(identity, change) {
            let gap = gap(number)
            return casting.probes(of: identity).map {
                Observation(endpoint: endpoint, probe: $0, at: time, outcome: gap.outcome, reason: gap.reason)
            }
        }
        return facts(of: identity, change).map { probe, facts in
            Observation(endpoint: endpoint, probe: probe, at: time, outcome: .answered, facts: facts)
        }
    }

    /// In the order in which their answers come when all are asked at once: another one every night.
    package func arriving(_ numbers: Range<Int>, night: Int) -> [Int] {
        numbers.map { (chance.bits(.arrival, $0, turn: night), $0) }.sorted(by: <).map(\.1)
    }

    /// The endpoints that are not as they were the night before: one of every fifty.
    package func changed(inNight night: Int) -> [Int] {
        (0..<count / ChangeCalendar.block).flatMap { block in
            calendar.entries(block: block, until: night).filter { $0.night == night }.map(\.number)
        }
    }

    private func change(of number: Int, until night: Int) -> ChangeCalendar.Entry? {
        let block = number / ChangeCalendar.block
        guard block < count / ChangeCalendar.block else { return nil }
        return calendar.entries(block: block, until: night).first { $0.number == number }
    }

    private func facts(of identity: EndpointIdentity, _ entry: ChangeCalendar.Entry?) -> [(String, Facts)] {
        let names = identity.names(chance)
        let renewed = entry?.change == .certificate ? entry?.night : nil
        return casting.roles(of: identity, isReplaced: entry?.change == .settings).flatMap(\.portraits)
            .sorted { $0.probe < $1.probe }
            .map { probe, set in
                let certificate =
                    set.plain.certificates == nil
                    ? nil : certificates.certificate(of: identity, renewed: renewed)
                return (probe, set.portrait(after: entry?.change, certificate).facts(names, certificate))
            }
    }

    private func isGap(_ identity: EndpointIdentity, _ entry: ChangeCalendar.Entry?) -> Bool {
        switch entry?.change {
        case .gapBegins: true
        case .gapEnds: false
        default: Self.isGap(identity, chance)
        }
    }

    private func gap(_ number: Int) -> (outcome: Outcome, reason: String) {
        switch chance.number(below: 10, .gapOutcome, number) {
        case 0..<6: (.silent, "timeout")
        case 6..<9: (.refused, "refused")
        default: (.reset, "reset")
        }
    }

    private static func isGap(_ identity: EndpointIdentity, _ chance: Chance) -> Bool {
        !identity.isName && chance.happens(perMille: gaps, .gap, identity.number)
    }

    /// Whether a change would be seen at an endpoint.
    private static func canShow(_ change: NightlyChange, _ identity: EndpointIdentity, _ casting: Casting) -> Bool {
        let isGap = isGap(identity, casting.chance)
        func shows(_ property: (Role) -> Bool) -> Bool {
            !isGap && casting.roles(of: identity).contains(where: property)
        }
        switch change {
        case .certificate: return shows(\.showsCertificate)
        case .header: return shows(\.showsHeaders)
        case .settings: return identity.service == .https && !isGap
        case .gapBegins: return !identity.isName && !isGap
        case .gapEnds: return isGap
        case .version: return shows(\.tellsVersion)
        }
    }
}
