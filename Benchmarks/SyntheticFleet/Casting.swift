import Model

/// A machine with its portraits, as far as one choice decides.
struct Role: Sendable {
    let portraits: [(probe: String, set: PortraitSet)]

    var showsCertificate: Bool { portraits.contains { $0.set.plain.certificates != nil } }
    var showsHeaders: Bool { portraits.contains { $0.set.otherHeader != nil } }
    var tellsVersion: Bool { portraits.contains { $0.set.updated != nil } }
    var speaksTLS: Bool { portraits.contains { $0.probe == "tls" } }
}

/// The machines of every service, ready to be drawn.
struct Casting: Sendable {
    /// Machines of which one is drawn, by weight.
    private struct Choice {
        let roles: [Role]
        /// Sums of the weights.
        let bounds: [Int]

        func position(_ draw: UInt64) -> Int {
            let place = Int(draw % UInt64(bounds.last ?? 1))
            return bounds.firstIndex { place < $0 } ?? 0
        }
    }

    let chance: Chance
    /// Sizes of all RSA keys there are.
    let rsaSizes: Set<Int>
    private let choices: [Service: [Choice]]
    private let weaknesses: Choice
    /// What malformed messages show where STARTTLS is not offered.
    private let withoutTLS: Role

    init(_ chance: Chance, _ vocabulary: Vocabulary) throws {
        let book = try PortraitBook(vocabulary)
        let services = Set(Municipality.places.map(\.service))
        let machines = Dictionary(uniqueKeysWithValues: services.map { ($0, Machine.choices(for: $0)) })
        var sets: [String: [String: PortraitSet]] = [:]
        for machine in machines.values.flatMap({ $0 }).flatMap({ $0 }) + Machine.weaknesses {
            for (probe, name) in machine.portraits where sets[probe]?[name] == nil {
                sets[probe, default: [:]][name] = PortraitSet(book.facts(probe, name), vocabulary)
            }
        }
        self.chance = chance
        choices = machines.mapValues { [sets] in $0.map { Self.choice($0, sets) } }
        weaknesses = Self.choice(Machine.weaknesses, sets)
        let facts = book.facts("tls_weakness", "no-starttls")
        withoutTLS = Role(portraits: [("tls_weakness", PortraitSet(facts, vocabulary))])
        rsaSizes = Set(sets.values.flatMap(\.values).flatMap { $0.plain.certificates?.rsaSizes ?? [] })
    }

    func probes(of identity: EndpointIdentity) -> [String] {
        let probes = (choices[identity.service] ?? []).flatMap { $0.roles[0].portraits.map(\.probe) }
        return (identity.allowsMalformedMessages ? probes + ["tls_weakness"] : probes).sorted()
    }

    /// What stands there; with `isReplaced` its TLS machine is another one.
    func roles(of identity: EndpointIdentity, isReplaced: Bool = false) -> [Role] {
        var roles = (choices[identity.service] ?? []).enumerated().map { turn, choice in
            let drawn = choice.position(chance.bits(.machine, identity.number, turn: turn))
            guard isReplaced, choice.roles[drawn].speaksTLS else { return choice.roles[drawn] }
            let other = choice.position(chance.bits(.otherMachine, identity.number))
            return choice.roles[other == drawn ? (other + 1) % choice.roles.count : other]
        }
        if identity.allowsMalformedMessages {
            let isOpen = roles.contains(where: \.showsCertificate)
            let drawn = weaknesses.position(chance.bits(.weakness, identity.number))
            roles.append(isOpen ? weaknesses.roles[drawn] : withoutTLS)
        }
        return roles
    }

    private static func choice(_ machines: [Machine], _ sets: [String: [String: PortraitSet]]) -> Choice {
        var sum = 0
        let bounds = machines.map { machine in
            sum += machine.weight
            return sum
        }
        let roles = machines.map { machine in
            Role(
                portraits: machine.portraits.compactMap { probe, name in sets[probe]?[name].map { (probe, $0) } }
                    .sorted { $0.probe < $1.probe })
        }
        return Choice(roles: roles, bounds: bounds)
    }
}
