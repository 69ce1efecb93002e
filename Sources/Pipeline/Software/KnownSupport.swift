import Catalogue
import Documents
import Inventory
import Model
import Rules
import Scanning

/// What the lifecycle data say of products, ready to be held against what was seen.
package struct KnownSupport: Sendable {
    private let catalogue: Catalogue
    private let book: LifecycleBook

    init(catalogue: Catalogue, book: LifecycleBook) {
        self.catalogue = catalogue
        self.book = book
    }

    /// Fills `software_support` on the day of a run, before rules are asked.
    func derive(in inventory: any DerivingState, on day: Day) throws {
        let seen = try inventory.texts(["product", "version"], of: SoftwareFact.table)
        let rows = seen.compactMap { row in
            values(product: row.values[0], version: row.values[1], on: day).map {
                DerivedRow(endpointID: row.endpointID, probe: row.probe, values: $0)
            }
        }
        try inventory.replaceDerived(SoftwareSupportFact.table, with: Set(rows))
    }

    /// In the order of the table's columns; `nil` where nobody knows the product's lines or this version's.
    private func values(product: String, version: String, on day: Day) -> [String]? {
        guard !version.isEmpty, let known = catalogue.product(product), let lifecycle = book.lifecycle(of: known),
            let line = lifecycle.line(of: version)
        else { return nil }
        return [
            product, version, known.domains.first ?? "", line.name, line.state(on: day).rawValue, line.security.text,
            "\(lifecycle.source), \(lifecycle.day)",
        ]
    }
}

extension SupportEnd {
    fileprivate var text: String {
        switch self {
        case .day(let day): day.description
        case .open: "open"
        case .ended: "ended"
        }
    }
}

extension SoftwarePlaces {
    /// `nil` where none of the rules asks for it.
    func support(for rules: RuleBook) throws -> KnownSupport? {
        guard rules.rules.contains(where: { $0.tables.contains(SoftwareSupportFact.table.name) }) else { return nil }
        let catalogue = try catalogue()
        return KnownSupport(catalogue: catalogue, book: try lifecycles(for: catalogue))
    }
}
