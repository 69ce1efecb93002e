import Glibc
import Model

/// The loops of a run, one per core; everything about one address happens on one of them.
package struct EventLoops: Sendable {
    package let all: [EventLoop]

    /// Throws `NetworkError.local` when the system has no descriptors or threads left.
    package init(count: Int = EventLoops.cores) throws {
        all = try (0..<max(1, count)).map { _ in try EventLoop() }
    }

    /// Loops that exist already; at least one.
    package init(_ loops: [EventLoop]) {
        precondition(!loops.isEmpty, "work needs a loop")
        all = loops
    }

    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// The loop of an address: the same for as long as the process lives, and the same in the next run.
    package func loop(for address: IPAddress?) -> EventLoop {
        // FNV-1a: spreads neighbouring addresses, and unlike Hasher is not seeded anew in every process.
        let bytes = address?.bytes ?? []
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return all[Int(hash % UInt64(all.count))]
    }

    /// Names have no address; they are spread by their bytes.
    package func loop(for endpoint: Endpoint) -> EventLoop {
        loop(for: endpoint.address ?? IPAddress(bytes: Array((endpoint.serverName + "....").utf8.prefix(4))))
    }

    /// The loop the caller runs on, else the address's own.
    func current(for address: IPAddress) -> EventLoop { all.first(where: \.isCurrent) ?? loop(for: address) }

    /// Returns when all threads are gone.
    package func shutdown() async {
        for loop in all { await loop.shutdown() }
    }
}
