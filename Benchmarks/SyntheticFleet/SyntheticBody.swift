import Model

/// One municipality of the fleet and the names of what it runs.
struct SyntheticBody {
    let number: Int

    var id: String { "gemeinde-\(padded)" }
    var domain: String { "\(id).example" }

    func host(_ label: String) -> String { label.isEmpty ? domain : "\(label).\(domain)" }

    /// Eight addresses for each body, of the network that is set aside for benchmarks (RFC 2544).
    func address(ofMachine machine: Int) -> IPAddress? {
        let offset = (number * 8 + machine % 8) % (1 << 17)
        return IPAddress(bytes: [198, 18 + UInt8(offset >> 16), UInt8(offset >> 8 & 0xFF), UInt8(offset & 0xFF)])
    }

    /// As the fleet file would name it.
    var body: Body {
        Body(
            id: id, name: "Gemeinde \(padded)", kind: .municipality, ags: nil, ars: nil, owner: "it-\(number)",
            reportTo: [], authorisation: "FRG", tlp: nil, children: [], members: [], domains: [], networks: [],
            hosts: [], exclusions: [], window: nil)
    }

    private var padded: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}

extension SyntheticEndpoints {
    /// The fleet file of all bodies, as far as plan, store and findings look at it.
    package var fleet: Fleet {
        Fleet(
            cooperation: Cooperation(
                id: "synthetic", name: "Erfundener Verbund", language: .de, timezone: "Europe/Berlin", tlp: .amber,
                scanner: ScannerIdentity(contact: "scan@example.org", infoURL: "https://example.org/"),
                dns: DNSAccess(resolvers: [], trustAnchor: nil), trustedRoots: []),
            defaults: FleetDefaults(
                consent: .light, limits: .polite, timeoutSeconds: 2, retries: 1, window: nil,
                dueDays: [.critical: 3, .high: 14, .medium: 60, .low: 180], packs: [], extraRules: []),
            contacts: [], authorisations: [], softwareDomains: [], bodies: bodies.map(\.body), sharedServices: [],
            schedules: [], exceptions: [])
    }

    private var bodies: [SyntheticBody] {
        guard count > 0 else { return [] }
        return (0...EndpointIdentity(count - 1).body.number).map(SyntheticBody.init)
    }
}
