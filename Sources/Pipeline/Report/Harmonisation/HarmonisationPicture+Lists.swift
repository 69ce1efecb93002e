import Harmonisation
import Model
import Reports

// Work lists, contracts, dependencies.
extension HarmonisationPicture {
    func workLists(_ lists: DeclaredObserved) -> Picture.Harmonisation.WorkLists {
        let others = Dictionary(grouping: lists.otherVersion) { [$0.declared.domain] + key(of: $0.seen) }
        return Picture.Harmonisation.WorkLists(
            notSeen: lists.notSeen.map(declared), notDeclared: sightings(lists.notDeclared),
            otherVersion: others.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, entries in
                sightings(entries.map(\.seen)).map {
                    Picture.Harmonisation.OtherVersion(declared: declared(entries[0].declared), seen: $0)
                }
            })
    }

    private func declared(_ declared: DeclaredObserved.Declared) -> Picture.Harmonisation.Declared {
        Picture.Harmonisation.Declared(
            body: declared.body, domain: declared.domain, product: name(declared.product), version: declared.version)
    }

    private func key(of seen: SeenInstallation) -> [String] { [seen.body, seen.product, seen.version ?? ""] }

    /// A line for each body, product and version, however many endpoints show it.
    private func sightings(_ seen: [SeenInstallation]) -> [Picture.Harmonisation.Seen] {
        Dictionary(grouping: seen, by: key).sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, places in
            let findings = Dictionary(places.map { ($0.endpoint, $0.openFindings) }, uniquingKeysWith: max)
            return Picture.Harmonisation.Seen(
                body: places[0].body, product: name(places[0].product), version: places[0].version,
                endpoints: findings.keys.sorted(), openFindings: findings.values.reduce(0, +))
        }
    }

    /// A cost only where the body lets the others see it.
    var contracts: [Picture.Harmonisation.ContractTerm] {
        comparison.contracts().map { entry in
            let usage = comparison.usages(of: entry.body, in: entry.domain).first {
                $0.product == entry.product && $0.contract == entry.contract
            }
            return Picture.Harmonisation.ContractTerm(
                body: entry.body, domain: entry.domain, product: name(entry.product), end: entry.contract.end,
                noticeBy: entry.contract.noticeBy,
                sharedCost: usage?.cost.flatMap { $0.isShared ? $0.eurosPerYear : nil })
        }
    }

    /// Of every provider, and of everything two or more bodies depend on; what takes most bodies with it first.
    func failures(in map: DependencyMap) -> [Picture.Harmonisation.Failure] {
        let shared = Set(map.shared.map { [$0.kind.rawValue, $0.on] })
        let kinds = Dictionary(
            map.dependencies.filter { $0.kind == .provider || shared.contains([$0.kind.rawValue, $0.on]) }
                .map { ($0.on, $0.kind) }, uniquingKeysWith: { first, _ in first })
        return kinds.map { thing, kind in
            Picture.Harmonisation.Failure(
                thing: Picture.Common(common(kind), thing),
                losses: map.falls(with: thing).filter { $0.body != thing }.map { fallen in
                    Picture.Harmonisation.Loss(
                        body: fallen.body, what: fallen.kind == .provider ? name(ofDomain: fallen.what) : nil,
                        because: Picture.Common(common(fallen.kind), fallen.on))
                })
        }
        .filter { !$0.losses.isEmpty }
        .sorted { left, right in
            let (more, fewer) = (Set(left.losses.map(\.body)).count, Set(right.losses.map(\.body)).count)
            return more == fewer ? left.thing.value < right.thing.value : more > fewer
        }
    }

    private func common(_ kind: Dependency.Kind) -> Picture.Common.Kind {
        switch kind {
        case .provider: .provider
        case .certificate: .certificate
        case .key: .key
        case .nameServer: .nameServer
        case .mailHost: .mailHost
        }
    }
}
