import Model

/// How an endpoint is configured, as one word that can be compared.
package struct SeenProfile: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case tls, ssh }

    package let kind: Kind
    package let product: String
    package let body: String
    package let endpoint: String
    package let profile: String

    package init(kind: Kind, product: String, body: String, endpoint: String, profile: String) {
        self.kind = kind
        self.product = product
        self.body = body
        self.endpoint = endpoint
        self.profile = profile
    }
}

/// The same product, configured in more than one way.
package struct ConfigurationDrift: Sendable, Equatable {
    package struct Variant: Sendable, Equatable {
        package let profile: String
        package let endpoints: [String]
        package let bodies: [String]
    }

    package let kind: SeenProfile.Kind
    package let product: String
    /// The most common first.
    package let variants: [Variant]

    package static func all(in profiles: [SeenProfile]) -> [ConfigurationDrift] {
        Dictionary(grouping: profiles) { [$0.kind.rawValue, $0.product] }.values.compactMap { group in
            let variants = Dictionary(grouping: group, by: \.profile).map { profile, places in
                Variant(
                    profile: profile, endpoints: Set(places.map(\.endpoint)).sorted(),
                    bodies: Set(places.map(\.body)).sorted())
            }
            guard variants.count > 1, let first = group.first else { return nil }
            return ConfigurationDrift(
                kind: first.kind, product: first.product,
                variants: variants.sorted {
                    ($1.endpoints.count, $0.profile) < ($0.endpoints.count, $1.profile)
                })
        }
        .sorted { ($0.kind.rawValue, $0.product) < ($1.kind.rawValue, $1.product) }
    }
}

/// Days between the oldest and the newest release line of a product in use.
package struct VersionSkew: Sendable, Equatable {
    package let product: String
    package let lines: [String]
    /// `nil` where the day of a release is not known.
    package let days: Int?
}

extension DomainFigures {
    /// Of every product; `released`: first day of a release line.
    package func versionSkew(released: [ReleaseLineInUse: Day] = [:]) -> [VersionSkew] {
        Dictionary(grouping: releaseLines, by: \.product).map { product, lines in
            let days = lines.compactMap { released[$0]?.number }
            let isKnown = days.count == lines.count
            return VersionSkew(
                product: product, lines: lines.map(\.line),
                days: isKnown ? (days.max() ?? 0) - (days.min() ?? 0) : nil)
        }
        .sorted { $0.product < $1.product }
    }
}
