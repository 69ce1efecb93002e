import Documents
import Model

/// The software catalogue: what products there are, what they are for, and by which names they are known.
package struct Catalogue: Sendable {
    package let domains: [ProductDomain]
    package let products: [Product]
    let productIndex: [String: Int]
    let names: NameIndex

    /// `products` with names of their own; two that share one are refused by `CatalogueReading`.
    package init(domains: [ProductDomain], products: [Product]) {
        self.domains = domains
        self.products = products.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        productIndex = Dictionary(
            self.products.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        names = NameIndex(self.products)
    }

    package func product(_ id: String) -> Product? { productIndex[id].map { products[$0] } }

    package func domain(_ id: String) -> ProductDomain? { domains.first { $0.id == id } }

    package func products(in domain: String) -> [Product] { products.filter { $0.domains.contains(domain) } }

    /// Products whose id, name, vendor or alias holds the text, whatever its case and umlauts.
    package func products(matching text: String) -> [Product] {
        let wanted = NameKey(text).compact
        guard !wanted.isEmpty else { return [] }
        return products.filter { product in
            ([product.id, product.name, product.vendor] + product.aliases).contains {
                NameKey($0).compact.contains(wanted)
            }
        }
    }
}
