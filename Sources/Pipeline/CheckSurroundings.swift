import Documents
import Model
import Rules
import Scanning
import Transport

/// What a check takes from the fleet file if there is one: resolver, roots, packs. Without one, the system's.
package struct CheckSurroundings: Sendable {
    package let rules: RuleBook
    /// Every rule there is, for whom wants other packs than the fleet's or the default ones.
    let available: RuleBook
    package let fleet: Fleet?
    package let folder: String
    package let now: Timestamp
    /// Where the products and fingerprints are read from.
    package var software = SoftwarePlaces()

    package static func find(_ places: Places, at now: Timestamp) throws -> CheckSurroundings {
        guard (try? places.fleetFile()) != nil else {
            let book = try Workspace.rules(places)
            return CheckSurroundings(
                rules: book.choosing(book.defaultPacks), available: book, fleet: nil, folder: ".", now: now,
                software: places.software)
        }
        let workspace = try Workspace.open(places, at: now)
        return CheckSurroundings(
            rules: workspace.rules, available: workspace.available, fleet: workspace.fleet, folder: workspace.folder,
            now: now, software: workspace.software)
    }

    /// The same with these packs of rules only; none named leaves it as it is.
    package func judging(by packs: [String]) throws -> CheckSurroundings {
        guard !packs.isEmpty else { return self }
        let known = available.packs.map(\.name)
        if let unknown = packs.first(where: { !known.contains($0) }) {
            let guess = Suggestion.closest(to: unknown, among: known).map { "did you mean '\($0)'? " } ?? ""
            throw PlaceError.missing(
                "there is no pack '\(unknown)'", hint: guess + "known are " + known.joined(separator: ", "))
        }
        return CheckSurroundings(
            rules: available.choosing(packs), available: available, fleet: fleet, folder: folder, now: now,
            software: software)
    }

    /// The fleet names the host, so nobody has to be asked.
    package func authorises(_ target: CheckTarget) -> Bool { owner(of: target) != nil }

    /// The body that names the host and whose authorisation holds today.
    func owner(of target: CheckTarget) -> Body? {
        guard let fleet, !ScopeGuard(fleet, on: now.day).excludes(host: target.host) else { return nil }
        return TargetName.all(in: fleet).lazy.filter { $0.name == target.host }.compactMap { fleet.body($0.body) }
            .first { fleet.authorisation($0.authorisation)?.holds(on: now.day) == true }
    }

    var access: FleetAccess { FleetAccess(fleet: fleet, folder: folder) }

    /// A fleet with this one host to ask: in the scope of the body that names it, else in that of the person typing.
    func fleet(for target: CheckTarget, addresses: [IPAddress], on day: Day) -> Fleet {
        guard let fleet, let owner = owner(of: target) else { return typed(target, addresses, on: day) }
        let known = owner.hosts.first { $0.name == target.host }
        return fleet.asking(target.domains, [target.host(hostedBy: known?.hostedBy)], of: owner.id)
    }

    /// A fleet with nothing to ask, for what needs no network.
    func emptyFleet(on day: Day) -> Fleet {
        Fleet(
            cooperation: fleet?.cooperation ?? .none, defaults: fleet?.defaults ?? .none, contacts: [],
            authorisations: [], softwareDomains: [], bodies: [], sharedServices: [], schedules: [], exceptions: [])
    }

    /// In scope are exactly the addresses of the host, without the special ones (loopback, metadata, ...) that a name
    /// may lead to, and without what the fleet file excludes.
    private func typed(_ target: CheckTarget, _ addresses: [IPAddress], on day: Day) -> Fleet {
        let isName = IPAddress(target.host) == nil
        let named = addresses.filter { address in !isName || !Network.special.contains { $0.contains(address) } }
        let body = Body(
            id: "check", name: target.host, kind: .other, ags: nil, ars: nil, owner: "", reportTo: [],
            authorisation: "typed", tlp: nil, children: [], members: [], domains: target.domains,
            networks: named.map { NetworkTarget(network: Network($0), name: nil, consent: .light) },
            hosts: [target.host(hostedBy: nil)], exclusions: fleet?.bodies.flatMap(\.exclusions) ?? [], window: nil)
        let authorisation = Authorisation(
            id: "typed", grantedBy: "the person typing", signedBy: "", document: "", sha256: nil, validFrom: day,
            validUntil: day, consent: .light)
        return Fleet(
            cooperation: fleet?.cooperation ?? .none, defaults: fleet?.defaults ?? .none, contacts: [],
            authorisations: [authorisation], softwareDomains: [], bodies: [body], sharedServices: [], schedules: [],
            exceptions: [])
    }
}

extension CheckTarget {
    fileprivate var domains: [DomainTarget] {
        mail && IPAddress(host) == nil ? [DomainTarget(name: host, mail: true, enumerate: [])] : []
    }

    fileprivate func host(hostedBy provider: String?) -> HostTarget {
        HostTarget(name: host, ports: ports, softwareDomain: nil, hostedBy: provider)
    }
}

extension Fleet {
    /// The same scope with nothing to ask but this, in the name of one body.
    fileprivate func asking(_ domains: [DomainTarget], _ hosts: [HostTarget], of body: String) -> Fleet {
        Fleet(
            cooperation: cooperation, defaults: defaults, contacts: contacts, authorisations: authorisations,
            softwareDomains: softwareDomains,
            bodies: bodies.map { $0.id == body ? $0.asking(domains, hosts) : $0.asking([], []) },
            sharedServices: sharedServices, schedules: schedules, exceptions: exceptions)
    }
}

extension Body {
    fileprivate func asking(_ domains: [DomainTarget], _ hosts: [HostTarget]) -> Body {
        Body(
            id: id, name: name, kind: kind, ags: ags, ars: ars, owner: owner, reportTo: reportTo,
            authorisation: authorisation, tlp: tlp, children: children, members: members, domains: domains,
            networks: networks, hosts: hosts, exclusions: exclusions, window: window)
    }
}

extension Cooperation {
    fileprivate static let none = Cooperation(
        id: "check", name: "check", language: .en, timezone: "UTC", tlp: .amber,
        scanner: ScannerIdentity(contact: "postmaster@localhost", infoURL: ""),
        dns: DNSAccess(resolvers: [], trustAnchor: nil), trustedRoots: [])
}

extension FleetDefaults {
    fileprivate static let none = FleetDefaults(
        consent: .light, limits: .oneHost, timeoutSeconds: 8, retries: 1, window: nil, dueDays: [:], packs: [],
        extraRules: [])
}

extension Limits {
    /// A person waits for the answer of one host: still one connection after the other, at a brisk walk.
    fileprivate static let oneHost = Limits(
        connectionsPerSecondPerAddress: 20, connectionsAtOncePerAddress: 2, connectionsPerSecond: 40,
        connectionsAtOnce: 8)
}
