import Harmonisation
import Inventory
import Model

extension Workspace {
    /// What current imported lists say the bodies run, from the day of the list on.
    ///
    /// Only lists that people keep declare what a body works with; an inventory says what is installed. What belongs to no
    /// domain anybody knows is left to the work lists.
    func importedUsages() throws -> [Usage] {
        guard hasStore else { return [] }
        let (lists, catalogue) = try withInventory { inventory in
            (
                try inventory.importedSoftware().filter { $0.confidence == "declared" },
                try inventory.importCatalogue()
            )
        }
        guard !lists.isEmpty else { return [] }
        let finder = try ProductFinder(software)
        let own = Set(fleet.softwareDomains.map(\.id))
        return lists.compactMap { software in
            let (product, version) = finder.product(of: software, isCurrent: catalogue == finder.catalogueSHA256)
            let domain = finder.domain(named: software.domain, of: product)
            guard let day = software.day, finder.knows(domain: domain) || own.contains(domain) else { return nil }
            return Usage(
                body: software.body, domain: domain, answer: .product(product ?? software.name),
                version: version.isEmpty ? nil : version, history: [UsageStep(.live, since: day)],
                imported: Usage.ImportedList(day: day, confidence: software.confidence))
        }
    }
}
