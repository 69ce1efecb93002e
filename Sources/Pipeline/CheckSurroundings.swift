import Documents
import Model
import Rules
import Scanning

/// What a check takes from the fleet file if there is one: resolver, roots, packs. Without one, the system's.
package struct CheckSurroundings: Sendable {
    package let rules: RuleBook
    package let fleet: Fleet?
    package let folder: String
    package let now: Timestamp

    package static func find(_ places: Places, at now: Timestamp) throws -> CheckSurroundings {
        guard (try? places.fleetFile()) != nil else {
            return CheckSurroundings(rules: try Workspace.rules(places), fleet: nil, folder: ".", now: now)
        }
        let workspace = try Workspace.open(places, at: now)
        return CheckSurroundings(
            rules: workspace.rules, fleet: workspace.fleet, folder: workspace.folder, now: now)
    }

    /// The fleet names the host, so nobody has to be asked.
    package func authorises(_ target: CheckTarget) -> Bool {
        guard let fleet else { return false }
        return TargetName.all(in: fleet).contains { name in
            name.name == target.host
                && fleet.body(name.body).flatMap { fleet.authorisation($0.authorisation) }?.holds(on: now.day) == true
        }
    }

    var access: FleetAccess { FleetAccess(fleet: fleet, folder: folder) }

    /// A fleet of one body and one host, in scope with exactly these addresses.
    func fleet(for target: CheckTarget, addresses: [IPAddress], on day: Day) -> Fleet {
        let isName = IPAddress(target.host) == nil
        let body = Body(
            id: "check", name: target.host, kind: .other, ags: nil, ars: nil, owner: "", reportTo: [],
            authorisation: "typed", tlp: nil, children: [], members: [],
            domains: isName && target.mail ? [DomainTarget(name: target.host, mail: true, enumerate: [])] : [],
            networks: addresses.map { NetworkTarget(network: Network($0), name: nil, consent: .light) },
            hosts: [HostTarget(name: target.host, ports: target.ports, softwareDomain: nil, hostedBy: nil)],
            exclusions: [], window: nil)
        let authorisation = Authorisation(
            id: "typed", grantedBy: "the person typing", signedBy: "", document: "", sha256: nil, validFrom: day,
            validUntil: day, consent: .light)
        return Fleet(
            cooperation: fleet?.cooperation ?? .none, defaults: fleet?.defaults ?? .none, contacts: [],
            authorisations: [authorisation], softwareDomains: [], bodies: [body], sharedServices: [], schedules: [],
            exceptions: [])
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
        consent: .light, limits: .polite, timeoutSeconds: 8, retries: 1, window: nil, dueDays: [:], packs: [],
        extraRules: [])
}
