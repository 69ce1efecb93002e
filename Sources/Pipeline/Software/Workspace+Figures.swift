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
            guard let product = usage.product.flatMap(catalogue.product), let version = usage.version else {
                return nil
            }
            return book.line(of: product, version: version)?.security.day
        }
        let domains: [any Fact] = comparison.domainFacts
        return Facts(domains + bodies)
    }
}

extension LifecycleBook {
    /// The last day of free security support of any release line; `nil` where no end is set or known.
    func supportEnd(of product: Product) -> Day? {
        guard let lines = lifecycle(of: product)?.lines, !lines.contains(where: { $0.security == .open }) else {
            return nil
        }
        return lines.compactMap(\.security.day).max()
    }
}

extension SupportEnd {
    fileprivate var day: Day? { if case .day(let day) = self { day } else { nil } }
}
