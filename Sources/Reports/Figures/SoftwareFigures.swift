import Model

/// Software as seen: which product in which version where.
struct SoftwareFigures: Sendable {
    /// One product with everything seen of it.
    struct Product: Sendable {
        let name: String
        let sightings: [Picture.Software]

        var versions: [String] { Set(sightings.map(\.version).filter { !$0.isEmpty }).sorted() }
        var systems: Int { Set(sightings.map(\.endpoint)).count }

        func versions(at scope: Scope) -> [String] {
            Set(sightings.filter { scope.contains($0.body) }.map(\.version)).sorted()
        }
    }

    /// By name.
    let products: [Product]
    /// Endpoints at which any software was recognised.
    let systems: Int

    init(_ software: [Picture.Software]) {
        products = Dictionary(grouping: software, by: \.product)
            .map { Product(name: $0.key, sightings: $0.value.sorted { $0.place < $1.place }) }
            .sorted { $0.name < $1.name }
        systems = Set(software.map(\.endpoint)).count
    }
}

extension Picture.Software {
    fileprivate var place: (String, String, String) { (body, endpoint, version) }
}
