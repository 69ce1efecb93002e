/// What can become of an endpoint from one night to the next.
enum NightlyChange: Sendable, Equatable {
    /// New key, serial and dates; the names stay.
    case certificate
    case header
    /// Another machine, with other TLS settings.
    case settings
    case gapBegins, gapEnds
    /// A new version of the software.
    case version

    /// 60 % certificates, 15 % headers, 10 % settings, 10 % gaps, 5 % versions.
    static let shares: [NightlyChange] = [
        .certificate, .header, .certificate, .settings, .certificate, .certificate, .gapBegins, .certificate, .header,
        .certificate, .certificate, .version, .certificate, .settings, .certificate, .header, .certificate, .gapEnds,
        .certificate, .certificate,
    ]

    /// What happens instead where no endpoint is left to which it could.
    var substitute: NightlyChange { self == .gapEnds ? .gapBegins : .certificate }
}

/// Which endpoints change in which night: one of every fifty, and none twice.
struct ChangeCalendar: Sendable {
    static let block = 50
    /// Later there may be fifty endpoints in a row of which none is left that could change.
    static let lastNight = 9

    struct Entry {
        let number: Int
        let night: Int
        let change: NightlyChange
    }

    private let chance: Chance
    /// Whether a change would be seen at an endpoint.
    private let fits: @Sendable (NightlyChange, Int) -> Bool

    init(_ chance: Chance, fits: @escaping @Sendable (NightlyChange, Int) -> Bool) {
        self.chance = chance
        self.fits = fits
    }

    /// The change of a block's nights up to `night`, in their order.
    func entries(block: Int, until night: Int) -> [Entry] {
        precondition(night <= Self.lastNight, "the calendar ends with night \(Self.lastNight)")
        guard night > 1 else { return [] }
        let numbers = block * Self.block..<(block + 1) * Self.block
        var entries: [Entry] = []
        for night in 2...night {
            let free = numbers.filter { number in !entries.contains { $0.number == number } }
            let wanted = NightlyChange.shares[(block + night) % NightlyChange.shares.count]
            let change = free.contains { fits(wanted, $0) } ? wanted : wanted.substitute
            let fitting = free.filter { fits(change, $0) }
            precondition(!fitting.isEmpty, "nothing is left to change among the endpoints \(numbers)")
            let chosen = chance.number(below: fitting.count, .changedEndpoint, block, turn: night)
            entries.append(Entry(number: fitting[chosen], night: night, change: change))
        }
        return entries
    }
}
