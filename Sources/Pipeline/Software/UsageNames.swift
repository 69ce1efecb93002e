import Catalogue
import Documents
import Model

extension SoftwarePlaces {
    /// The fleet with the products of its lists and targets by the catalogue's ids where it knows the name written
    /// there; any other product is kept as written.
    ///
    /// Warns about domains that neither the catalogue nor the fleet has, about products that look like a mistyped one,
    /// and about two spellings of one that nobody knows.
    func naming(_ names: [FleetPlaces.UsageNames], of fleet: Fleet) throws -> (fleet: Fleet, warnings: [Diagnostic]) {
        guard !names.isEmpty else { return (fleet, []) }
        let catalogue = try catalogue()
        let log = DiagnosticLog()
        let domains = (catalogue.domains.map(\.id) + fleet.softwareDomains.map(\.id)).sorted()
        for domain in firsts(names.map(\.domain)) where !domains.contains(domain.value) {
            log.warning(
                at: domain.place, "unknown software domain '\(domain.value.excerpt)'",
                hint: Suggestion.hint(for: domain.value, among: domains)
                    ?? "'lagebild software catalogue' lists them; the fleet's own stand under 'software_domains'")
        }
        var ids: [String: String] = [:]
        var unknown: [String: String] = [:]
        for product in firsts(names.compactMap(\.product)) {
            if let id = catalogue.id(of: product.value) {
                ids[product.value] = id
            } else if let near = catalogue.mistyped(product.value) {
                log.warning(
                    at: product.place, "the catalogue has no product '\(product.value.excerpt)'",
                    hint: "did you mean '\(near)'?")
            } else if let other = unknown.updateValue(product.value, forKey: Catalogue.key(ofName: product.value)) {
                log.warning(
                    at: product.place, "'\(product.value.excerpt)' is also written '\(other.excerpt)'",
                    hint: "they count as two products: write both alike, or add the product to rules/catalogue")
            }
        }
        let named = fleet.renamingProducts { ids[$0] ?? $0 }
        for (usage, other) in zip(named.usages, fleet.usages) where usage != other {
            let twins = named.usages.count {
                $0.body == usage.body && $0.domain == usage.domain && $0.answer == usage.answer
            }
            guard twins > 1, let product = other.product,
                let place = names.first(where: { $0.product?.value == product })
            else { continue }
            log.warning(
                at: place.product?.place ?? place.domain.place,
                "'\(usage.body)' names \(usage.product ?? product) twice for '\(usage.domain)', once as '\(product.excerpt)'",
                hint: "leave one of the rows out")
        }
        return (named, log.warnings)
    }

    /// A name is complained about once, where it stands first.
    private func firsts(_ names: [Placed<String>]) -> [Placed<String>] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.value).inserted }
    }
}

extension Catalogue {
    /// The product an id, a name or an alias means.
    func id(of name: String) -> String? {
        product(name)?.id ?? normalise(RawSoftware(name: name), seekingAlike: false).product
    }

    /// The id of a product whose id is one or two letters away; `nil` where nothing is that near.
    fileprivate func mistyped(_ name: String) -> String? {
        guard let near = Suggestion.closest(to: name, among: products.map(\.id)) else { return nil }
        let distance = Suggestion.distance(Array(name.lowercased()), Array(near))
        return distance <= min(2, name.count / 4) ? near : nil
    }
}
