import Model
import Wire

/// One name (or bare address) of a body and what speaks there, before the DNS was asked.
package struct TargetName: Sendable, Equatable {
    package let body: String
    package let name: String
    package let ports: [HostTarget.Port]
    /// The DNS endpoint's service: `domain`, `mailDomain`, or `nil` for a bare address.
    package let dns: Service?

    package var address: IPAddress? { IPAddress(name) }

    /// Everything the fleet lists, in the order of the file, each name once per body with all its ports.
    package static func all(in fleet: Fleet) -> [TargetName] {
        let offers = Dictionary(grouping: fleet.onlineOffers.compactMap { offer($0, in: fleet) }, by: \.body)
        return fleet.bodies.flatMap { names(of: $0, and: offers[$0.id] ?? []) }
    }

    /// A host at which a service is offered. One that nobody lists belongs to whom offers there; its DNS is not ours to
    /// look into.
    private static func offer(_ offer: OnlineOffer, in fleet: Fleet) -> TargetName? {
        guard let url = HTTPURL(parsing: offer.url) else { return nil }
        let port = HostTarget.Port(number: url.port, service: url.scheme == .https ? .https : .http)
        return TargetName(body: fleet.owner(of: url.host) ?? offer.body, name: url.host, ports: [port], dns: nil)
    }

    private static let web = [HostTarget.Port(number: 80, service: .http), .init(number: 443, service: .https)]

    private static func names(of body: Body, and offers: [TargetName]) -> [TargetName] {
        var found: [TargetName] = []
        for domain in body.domains {
            found.append(
                TargetName(body: body.id, name: domain.name, ports: [], dns: domain.mail ? .mailDomain : .domain))
            for label in domain.enumerate {
                found.append(TargetName(body: body.id, name: "\(label).\(domain.name)", ports: web, dns: .domain))
            }
        }
        for host in body.hosts {
            let dns: Service? = IPAddress(host.name) == nil ? .domain : nil
            found.append(TargetName(body: body.id, name: host.name, ports: host.ports, dns: dns))
        }
        return merged(found + offers)
    }

    /// A name listed as domain, label and host at once is one target.
    private static func merged(_ names: [TargetName]) -> [TargetName] {
        var order: [String] = []
        var byName: [String: TargetName] = [:]
        for target in names {
            guard let known = byName[target.name] else {
                order.append(target.name)
                byName[target.name] = target
                continue
            }
            let ports = known.ports + target.ports.filter { port in !known.ports.contains { $0.number == port.number } }
            let dns = known.dns == .mailDomain ? known.dns : target.dns ?? known.dns
            byName[target.name] = TargetName(body: known.body, name: known.name, ports: ports, dns: dns)
        }
        return order.compactMap { byName[$0] }
    }
}
