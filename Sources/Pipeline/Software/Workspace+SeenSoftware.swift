import Catalogue
import Foundation
import Harmonisation
import Inventory
import Model

extension Workspace {
    /// Nothing has been scanned yet: figures that rest on what was seen are without it.
    package var hasStore: Bool { FileManager.default.fileExists(atPath: databaseFile) }

    /// What was seen where, by the catalogue's ids as the lists use them, with the open findings that count there; empty
    /// where there is no store.
    package func seenSoftware() throws -> [SeenInstallation] {
        guard hasStore else { return [] }
        let catalogue = try software.catalogue()
        return try withInventory { inventory in
            var filter = FindingFilter()
            filter.state = .open
            let findings = try inventory.findings(filter).filter { $0.effective(on: now.day).effect == .counts }
            let open = Dictionary(grouping: findings, by: \.endpointID).mapValues(\.count)
            return try inventory.software().flatMap { software in
                let product = catalogue.id(ofSeen: software.product)
                return software.places.filter { $0.isCurrent }.map { place in
                    SeenInstallation(
                        body: place.endpoint.body, product: product,
                        version: software.version.isEmpty ? nil : software.version, endpoint: place.endpoint.label,
                        openFindings: open[place.endpointID] ?? 0)
                }
            }
        }
    }

    /// The last day on which any release line of a product has free security support; none where no end is set or known.
    package func supportEnds() throws -> [String: Day] {
        let catalogue = try software.catalogue()
        let book = try software.lifecycles(for: catalogue)
        var ends: [String: Day] = [:]
        for product in catalogue.products {
            ends[product.id] = book.supportEnd(of: product)
        }
        return ends
    }

    /// Certificates, keys, name servers and mail hosts that bodies share.
    func seenDependencies() throws -> [Dependency] {
        guard hasStore else { return [] }
        return try withInventory { inventory in
            try inventory.sharedThings(on: now.day).flatMap { thing -> [Dependency] in
                guard let kind = Dependency.Kind(rawValue: thing.kind.rawValue), kind != .provider else { return [] }
                return thing.bodies.map { Dependency(kind: kind, on: thing.value, body: $0, what: kind.rawValue) }
            }
        }
    }
}
