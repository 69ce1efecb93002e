import Catalogue
import Harmonisation
import Model

extension Workspace {
    /// The figures of a run that begins on a day, as rules and `query` read them; nothing where the fleet has no lists.
    func figures(on day: Day) throws -> Facts {
        let comparison = fleet.comparison(on: day, imported: try importedUsages())
        guard !comparison.domains.isEmpty else { return Facts() }
        let catalogue = try software.catalogue()
        let book = try software.lifecycles(for: catalogue)
        let bodies = comparison.bodyFacts { usage in
            usage.product.flatMap(catalogue.product).flatMap { book.supportEnd(of: $0, version: usage.version) }
        }
        let domains: [any Fact] = comparison.domainFacts
        return Facts(domains + bodies)
    }
}

extension LifecycleBook {
    /// The last day of free security support: of the version's release line, where it is known, else of any line; `nil`
    /// where no end is set or known.
    func supportEnd(of product: Product, version: String? = nil) -> Day? {
        if let version, let line = line(of: product, version: version) { return line.security.day }
        guard let lines = lifecycle(of: product)?.lines, !lines.contains(where: { $0.security == .open }) else {
            return nil
        }
        return lines.compactMap(\.security.day).max()
    }
}

extension SupportEnd {
    fileprivate var day: Day? { if case .day(let day) = self { day } else { nil } }
}
