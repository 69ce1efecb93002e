import Model
import Wire

/// A page at which a body offers a service, with what the catalogue and the body's list say of it.
package struct OnlineServiceTarget: Sendable, Equatable {
    package let offer: OnlineOffer
    package let required: TrustLevel
    /// The body at whose endpoint it is asked: the one that lists the host, else the one that offers.
    let owner: String
    let url: HTTPURL

    /// `nil` where the list's address is none of the web.
    init?(offer: OnlineOffer, required: TrustLevel, owner: String?) {
        guard let url = HTTPURL(parsing: offer.url) else { return nil }
        self.offer = offer
        self.required = required
        self.owner = owner ?? offer.body
        self.url = url
    }

    /// Every offer of a fleet whose service the catalogue knows, sorted by service and body.
    package static func all(in fleet: Fleet, by catalogue: [CatalogueService]) -> [OnlineServiceTarget] {
        let required = Dictionary(catalogue.map { ($0.id, $0.required) }, uniquingKeysWith: { first, _ in first })
        return fleet.onlineOffers.compactMap { offer in
            guard let level = required[offer.service] else { return nil }
            return OnlineServiceTarget(
                offer: offer, required: level, owner: host(of: offer).flatMap(fleet.owner))
        }.sorted { ($0.offer.service, $0.offer.body) < ($1.offer.service, $1.offer.body) }
    }

    func isAsked(at endpoint: Endpoint) -> Bool { owner == endpoint.body && url.isServed(by: endpoint) }
}

extension Fleet {
    /// The body that lists a host by name, as a host or under a domain.
    package func owner(of host: String) -> String? {
        let address = IPAddress(host)
        return bodies.first { body in
            body.hosts.contains { $0.name == host || (address != nil && IPAddress($0.name) == address) }
                || body.domains.contains { domain in
                    domain.name == host || domain.enumerate.contains { "\($0).\(domain.name)" == host }
                }
        }?.id
    }
}

extension OnlineServiceTarget {
    /// The host a service list names.
    package static func host(of offer: OnlineOffer) -> String? { HTTPURL(parsing: offer.url)?.host }
}
