import Glibc

/// What this process has used so far.
struct Usage {
    let wall: Double
    let cpu: Double

    static var now: Usage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Usage(
            wall: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9,
            cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }

    static func - (left: Usage, right: Usage) -> Usage {
        Usage(wall: left.wall - right.wall, cpu: left.cpu - right.cpu)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
