/// Work that passes through one system after the other: where one of them stands still, all of it does.
package struct ProcessChain: Sendable, Equatable {
    /// One of the systems, by the software domain it belongs to.
    package struct Link: Sendable, Equatable {
        package let name: String
        package let domain: String
        /// Id of the shared service that runs it for those who consume it; `nil`: every body for itself.
        package let service: String?

        package init(name: String, domain: String, service: String? = nil) {
            self.name = name
            self.domain = domain
            self.service = service
        }
    }

    package let id: String
    package let name: String
    /// In the order of the work.
    package let links: [Link]
    /// Bodies whose work takes this way; empty: all that are compared.
    package let bodies: [String]

    package init(id: String, name: String, links: [Link], bodies: [String] = []) {
        self.id = id
        self.name = name
        self.links = links
        self.bodies = bodies
    }
}
