import Model

/// A host the fleet file names, and whose it is.
package struct ChainHost: Sendable, Hashable {
    package let body: String
    package let name: String

    package init(body: String, name: String) {
        self.body = body
        self.name = name
    }
}

extension Fleet {
    /// Hosts a link runs on for a body: those of the shared service it consumes or provides, and its own ones of the
    /// link's software domain.
    package func hosts(of link: ProcessChain.Link, for body: String) -> Set<ChainHost> {
        let shared = sharedServices.filter { service in
            let isOfLink = link.service.map { $0 == service.id } ?? (service.softwareDomain == link.domain)
            return isOfLink && (service.provider == body || service.consumers.contains(body))
        }
        let elsewhere = shared.flatMap { service in
            (service.hosts.isEmpty ? self.body(service.provider)?.hosts.map(\.name) ?? [] : service.hosts)
                .map { ChainHost(body: service.provider, name: $0) }
        }
        let own = self.body(body)?.hosts.filter { $0.softwareDomain == link.domain } ?? []
        return Set(elsewhere + own.map { ChainHost(body: body, name: $0.name) })
    }
}
