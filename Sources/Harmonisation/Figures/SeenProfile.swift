import Model

/// How an endpoint at which a product was seen is configured.
package struct SeenProfile: Sendable, Equatable {
    package let kind: ConfigurationKind
    package let product: String
    package let body: String
    package let endpoint: String
    /// `nil` where not all of it was measured: then it is like no other and unlike none.
    package let configuration: Configuration?

    package init(
        kind: ConfigurationKind, product: String, body: String, endpoint: String, configuration: Configuration?
    ) {
        self.kind = kind
        self.product = product
        self.body = body
        self.endpoint = endpoint
        self.configuration = configuration
    }
}

/// What a server accepts, aspect by aspect; the order in which it does says nothing.
package struct Configuration: Sendable, Hashable {
    private let values: [ConfigurationAspect: Set<String>]

    package init(_ values: [ConfigurationAspect: Set<String>]) {
        self.values = values.filter { !$0.value.isEmpty }
    }

    package subscript(aspect: ConfigurationAspect) -> Set<String> { values[aspect] ?? [] }

    /// Stands for the whole where an order is needed.
    var text: String {
        ConfigurationAspect.allCases.map { self[$0].sorted().joined(separator: " ") }.joined(separator: "\n")
    }
}
