import Catalogue
import Harmonisation
import Model
import Reports

/// Online services, processes and chains as the report shows them, with the names of products instead of their ids.
struct ServicePictures {
    let onlineServices: Picture.OnlineServices?
    let processes: [Picture.ServiceProcesses]
    let chains: [Picture.Chain]

    /// Throws where the service catalogue or a process file cannot be read.
    init(_ workspace: Workspace) throws {
        let fleet = workspace.fleet
        guard !(fleet.onlineOffers.isEmpty && fleet.processes.isEmpty && fleet.chains.isEmpty) else {
            (onlineServices, processes, chains) = (nil, [], [])
            return
        }
        let catalogue = try workspace.software.catalogue()
        func name(_ product: String) -> String { catalogue.product(product)?.fullName ?? product }
        onlineServices =
            fleet.onlineOffers.isEmpty
            ? nil : Picture.OnlineServices(try workspace.servicesCompared(), productName: name)
        processes = try Self.processes(workspace)
        chains = try workspace.chains().map { Picture.Chain($0, productName: name) }
    }

    private static func processes(_ workspace: Workspace) throws -> [Picture.ServiceProcesses] {
        guard !workspace.fleet.processes.isEmpty else { return [] }
        let names = try workspace.software.services().services
        let seen = try workspace.seenSoftware()
        return try workspace.processes().comparisons.map { comparison in
            let name = names.first { $0.id == comparison.service }?.name
            return Picture.ServiceProcesses(
                comparison, name: name ?? LocalizedText(de: comparison.service, en: comparison.service),
                listed: { workspace.fleet.isInUse($0, at: $1, on: workspace.now.day) }, seen: seen)
        }
    }
}

extension Product {
    /// With the vendor where the name alone says too little: `Antragsmanagement (Form-Solutions)`.
    fileprivate var fullName: String { name.contains(vendor) ? name : "\(name) (\(vendor))" }
}

extension Fleet {
    fileprivate func isInUse(_ product: String, at body: String, on day: Day) -> Bool {
        usages.contains { $0.body == body && $0.product == product && $0.step(on: day)?.status.isInUse == true }
    }
}

extension Picture.OnlineServices {
    fileprivate init(_ comparison: ServiceComparison, productName: (String) -> String) {
        self.init(
            services: comparison.catalogue, bodies: comparison.bodies,
            cells: comparison.cells.map { cell in
                Cell(
                    service: cell.service, body: cell.body, state: cell.state.naming(productName),
                    trust: cell.trust, declared: cell.offered?.offer.declared, seen: cell.offered?.seen?.reach,
                    signIns: cell.offered?.seen?.signIns ?? [], platform: cell.platform.map(productName),
                    provider: cell.offered?.provider, url: cell.offered?.offer.url ?? "")
            },
            counts: Dictionary(
                comparison.bodies.map { ($0, Counts(comparison.coverage(of: $0))) },
                uniquingKeysWith: { first, _ in first }))
    }
}

extension Picture.OnlineServices.Counts {
    fileprivate init(_ coverage: ServiceComparison.Coverage) {
        self.init(
            total: coverage.total, offered: coverage.offered, live: coverage.live, adoptable: coverage.adoptable,
            below: coverage.below)
    }
}

extension ServiceState {
    /// With the name of the platform instead of its id.
    fileprivate func naming(_ name: (String) -> String) -> ServiceState {
        if case .adoptable(let body, let platform) = self {
            .adoptable(from: body, platform: name(platform))
        } else {
            self
        }
    }
}

extension Picture.ServiceProcesses {
    fileprivate init(
        _ comparison: ProcessComparison, name: LocalizedText, listed: (String, String) -> Bool,
        seen: [SeenInstallation]
    ) {
        self.init(
            service: comparison.service, name: name,
            entries: comparison.entries.map { entry in
                Entry(
                    body: entry.body, process: entry.process,
                    mediaBreaks: entry.mediaBreaks.map { MediaBreak(from: $0.from, to: $0.to, onto: $0.onto) })
            },
            pairs: comparison.pairs.map { pair in
                Pair(
                    left: pair.left, right: pair.right, similarity: pair.similarity.value,
                    steps: pair.similarity.steps, order: pair.similarity.order)
            },
            rows: comparison.rows.map { Row(name: $0.name, steps: $0.steps) },
            systems: comparison.systems.map { use in
                System(
                    system: use.system, bodies: use.bodies, listed: use.bodies.filter { listed(use.system.id, $0) },
                    seen: seen.filter { $0.product == use.system.id && use.bodies.contains($0.body) }
                        .map { Sighting(body: $0.body, endpoint: $0.endpoint) }.uniqued)
            })
    }
}

extension [Picture.ServiceProcesses.Sighting] {
    fileprivate var uniqued: Self {
        var known: Set<Element> = []
        return filter { known.insert($0).inserted }
    }
}

extension Picture.Chain {
    fileprivate init(_ comparison: ChainComparison, productName: (String) -> String) {
        self.init(
            name: comparison.chain.name, bodies: comparison.bodies,
            links: zip(comparison.chain.links, comparison.links).map { link, cells in
                Link(
                    name: link.name,
                    cells: cells.map { cell in
                        ChainCell(
                            body: cell.body, state: cell.state, products: cell.products.map(productName),
                            provider: cell.provider, urgent: cell.urgent)
                    })
            }, weakest: comparison.weakest,
            failures: comparison.failures)
    }
}
