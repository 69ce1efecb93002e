import Model

/// How many programs of a file the catalogue knows, and which of the others have a name like one of its products.
package struct Recognition: Sendable, Equatable {
    /// A name to look at: a misspelling, a new name of the same product, or another product.
    package struct Alike: Sendable, Equatable {
        package let name: String
        package let product: String
        package let productName: String
        /// From 0 to 1: share of common trigrams.
        package let likeness: Double
    }

    package let software: Int
    package let recognised: Int
    /// The most alike first; one for each name.
    package let alike: [Alike]

    private static let mostNames = 2_000

    /// `seekingAlike`: people wrote the names. Packages of machines are nobody's misspelling.
    init(of rows: [ImportedRow], _ finder: ProductFinder, seekingAlike: Bool) {
        let rows = rows.filter { $0.kind == .software }
        software = rows.count
        let unknown = rows.filter { finder.product(of: $0) == nil }
        recognised = rows.count - unknown.count
        var names: Set<String> = []
        var alike: [Alike] = []
        for row in seekingAlike ? unknown : [] where names.count < Self.mostNames && names.insert(row.name).inserted {
            guard let near = finder.nearest(to: row) else { continue }
            alike.append(
                Alike(name: row.name, product: near.product, productName: near.name, likeness: near.likeness))
        }
        self.alike = alike.sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }
    }
}
