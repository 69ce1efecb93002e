import Model

/// The same product, configured in more than one way.
package struct ConfigurationDrift: Sendable, Equatable {
    /// Endpoints that are configured alike.
    package struct Variant: Sendable, Equatable {
        package let configuration: Configuration
        package let endpoints: [String]
        package let bodies: [String]
        /// What it has in the aspects that differ and not every variant has.
        package let own: [ConfigurationAspect: [String]]
    }

    package let kind: ConfigurationKind
    package let product: String
    /// Aspects in which the variants are not all alike.
    package let differing: [ConfigurationAspect]
    /// The most common first.
    package let variants: [Variant]
    /// Endpoints of which not everything was measured: they are in no variant.
    package let unmeasured: [String]

    /// The bodies of all variants.
    package var bodies: [String] { Set(variants.flatMap(\.bodies)).sorted() }

    package static func all(in profiles: [SeenProfile]) -> [ConfigurationDrift] {
        Dictionary(grouping: profiles) { [$0.kind.rawValue, $0.product] }.values.compactMap(ConfigurationDrift.init)
            .sorted { ($0.product, $0.kind.rawValue) < ($1.product, $1.kind.rawValue) }
    }

    /// `nil` where what was measured is alike.
    private init?(_ profiles: [SeenProfile]) {
        let measured = Dictionary(grouping: profiles.filter { $0.configuration != nil }) { $0.configuration }
        let configurations = measured.keys.compactMap(\.self)
        guard let first = profiles.first, configurations.count > 1 else { return nil }
        let common = Dictionary(
            uniqueKeysWithValues: first.kind.aspects.map { aspect in
                (aspect, configurations.map { $0[aspect] }.reduce(configurations[0][aspect]) { $0.intersection($1) })
            })
        let differing = first.kind.aspects.filter { aspect in
            configurations.contains { $0[aspect] != common[aspect] }
        }
        kind = first.kind
        product = first.product
        self.differing = differing
        variants = configurations.map { configuration in
            let places = measured[configuration] ?? []
            return Variant(
                configuration: configuration, endpoints: Set(places.map(\.endpoint)).sorted(),
                bodies: Set(places.map(\.body)).sorted(),
                own: Dictionary(
                    uniqueKeysWithValues: differing.map { aspect in
                        (aspect, configuration[aspect].subtracting(common[aspect] ?? []).sorted())
                    }))
        }.sorted {
            ($1.endpoints.count, $0.configuration.text) < ($0.endpoints.count, $1.configuration.text)
        }
        unmeasured = Set(profiles.filter { $0.configuration == nil }.map(\.endpoint)).sorted()
    }
}
