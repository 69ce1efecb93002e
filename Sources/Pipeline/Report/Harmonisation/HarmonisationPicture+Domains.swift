import Harmonisation
import Model
import Reports

// Domains, targets and candidates.
extension HarmonisationPicture {
    func domain(_ figures: DomainFigures) -> Picture.Harmonisation.Domain {
        let distance = comparison.distance(in: figures.domain)
        return Picture.Harmonisation.Domain(
            id: figures.domain, name: name(ofDomain: figures.domain),
            cells: comparison.bodies.map { cell($0, figures, distance) }, known: figures.known,
            withProduct: figures.withProduct, onTarget: figures.onTarget.count,
            shares: figures.shares.map {
                Picture.Harmonisation.ProductShare(products: $0.products.map(name).sorted(), bodies: $0.bodies)
            }, index: figures.index,
            whyNoIndex: figures.whyNoIndex.map { $0 == .coverage ? .coverage : .tooFew },
            releaseLines: figures.versionSpread,
            installations: figures.installations.map {
                Picture.Harmonisation.Installation(
                    product: name($0.product), provider: $0.provider, consumers: $0.consumers)
            },
            target: distance.map(target))
    }

    private func cell(
        _ body: String, _ figures: DomainFigures, _ distance: TargetDistance?
    ) -> Picture.Harmonisation.Cell {
        let position = comparison.position(of: body, in: figures.domain)
        let uses = position.inUse.map { usage in
            Picture.Harmonisation.Use(
                product: name(usage.product ?? ""), version: usage.version, provider: usage.operation.providerID,
                imported: usage.imported?.day)
        }
        return Picture.Harmonisation.Cell(
            body: body, state: state(of: body, position, figures, distance),
            uses: uses.sorted { ($0.product, $0.version ?? "") < ($1.product, $1.version ?? "") })
    }

    private func state(
        of body: String, _ position: BodyPosition, _ figures: DomainFigures, _ distance: TargetDistance?
    ) -> Picture.Harmonisation.Cell.State {
        guard !position.products.isEmpty else { return position == .none ? .none : .unknown }
        guard let distance else {
            let share = figures.shares.first { $0.bodies.contains(body) }
            return (share?.bodies.count ?? 0) > 1 ? .alike : .other
        }
        if figures.onTarget.contains(body) { return .onTarget }
        let stage = distance.migrations.first { $0.body == body }?.stage ?? .open
        return stage == .open ? .other : .underWay
    }

    private func target(_ distance: TargetDistance) -> Picture.Harmonisation.Target {
        Picture.Harmonisation.Target(
            product: name(distance.target.product), agreedOn: distance.target.agreedOn, by: distance.target.by,
            migrations: distance.migrations.map { migration in
                Picture.Harmonisation.Migration(
                    body: migration.body, from: migration.from.map(name), stage: migration.stage,
                    since: migration.since, due: migration.due,
                    owner: migration.owner.map { fleet.contact($0)?.name ?? $0 })
            },
            burnDown: comparison.burnDown(
                in: distance.domain, from: firstMonth(of: distance), to: lastMonth(of: distance)
            ).map { Picture.Harmonisation.Left(month: $0.month, left: $0.left, unknown: $0.unknown) })
    }

    /// Half a year back, but not before the decision.
    private func firstMonth(of distance: TargetDistance) -> Month {
        let now = Month(of: comparison.day)
        return min(now, max(now.adding(-6), Month(of: distance.target.agreedOn)))
    }

    /// A year ahead, and as far as the agreed day and the plans reach, at most four years.
    private func lastMonth(of distance: TargetDistance) -> Month {
        let now = Month(of: comparison.day)
        let days = distance.migrations.compactMap(\.due) + [distance.target.by].compactMap(\.self)
        let furthest = days.map { Month(of: $0) }.max() ?? now
        return min(now.adding(48), max(now.adding(12), furthest))
    }

    /// For bodies that work with something else than what was agreed.
    func adoption(_ figures: DomainFigures) -> [Picture.Harmonisation.Adoption] {
        comparison.bodies.compactMap { body in
            let today = comparison.position(of: body, in: figures.domain).products
            guard !today.isEmpty, !figures.onTarget.contains(body) else { return nil }
            let candidates = comparison.adoptionCandidates(
                for: body, in: figures.domain, support: support, seen: seen)
            guard !candidates.isEmpty else { return nil }
            return Picture.Harmonisation.Adoption(
                body: body, domain: figures.domain,
                today: today.map(name).sorted(),
                candidates: candidates.map { candidate in
                    Picture.Harmonisation.Candidate(
                        rank: candidate.rank, product: name(candidate.product), neighbours: candidate.neighbours,
                        isTarget: candidate.isTarget, supportDays: candidate.supportDays, meeting: candidate.meeting,
                        endpoints: candidate.endpoints, openFindings: candidate.openFindings)
                })
        }
    }
}
