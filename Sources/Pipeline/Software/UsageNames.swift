import Catalogue
import Documents
import Model

extension SoftwarePlaces {
    /// Domains of usage lists and targets that neither the catalogue nor the fleet has, and products that look like a
    /// mistyped one. Any other product is kept as the list writes it.
    func warnings(about names: [FleetPlaces.UsageNames], of fleet: Fleet) throws -> [Diagnostic] {
        guard !names.isEmpty else { return [] }
        let catalogue = try catalogue()
        let log = DiagnosticLog()
        let domains = (catalogue.domains.map(\.id) + fleet.softwareDomains.map(\.id)).sorted()
        for domain in firsts(names.map(\.domain)) where !domains.contains(domain.value) {
            log.warning(
                at: domain.place, "unknown software domain '\(domain.value.excerpt)'",
                hint: Suggestion.hint(for: domain.value, among: domains)
                    ?? "'lagebild software catalogue' lists them; the fleet's own stand under 'software_domains'")
        }
        for product in firsts(names.compactMap(\.product)) {
            guard let near = catalogue.mistyped(product.value) else { continue }
            log.warning(
                at: product.place, "the catalogue has no product '\(product.value.excerpt)'",
                hint: "did you mean '\(near)'?")
        }
        return log.warnings
    }

    /// A name is complained about once, where it stands first.
    private func firsts(_ names: [Placed<String>]) -> [Placed<String>] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.value).inserted }
    }
}

extension Catalogue {
    /// The id of a product whose id is one or two letters away; `nil` where the name is known, or nothing is that near.
    fileprivate func mistyped(_ name: String) -> String? {
        guard product(name) == nil, normalise(RawSoftware(name: name)).product == nil,
            let near = Suggestion.closest(to: name, among: products.map(\.id))
        else { return nil }
        let distance = Suggestion.distance(Array(name.lowercased()), Array(near))
        return distance <= min(2, name.count / 4) ? near : nil
    }
}
