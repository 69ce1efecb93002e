import Model

/// Who may connect when, as a value: it knows no clock, no lock and no task, so a test can play any course of time.
///
/// First come, first served, over all addresses; a request whose own address is at its limit does not hold up others.
struct PaceState {
    typealias Ticket = UInt64

    private struct Line {
        var waiting: [Ticket] = []
        var atOnce = 0
        var rate: Rate
        /// It stands in `ready` or `later`; a line at its limit stands in neither until a release.
        var isListed = false
    }

    private let limits: Limits
    private var lines: [IPAddress: Line] = [:]
    private var ready = Agenda<Ticket, IPAddress>()
    private var later = Agenda<Moment, IPAddress>()
    private var whole: Rate
    private(set) var atOnce = 0

    init(_ limits: Limits) {
        self.limits = limits
        whole = Rate(perSecond: limits.connectionsPerSecond)
    }

    /// A request; it stands in line until `grant` names it or it leaves. Tickets are given out in rising order.
    mutating func join(_ ticket: Ticket, _ address: IPAddress) {
        let rate = Rate(perSecond: limits.connectionsPerSecondPerAddress)
        lines[address, default: Line(rate: rate)].waiting.append(ticket)
        list(address)
    }

    /// False when the ticket is not in line: it was granted before, or never joined.
    mutating func leave(_ ticket: Ticket, _ address: IPAddress) -> Bool {
        guard let place = lines[address]?.waiting.firstIndex(of: ticket) else { return false }
        lines[address]?.waiting.remove(at: place)
        return true
    }

    mutating func release(_ address: IPAddress) {
        guard let line = lines[address], line.atOnce > 0 else { return }
        lines[address]?.atOnce -= 1
        atOnce -= 1
        list(address)
    }

    /// Everyone whose turn has come, and when to ask again; `nil` when only a release or a request changes anything.
    mutating func grant(at now: Moment) -> (granted: [Ticket], again: Moment?) {
        while let address = later.popDue(at: now) { relist(address) }
        var granted: [Ticket] = []
        while atOnce < limits.connectionsAtOnce, whole.isFree(at: now), let address = ready.popDue(at: .max) {
            if let ticket = take(address, at: now) { granted.append(ticket) }
        }
        guard atOnce < limits.connectionsAtOnce else { return (granted, nil) }
        return (granted, ready.next == nil ? later.next.map { max($0, whole.freeAt) } : whole.freeAt)
    }

    /// The first of a line, if it may go now; the line is listed again for the next one.
    private mutating func take(_ address: IPAddress, at now: Moment) -> Ticket? {
        lines[address]?.isListed = false
        defer { list(address) }
        guard let line = lines[address], let ticket = line.waiting.first, line.rate.isFree(at: now),
            line.atOnce < limits.connectionsAtOncePerAddress
        else { return nil }
        lines[address]?.waiting.removeFirst()
        lines[address]?.atOnce += 1
        lines[address]?.rate.take(at: now)
        atOnce += 1
        whole.take(at: now)
        return ticket
    }

    /// Puts a line that may get a connection where its turn will be seen.
    private mutating func list(_ address: IPAddress) {
        guard let line = lines[address], !line.isListed, !line.waiting.isEmpty,
            line.atOnce < limits.connectionsAtOncePerAddress
        else { return }
        lines[address]?.isListed = true
        later.add(address, at: line.rate.freeAt)
    }

    private mutating func relist(_ address: IPAddress) {
        guard let first = lines[address]?.waiting.first else {
            lines[address]?.isListed = false
            return
        }
        ready.add(address, at: first)
    }
}
