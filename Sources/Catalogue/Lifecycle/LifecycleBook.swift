import Documents
import Model

/// Every lifecycle known, one for each product.
package struct LifecycleBook: Sendable {
    package let lifecycles: [Lifecycle]
    private let byProduct: [String: Lifecycle]

    package init(_ lifecycles: [Lifecycle]) {
        self.lifecycles = lifecycles.sorted { $0.product.utf8.lexicographicallyPrecedes($1.product.utf8) }
        byProduct = Dictionary(lifecycles.map { ($0.product, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func lifecycle(named name: String) -> Lifecycle? { byProduct[name] }

    /// Of a product of the catalogue; `nil` where nobody wrote one down.
    package func lifecycle(of product: Product) -> Lifecycle? { byProduct[product.lifecycle ?? product.id] }

    /// The release line of a product in a version.
    package func line(of product: Product, version: String) -> ReleaseLine? {
        lifecycle(of: product)?.line(of: version)
    }

    /// With those of a newer copy in the place of the same products'; older ones change nothing.
    package func renewed(by others: [Lifecycle]) -> LifecycleBook {
        var kept = byProduct
        for other in others where (kept[other.product]?.day ?? other.day) <= other.day { kept[other.product] = other }
        return LifecycleBook(Array(kept.values))
    }

    /// Reads `rules/lifecycle`; `nil` where something is wrong, which the log then says.
    package static func read(from folder: String, for catalogue: Catalogue, _ log: DiagnosticLog) -> LifecycleBook? {
        let own = DiagnosticLog()
        let written = DataFolder.read(folder, as: LifecycleFile.shape, own).flatMap(\.lifecycles)
        var places: [String: Place] = [:]
        for lifecycle in written {
            if let first = places.updateValue(lifecycle.place, forKey: lifecycle.value.product) {
                own.error(at: lifecycle.place, "'\(lifecycle.value.product)' is there already: \(first)")
            }
        }
        // Only a folder that was read whole can tell that a name is missing.
        for product in own.hasErrors ? [] : catalogue.products {
            guard let name = product.lifecycle, places[name] == nil else { continue }
            own.error(
                at: Place(file: folder, line: 1, column: 1),
                "the product '\(product.id)' names the lifecycle '\(name)', which no file has",
                hint: Suggestion.hint(for: name, among: places.keys.sorted()))
        }
        own.diagnostics.forEach(log.report)
        return own.hasErrors ? nil : LifecycleBook(written.map(\.value))
    }
}
