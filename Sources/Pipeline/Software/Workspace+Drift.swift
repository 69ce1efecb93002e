import Catalogue
import Harmonisation
import Inventory
import Model

/// Where the same product runs, and how far apart: configurations and versions.
package struct ProductDrift: Sendable {
    package let configurations: [ConfigurationDrift]
    package let versions: [VersionSkew]
    /// Products seen at endpoints whose configuration is known.
    package let compared: Int

    package var products: Set<String> { Set(configurations.map(\.product) + versions.map(\.product)) }
}

extension Workspace {
    /// What the last run saw, by the catalogue's ids; empty where there is no store.
    package func drift() throws -> ProductDrift {
        guard hasStore else { return ProductDrift(configurations: [], versions: [], compared: 0) }
        let catalogue = try software.catalogue()
        let book = try software.lifecycles(for: catalogue)
        let profiles = try seenProfiles(catalogue)
        return ProductDrift(
            configurations: ConfigurationDrift.all(in: profiles),
            versions: VersionSkew.all(in: try seenSoftware()) { product, version in
                catalogue.product(product).flatMap { book.line(of: $0, version: version) }.map {
                    ($0.name, $0.released)
                }
            }, compared: Set(profiles.filter { $0.configuration != nil }.map(\.product)).count)
    }

    private func seenProfiles(_ catalogue: Catalogue) throws -> [SeenProfile] {
        try withInventory { inventory in
            let configurations = Dictionary(grouping: try inventory.configurations(), by: \.endpointID)
            return try inventory.software().flatMap { software in
                let product = catalogue.id(ofSeen: software.product)
                return software.places.filter(\.isCurrent).flatMap { place in
                    (configurations[place.endpointID] ?? []).map { seen in
                        SeenProfile(
                            kind: seen.kind, product: product, body: place.endpoint.body,
                            endpoint: place.endpoint.label,
                            configuration: seen.isComplete ? Configuration(seen.values) : nil)
                    }
                }
            }
        }
    }
}
