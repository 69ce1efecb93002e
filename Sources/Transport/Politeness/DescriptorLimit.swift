import Glibc

/// How many connections this process has file descriptors for.
package enum DescriptorLimit {
    /// Kept for the store, reports, loops, the resolver's sockets and the C library.
    private static let reserve = 96

    /// Raises the soft limit to the hard one, which needs no privilege, and takes a reserve off.
    package static var connections: Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return 256 }
        var raised = rlimit(rlim_cur: limit.rlim_max, rlim_max: limit.rlim_max)
        let usable = setrlimit(resource, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur
        return max(8, Int(clamping: usable) - reserve)
    }
}
