/// The fleet file as values: who works together, what may be touched, by whose authorisation, and how.
///
/// A value of this type is valid: `Documents` has checked every reference, date and network before it exists.
package struct Fleet: Sendable, Equatable {
    package let cooperation: Cooperation
    package let defaults: FleetDefaults
    package let contacts: [Contact]
    package let authorisations: [Authorisation]
    package let softwareDomains: [SoftwareDomain]
    package let bodies: [Body]
    package let sharedServices: [SharedService]
    package let schedules: [Schedule]
    package let exceptions: [FleetException]
    package let onlineOffers: [OnlineOffer]
    package let processes: [ProcessFile]
    package let chains: [ProcessChain]
    package private(set) var usages: [Usage]
    package private(set) var targets: [TargetProduct]

    package init(
        cooperation: Cooperation, defaults: FleetDefaults, contacts: [Contact], authorisations: [Authorisation],
        softwareDomains: [SoftwareDomain], bodies: [Body], sharedServices: [SharedService], schedules: [Schedule],
        exceptions: [FleetException], onlineOffers: [OnlineOffer] = [], processes: [ProcessFile] = [],
        chains: [ProcessChain] = [], usages: [Usage] = [], targets: [TargetProduct] = []
    ) {
        self.cooperation = cooperation
        self.defaults = defaults
        self.contacts = contacts
        self.authorisations = authorisations
        self.softwareDomains = softwareDomains
        self.bodies = bodies
        self.sharedServices = sharedServices
        self.schedules = schedules
        self.exceptions = exceptions
        self.onlineOffers = onlineOffers
        self.processes = processes
        self.chains = chains
        self.usages = usages
        self.targets = targets
    }

    package func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
    package func authorisation(_ id: String) -> Authorisation? { authorisations.first { $0.id == id } }
    package func contact(_ id: String) -> Contact? { contacts.first { $0.id == id } }

    /// The same with other names for the products its lists and targets name.
    package func renamingProducts(_ name: (String) -> String) -> Fleet {
        var fleet = self
        fleet.usages = usages.map { $0.renamingProduct(name) }
        fleet.targets = targets.map {
            TargetProduct(domain: $0.domain, product: name($0.product), agreedOn: $0.agreedOn, by: $0.by)
        }
        return fleet
    }
}

/// Bodies that work together, and how the scanner introduces itself on their behalf.
package struct Cooperation: Sendable, Equatable {
    package let id: String
    package let name: String
    package let language: Language
    /// IANA time zone name; schedules and windows are local to it.
    package let timezone: String
    package let tlp: TLP
    package let scanner: ScannerIdentity
    package let dns: DNSAccess
    /// PEM files with roots trusted beside the system's, relative to the fleet file's folder.
    package let trustedRoots: [String]

    package init(
        id: String, name: String, language: Language, timezone: String, tlp: TLP, scanner: ScannerIdentity,
        dns: DNSAccess, trustedRoots: [String]
    ) {
        self.id = id
        self.name = name
        self.language = language
        self.timezone = timezone
        self.tlp = tlp
        self.scanner = scanner
        self.dns = dns
        self.trustedRoots = trustedRoots
    }
}

/// Traffic Light Protocol 2.0; a body may tighten it, never loosen.
package enum TLP: String, Sendable, Codable, CaseIterable, Comparable {
    case clear = "CLEAR", green = "GREEN", amber = "AMBER", amberStrict = "AMBER+STRICT", red = "RED"

    package static func < (left: TLP, right: TLP) -> Bool { left.rank < right.rank }
    private var rank: Int { TLP.allCases.firstIndex(of: self) ?? 0 }
}

package struct ScannerIdentity: Sendable, Equatable {
    /// Mail address for complaints; goes into User-Agent and EHLO-free texts.
    package let contact: String
    package let infoURL: String

    package init(contact: String, infoURL: String) {
        self.contact = contact
        self.infoURL = infoURL
    }
}

/// Which resolver answers, and what DNSSEC is validated against.
package struct DNSAccess: Sendable, Equatable {
    /// `address` or `address@port`; empty means the system's resolvers.
    package let resolvers: [String]
    /// A file in unbound's trust-anchor format, relative to the fleet file; `nil`: the system's root anchor if there is one.
    package let trustAnchor: String?

    package init(resolvers: [String], trustAnchor: String?) {
        self.resolvers = resolvers
        self.trustAnchor = trustAnchor
    }
}

/// Person or office the fleet names; the only personal data kept.
package struct Contact: Sendable, Equatable {
    package enum Role: String, Sendable, CaseIterable {
        case securityOfficer = "security-officer", itLead = "it-lead", provider, management, dataProtection =
            "data-protection"
    }

    package let id: String
    package let name: String
    package let role: Role
    package let email: String
    package let phone: String?

    package init(id: String, name: String, role: Role, email: String, phone: String?) {
        self.id = id
        self.name = name
        self.role = role
        self.email = email
        self.phone = phone
    }
}

/// What software is for: finance, registry, DMS, HR, ...
package struct SoftwareDomain: Sendable, Equatable {
    package enum Criticality: String, Sendable, CaseIterable { case low, medium, high, critical }

    package let id: String
    package let name: String
    package let owner: String
    package let criticality: Criticality

    package init(id: String, name: String, owner: String, criticality: Criticality) {
        self.id = id
        self.name = name
        self.owner = owner
        self.criticality = criticality
    }
}
