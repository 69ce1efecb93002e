import CUnbound
import Glibc

/// libunbound, set up: a validating resolver with a thread of its own.
///
/// `@unchecked Sendable`: the pointer never changes, and libunbound locks its context itself.
final class UnboundContext: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Readable when answers wait for `ub_process`.
    var descriptor: Int32 { ub_fd(pointer) }

    /// Throws `NetworkError.local` with what libunbound could not use.
    init(_ settings: ResolverSettings) throws {
        guard let pointer = ub_ctx_create() else { throw NetworkError.local("no memory for a resolver") }
        self.pointer = pointer
        try configure(settings)
    }

    deinit { ub_ctx_delete(pointer) }

    /// The order matters: whatever finalises the context, as removing zones does, comes last.
    private func configure(_ settings: ResolverSettings) throws {
        ub_ctx_debugout(pointer, nil)
        try check(ub_ctx_async(pointer, 1), "threads")
        for (option, value) in UnboundContext.options {
            try check(ub_ctx_set_option(pointer, option, value), option)
        }
        if settings.servers.isEmpty { try check(ub_ctx_resolvconf(pointer, nil), "/etc/resolv.conf") }
        for server in settings.servers { try check(ub_ctx_set_fwd(pointer, server), "resolver \"\(server)\"") }
        if let anchor = settings.trustAnchor {
            guard access(anchor, R_OK) == 0 else { throw NetworkError.local("trust anchor \"\(anchor)\" unreadable") }
            try check(ub_ctx_add_ta_file(pointer, anchor), "trust anchor \"\(anchor)\"")
        }
        // unbound answers names for documentation and tests itself; a fleet may well use them.
        for zone in ["test.", "example.", "invalid.", "home.arpa."] {
            try check(ub_ctx_zone_remove(pointer, zone), "resolver settings")
        }
    }

    private static let options = [
        ("do-not-query-localhost:", "no"),
        ("outgoing-range:", "512"),
        ("num-queries-per-thread:", "1024"),
        ("outgoing-num-tcp:", "32"),
        ("msg-cache-size:", "16m"),
        ("rrset-cache-size:", "32m"),
        // An answer that lies about itself shall be seen as bogus, not as a broken server to be given up on.
        ("harden-dnssec-stripped:", "yes"),
    ]

    private func check(_ status: Int32, _ what: String) throws {
        guard status == 0 else {
            throw NetworkError.local("\(what): \(ub_strerror(status).map { String(cString: $0) } ?? "error")")
        }
    }
}
