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

    init(of rows: [ImportedRow], _ finder: ProductFinder) {
        let rows = rows.filter { $0.kind == .software }
        software = rows.count
        recognised = rows.count { finder.product(of: $0) != nil }
        let alike = rows.reduce(into: [String: Alike]()) { found, row in
            guard found[row.name] == nil, let near = finder.nearDuplicates(of: row).first else { return }
            found[row.name] = Alike(
                name: row.name, product: near.product, productName: near.name, likeness: near.likeness)
        }
        self.alike = alike.values.sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }
    }
}
