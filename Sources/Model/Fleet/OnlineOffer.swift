/// Where a body offers a service online, as its service list says.
package struct OnlineOffer: Sendable, Equatable {
    package let body: String
    /// Id of the service catalogue.
    package let service: String
    /// Absolute http or https URL.
    package let url: String
    /// What the list says its sign-in is worth; `nil`: nothing.
    package let declared: TrustLevel?
    /// Product id of the platform it runs on, as the list says; `nil`: nothing.
    package let platform: String?

    package init(body: String, service: String, url: String, declared: TrustLevel?, platform: String?) {
        self.body = body
        self.service = service
        self.url = url
        self.declared = declared
        self.platform = platform
    }
}

/// A file in which a body's process for a service is drawn.
package struct ProcessFile: Sendable, Equatable {
    package let body: String
    /// Id of the service catalogue, or a short name of the cooperation's own.
    package let service: String
    /// Relative to the fleet file's folder.
    package let file: String

    package init(body: String, service: String, file: String) {
        self.body = body
        self.service = service
        self.file = file
    }
}
