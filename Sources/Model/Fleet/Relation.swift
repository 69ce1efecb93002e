/// One body runs something for another one: a shared service, or a host that stands in its networks.
package struct Relation: Sendable, Hashable, Comparable {
    package let provider: String
    package let consumer: String
    /// Id of the shared service; empty where the provider runs the consumer's own host.
    package let service: String
    /// The host it is about; empty means every host and domain of the provider.
    package let host: String

    package init(provider: String, consumer: String, service: String, host: String) {
        self.provider = provider
        self.consumer = consumer
        self.service = service
        self.host = host
    }

    package static func < (left: Relation, right: Relation) -> Bool { left.order < right.order }

    private var order: (String, String, String, String) { (provider, consumer, service, host) }
}

extension Fleet {
    /// Who provides what for whom, sorted; each once.
    package var relations: [Relation] {
        let hosting = bodies.flatMap { body in
            body.hosts.compactMap { host in
                host.hostedBy.map {
                    Relation(provider: $0, consumer: body.id, service: "", host: Self.canonical(host.name))
                }
            }
        }
        let services = sharedServices.flatMap { service in
            service.consumers.flatMap { consumer in
                (service.hosts.isEmpty ? [""] : service.hosts).map {
                    Relation(
                        provider: service.provider, consumer: consumer, service: service.id, host: Self.canonical($0))
                }
            }
        }
        return Set(hosting + services).sorted()
    }

    /// However an address is written, it is one host.
    private static func canonical(_ host: String) -> String { IPAddress(host)?.description ?? host }
}
