import Glibc
import Model

/// Which servers are asked and what signatures are checked against, with paths as the process sees them.
package struct ResolverSettings: Sendable, Equatable {
    /// `address` or `address@port`; empty means the system's.
    package let servers: [String]
    package let trustAnchor: String?

    package init(servers: [String], trustAnchor: String?) {
        self.servers = servers
        self.trustAnchor = trustAnchor
    }

    /// As the fleet file says; a relative trust anchor is looked for in the fleet file's folder.
    package init(_ access: DNSAccess, folder: String) {
        let anchor = access.trustAnchor.map { $0.hasPrefix("/") ? $0 : "\(folder.isEmpty ? "." : folder)/\($0)" }
        self.init(servers: access.resolvers, trustAnchor: anchor ?? ResolverSettings.rootAnchor)
    }

    /// Where Debian's dns-root-data and unbound keep the root zone's key.
    private static var rootAnchor: String? {
        ["/usr/share/dns/root.key", "/var/lib/unbound/root.key"].first { access($0, R_OK) == 0 }
    }
}
