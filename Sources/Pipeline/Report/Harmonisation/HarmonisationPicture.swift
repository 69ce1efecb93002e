import Catalogue
import Harmonisation
import Inventory
import Model
import Reports

/// How far software is harmonised, as the report shows it: the figures of `Harmonisation` with names instead of ids.
struct HarmonisationPicture {
    let workspace: Workspace
    let catalogue: Catalogue
    let domainNames: [String: LocalizedText]
    let comparison: SoftwareComparison
    let imported: [Usage]
    let seen: [SeenInstallation]
    let support: [String: Day]

    var fleet: Fleet { workspace.fleet }

    /// `nil` where neither usage lists nor imported ones say anything; throws where the catalogue or the lifecycles cannot be read.
    static func make(_ workspace: Workspace) throws -> Picture.Harmonisation? {
        let day = try workspace.withInventory { try $0.lastFinishedRun()?.started.day } ?? workspace.now.day
        let imported = try workspace.importedUsages()
        let comparison = workspace.fleet.comparison(on: day, imported: imported)
        guard !comparison.domains.isEmpty else { return nil }
        let catalogue = try workspace.software.catalogue()
        return try HarmonisationPicture(
            workspace: workspace, catalogue: catalogue, domainNames: catalogue.domainNames(with: workspace.fleet),
            comparison: comparison, imported: imported,
            seen: try workspace.seenSoftware(),
            support: try workspace.supportEnds()
        ).picture()
    }

    private func picture() throws -> Picture.Harmonisation {
        let figures = comparison.cooperation
        let drift = try workspace.drift()
        let domains = figures.domains.map(domain)
        return Picture.Harmonisation(
            day: comparison.day, bodies: comparison.bodies,
            domains: domains.sorted { ($0.name.de, $0.id) < ($1.name.de, $1.id) },
            totals: Picture.Harmonisation.Totals(
                answers: figures.answers, known: figures.known, withTarget: figures.withTarget,
                onTarget: figures.onTarget, indexed: figures.indexedDomains), index: figures.index,
            workLists: workLists(try workspace.workLists()), adoption: figures.domains.flatMap(adoption),
            contracts: contracts,
            commonMonths: comparison.domains.flatMap { domain in
                comparison.commonMonths(in: domain).map {
                    Picture.Harmonisation.CommonMonth(month: $0.month, domain: $0.domain, bodies: $0.bodies)
                }
            },
            failures: failures(in: try workspace.dependencies()),
            trend: try workspace.withInventory { try $0.usageHistory(most: 26) }.map(trendPoint),
            drifts: drift.configurations.map(self.drift), skews: drift.versions.map(skew),
            compared: drift.compared)
    }

    func name(_ product: String) -> String { catalogue.product(product)?.name ?? product }

    func name(ofDomain id: String) -> LocalizedText {
        domainNames[id] ?? LocalizedText(de: id, en: id)
    }

    private func trendPoint(_ moment: UsageMoment) -> Picture.Harmonisation.TrendPoint {
        let then = SoftwareComparison(
            bodies: moment.bodies.filter { $0.value.isCompared }.keys.sorted(), usages: moment.usages,
            imported: imported, on: moment.run.started.day
        ).cooperation
        return Picture.Harmonisation.TrendPoint(
            run: moment.run.name, day: moment.run.started.day, index: then.index, known: then.known,
            answers: then.answers,
            indexes: Dictionary(
                then.domains.compactMap { figures in figures.index.map { (figures.domain, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }
}
