import Model

/// What one body of the fleet runs: 22 web sites, its mail, five machines with SSH, and the names of all of them.
///
/// The shares are those of `examples/emh`: a third of the endpoints speaks TLS, a third are names in the DNS.
enum Municipality {
    /// One endpoint of every body.
    struct Place: Sendable {
        /// Number of the machine within the body; names, ports and addresses go by it.
        let machine: Int
        /// Left of the body's domain; empty for the domain itself.
        let label: String
        let port: UInt16
        let service: Service
    }

    static let places: [Place] = {
        var places: [Place] = []
        for (machine, host) in hosts.enumerated() {
            for service in host.services {
                places.append(
                    Place(machine: machine, label: host.label, port: port(of: service, at: host), service: service))
            }
        }
        return places
    }()

    private struct Host {
        let label: String
        let services: [Service]
    }

    private static let sites = [
        "www", "portal", "formulare", "geo", "ratsinfo", "serviceportal", "bauportal", "termine", "cloud", "archiv",
        "kita", "dms", "standesamt", "bibliothek", "vhs", "stadtwerke", "abfall", "karte", "intranet", "stellen",
        "wahlen", "kfz",
    ]

    /// A web site's name, its plain port and its secure one.
    private static let hosts: [Host] =
        sites.map { Host(label: $0, services: [.domain, .http, .https]) } + [
            Host(label: "", services: [.mailDomain]),
            Host(label: "post", services: [.mailDomain]),
            Host(label: "mx1", services: [.domain, .smtp]),
            Host(label: "mx2", services: [.domain, .smtp]),
            Host(label: "mail", services: [.domain, .submission, .submissions, .imap, .imaps, .pop3, .pop3s]),
            Host(label: "vpn", services: [.https]),
        ] + ["sftp", "admin", "backup", "gis-db", "transfer"].map { Host(label: $0, services: [.domain, .ssh]) }

    private static func port(of service: Service, at host: Host) -> UInt16 {
        switch service {
        case .http: 80
        case .https: host.label == "vpn" ? 8443 : 443
        case .ssh: 22
        case .smtp: 25
        case .submission: 587
        case .submissions: 465
        case .imap: 143
        case .imaps: 993
        case .pop3: 110
        case .pop3s: 995
        default: 0
        }
    }
}
