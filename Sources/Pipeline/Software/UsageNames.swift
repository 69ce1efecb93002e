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
        warnAboutTwins(in: named, of: fleet, names, log)
        return (named, log.warnings)
    }

    /// Rows that name one product by two names; those that write it alike are refused when the list is read.
    private func warnAboutTwins(
        in named: Fleet, of fleet: Fleet, _ names: [FleetPlaces.UsageNames], _ log: DiagnosticLog
    ) {
        // Names of usage lists come first, in the order of the usages.
        for (place, (usage, written)) in zip(names, zip(named.usages, fleet.usages)) where usage != written {
            let twins = named.usages.count {
                $0.body == usage.body && $0.domain == usage.domain && $0.answer == usage.answer
            }
            guard twins > 1, let product = place.product else { continue }
            log.warning(
                at: product.place,
                "'\(usage.body)' names \(usage.product ?? "") twice for '\(usage.domain)', once as '\(product.value.excerpt)'",
                hint: "leave one of the rows out")
        }
    }

    /// A name is complained about once, where it stands first.
    private func firsts(_ names: [Placed<String>]) -> [Placed<String>] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.value).inserted }
    }
}

extension Catalogue {
    /// The product an id, a name or an alias means.
    func id(of name: String) -> String? { normalise(RawSoftware(name: name), seekingAlike: false).product }

    /// Of a product as probes name it; its name where the catalogue does not know it.
    func id(ofSeen name: String) -> String { id(of: name) ?? name }

    /// Names of its software domains and of a fleet's own, by their ids.
    func domainNames(with fleet: Fleet) -> [String: LocalizedText] {
        let own = fleet.softwareDomains.map { ($0.id, LocalizedText(de: $0.name, en: $0.name)) }
        return Dictionary(domains.map { ($0.id, $0.name) } + own, uniquingKeysWith: { first, _ in first })
    }

    /// The id of a product whose id is one or two letters away; `nil` where nothing is that near.
    fileprivate func mistyped(_ name: String) -> String? {
        guard let near = Suggestion.closest(to: name, among: products.map(\.id)) else { return nil }
        let distance = Suggestion.distance(Array(name.lowercased()), Array(near))
        return distance <= min(2, name.count / 4) ? near : nil
    }
}
