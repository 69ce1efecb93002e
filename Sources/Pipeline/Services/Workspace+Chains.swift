import Catalogue
import Harmonisation
import Inventory
import Model

extension Workspace {
    /// The process chains of the fleet with how each link holds today, by the lists and, where there is a store, by the
    /// open findings.
    package func chains() throws -> [ChainComparison] {
        guard !fleet.chains.isEmpty else { return [] }
        let support = try SupportToday(catalogue: software.catalogue(), places: software, day: now.day)
        let urgent = try urgentFindings()
        let declared = try self.declared()
        return fleet.chains.map { chain in
            ChainComparison(chain, in: declared, isUnsupported: support.isOver) { link, body in
                let measured = fleet.hosts(of: link, for: body).compactMap { urgent[$0] }
                return measured.isEmpty ? nil : measured.reduce(0, +)
            }
        }
    }

    /// Open urgent findings that count, by measured host; empty where there is no store.
    private func urgentFindings() throws -> [ChainHost: Int] {
        guard hasStore else { return [:] }
        return try withInventory { inventory in
            let findings = try inventory.findings(FindingFilter(state: .open)).filter {
                $0.severity.isUrgent && $0.effective(on: now.day).effect == .counts
            }
            let open = Dictionary(grouping: findings, by: \.endpointID).mapValues(\.count)
            var hosts: [ChainHost: Int] = [:]
            for record in try inventory.endpoints()
            where record.measurements.contains(where: { $0.outcome == .answered }) {
                let host = ChainHost(body: record.endpoint.body, name: record.endpoint.host)
                hosts[host, default: 0] += open[record.id] ?? 0
            }
            return hosts
        }
    }
}

/// Which products in use have no support any more, by the lifecycle data.
struct SupportToday {
    private let catalogue: Catalogue
    private let book: LifecycleBook
    private let day: Day

    init(catalogue: Catalogue, places: SoftwarePlaces, day: Day) throws {
        self.catalogue = catalogue
        book = try places.lifecycles(for: catalogue)
        self.day = day
    }

    /// By the release line of the version; where that is not known, only if no line of the product is supported any more.
    func isOver(_ usage: Usage) -> Bool {
        guard let product = usage.product.flatMap(catalogue.product) else { return false }
        if let version = usage.version, let line = book.line(of: product, version: version) {
            return line.state(on: day) == .ended
        }
        guard let lines = book.lifecycle(of: product)?.lines, !lines.isEmpty else { return false }
        return lines.allSatisfy { $0.state(on: day) == .ended }
    }
}
