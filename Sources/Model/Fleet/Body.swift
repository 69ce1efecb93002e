/// A body of the cooperation: county, municipality, association, provider.
package struct Body: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case county, municipality
        case associationOfMunicipalities = "association-of-municipalities"
        case specialPurposeAssociation = "special-purpose-association"
        case itProvider = "it-provider"
        case other
    }

    package let id: String
    package let name: String
    package let kind: Kind
    /// Official municipality key (5 or 8 digits) or regional key (9 or 12 digits), leading zeros kept.
    package let ags: String?
    package let ars: String?
    /// Contact ids.
    package let owner: String
    package let reportTo: [String]
    package let authorisation: String
    package let tlp: TLP?
    /// Bodies inside this one (a county's municipalities).
    package let children: [String]
    /// Members of a special-purpose association.
    package let members: [String]
    package let domains: [DomainTarget]
    package let networks: [NetworkTarget]
    package let hosts: [HostTarget]
    package let exclusions: [Exclusion]
    /// Local time range in which packets may be sent; overrides the default.
    package let window: ScanWindow?

    package init(
        id: String, name: String, kind: Kind, ags: String?, ars: String?, owner: String, reportTo: [String],
        authorisation: String, tlp: TLP?, children: [String], members: [String], domains: [DomainTarget],
        networks: [NetworkTarget], hosts: [HostTarget], exclusions: [Exclusion], window: ScanWindow?
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.ags = ags
        self.ars = ars
        self.owner = owner
        self.reportTo = reportTo
        self.authorisation = authorisation
        self.tlp = tlp
        self.children = children
        self.members = members
        self.domains = domains
        self.networks = networks
        self.hosts = hosts
        self.exclusions = exclusions
        self.window = window
    }
}

/// A domain of a body: its DNS records are read; hosts under it are asked only where listed.
package struct DomainTarget: Sendable, Equatable {
    package let name: String
    /// Mail is received here: the MX hosts are asked on port 25, and missing mail records count.
    package let mail: Bool
    /// Labels under the domain that are web hosts (`www` for `www.<name>`), asked on 80 and 443.
    package let enumerate: [String]

    package init(name: String, mail: Bool, enumerate: [String]) {
        self.name = name
        self.mail = mail
        self.enumerate = enumerate
    }
}

/// An authorised network: an address outside all of a body's networks is never contacted.
package struct NetworkTarget: Sendable, Equatable {
    package let network: Network
    package let name: String?
    package let consent: Consent?

    package init(network: Network, name: String?, consent: Consent?) {
        self.network = network
        self.name = name
        self.consent = consent
    }
}

/// One host and what speaks on it.
package struct HostTarget: Sendable, Equatable {
    package struct Port: Sendable, Equatable, Hashable {
        package let number: UInt16
        package let service: Service

        package init(number: UInt16, service: Service) {
            self.number = number
            self.service = service
        }
    }

    /// A DNS name, or an IP address in its text form.
    package let name: String
    package let ports: [Port]
    package let softwareDomain: String?
    /// The provider whose networks the host may also stand in.
    package let hostedBy: String?

    package init(name: String, ports: [Port], softwareDomain: String?, hostedBy: String?) {
        self.name = name
        self.ports = ports
        self.softwareDomain = softwareDomain
        self.hostedBy = hostedBy
    }
}

/// Never contacted, whatever else the file says; with a reason and an end.
package struct Exclusion: Sendable, Equatable {
    package let network: Network?
    package let host: String?
    package let reason: String
    package let until: Day?

    package init(network: Network?, host: String?, reason: String, until: Day?) {
        self.network = network
        self.host = host
        self.reason = reason
        self.until = until
    }
}

/// A service one body provides and others consume.
package struct SharedService: Sendable, Equatable {
    package let id: String
    package let name: String
    package let provider: String
    package let consumers: [String]
    package let softwareDomain: String?
    /// The provider's hosts and domains that run it; empty means all of them.
    package let hosts: [String]

    package init(
        id: String, name: String, provider: String, consumers: [String], softwareDomain: String?, hosts: [String] = []
    ) {
        self.id = id
        self.name = name
        self.provider = provider
        self.consumers = consumers
        self.softwareDomain = softwareDomain
        self.hosts = hosts
    }
}
