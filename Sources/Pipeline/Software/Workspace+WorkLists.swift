import Catalogue
import Harmonisation
import Inventory
import Model

extension Workspace {
    /// Usage lists and imported lists against what scans and imported inventories have seen.
    package func workLists() throws -> DeclaredObserved {
        guard hasStore else { return listed.declaredObserved([]) }
        let finder = try ProductFinder(software)
        let imported = try withInventory { inventory in
            ImportedStatements(
                try inventory.importedSoftware(), finder,
                isCurrent: try inventory.importCatalogue() == finder.catalogueSHA256)
        }
        return listed.declaredObserved(
            try seenSoftware() + imported.seen(besideProducts: fleet.usages.compactMap(\.product)),
            lists: imported.declared)
    }

    /// Whether a scan that ended had an answer, so that what was not seen was looked for.
    package func hasScan() throws -> Bool {
        try hasStore && withInventory { try $0.runs().contains { $0.answered > 0 } }
    }
}

/// What imports say: lists of people declare, inventories and scanners have seen.
private struct ImportedStatements {
    let declared: [DeclaredObserved.Declared]
    private let observed: [Observed]

    private struct Observed {
        let software: ImportedSoftware
        /// `nil` where the catalogue does not know it.
        let product: String?
        let version: String?
    }

    /// `isCurrent`: the store's products were found by this catalogue.
    init(_ software: [ImportedSoftware], _ finder: ProductFinder, isCurrent: Bool) {
        var declared: [DeclaredObserved.Declared] = []
        var observed: [Observed] = []
        for software in software {
            let found = finder.product(of: software, isCurrent: isCurrent)
            let version = found.1.isEmpty ? nil : found.1
            guard software.confidence == "declared" else {
                observed.append(Observed(software: software, product: found.0, version: version))
                continue
            }
            declared.append(
                DeclaredObserved.Declared(
                    body: software.body, domain: finder.domain(named: software.domain, of: found.0),
                    product: found.0 ?? software.name, version: version))
        }
        self.declared = declared
        self.observed = observed
    }

    /// What inventories have seen and the catalogue knows or a list names: a machine has hundreds of packages that are
    /// nobody's product. One for each version, however many hosts have it.
    func seen(besideProducts listed: [String]) -> [SeenInstallation] {
        let names = Dictionary(
            (listed + declared.map(\.product)).map { (Catalogue.key(ofName: $0), $0) },
            uniquingKeysWith: { first, _ in first })
        // By source: what one file has of a product may be several packages of the same hosts.
        var places: [[String]: [String: (first: String, count: Int)]] = [:]
        for observed in observed {
            let software = observed.software
            guard let product = observed.product ?? names[Catalogue.key(ofName: software.name)] else { continue }
            let subject = [software.body, product, observed.version ?? ""]
            let host = software.host.isEmpty ? software.source : software.host
            let other = places[subject]?[software.source]
            places[subject, default: [:]][software.source] = (
                min(host, other?.first ?? host), max(software.hosts, other?.count ?? 0)
            )
        }
        return places.map { subject, hosts in
            let first = hosts.values.map(\.first).min() ?? ""
            let count = hosts.values.map(\.count).reduce(0, +)
            return SeenInstallation(
                body: subject[0], product: subject[1], version: subject[2].isEmpty ? nil : subject[2],
                endpoint: count == 1 ? first : "\(first) +\(count - 1)")
        }
    }
}
