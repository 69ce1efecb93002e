/// At most so many a second, in any second: the bucket refills evenly and holds a twentieth of a second's worth.
///
/// Written as a theoretical arrival time (GCRA): one number instead of a bucket that has to be refilled.
struct Rate {
    private let interval: UInt64
    private let slack: UInt64
    private var arrival: UInt64 = 0

    init(perSecond: Int) {
        let limit = UInt64(min(max(1, perSecond), 1_000_000_000))
        // What may come in a burst is taken from the even flow, so that burst and flow together stay below the limit.
        let burst = limit / 20
        interval = (1_000_000_000 + limit - burst - 1) / (limit - burst)
        slack = burst * interval
    }

    var freeAt: Moment { Moment(nanoseconds: arrival > slack ? arrival - slack : 0) }

    func isFree(at now: Moment) -> Bool { now >= freeAt }

    mutating func take(at now: Moment) { arrival = max(arrival, now.nanoseconds) + interval }
}
