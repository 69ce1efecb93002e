import Glibc

/// A point on the monotonic clock, in nanoseconds; never the time of day.
package struct Moment: Sendable, Hashable, Comparable {
    package let nanoseconds: UInt64

    package init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

    package static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Moment(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
    }

    package static func < (left: Moment, right: Moment) -> Bool { left.nanoseconds < right.nanoseconds }

    /// Saturates at both ends, so a silly timeout is a long one and never a trap.
    package static func + (moment: Moment, duration: Duration) -> Moment {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else { return moment }
        let whole = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let sum = moment.nanoseconds.addingReportingOverflow(
            whole.partialValue &+ UInt64(attoseconds) / 1_000_000_000)
        return whole.overflow || sum.overflow ? .distantFuture : Moment(nanoseconds: sum.partialValue)
    }

    package static let distantFuture = Moment(nanoseconds: .max)

    /// Rounded up, so a timer never fires early; 0 when `other` has passed.
    func milliseconds(until other: Moment) -> Int32 {
        guard other > self else { return 0 }
        let gap = other.nanoseconds - nanoseconds
        return Int32(min(gap / 1_000_000 + (gap % 1_000_000 == 0 ? 0 : 1), 3_600_000))
    }
}
