import Model

// The figures as rows for rules and `query`.
extension SoftwareComparison {
    package var domainFacts: [HarmonisationDomainFact] {
        cooperation.domains.map { figures in
            HarmonisationDomainFact(
                domain: figures.domain, bodies: figures.bodies, known: figures.known,
                withProduct: figures.withProduct, coveragePercent: Self.percent(figures.coverage),
                indexPercent: figures.index.map { Int(($0 * 100).rounded()) }, target: figures.target,
                onTarget: figures.onTarget.count, targetSharePercent: figures.targetShare.map(Self.percent),
                releaseLines: figures.versionSpread, installations: figures.installations.count,
                migrationsLeft: distance(in: figures.domain)?.left)
        }
    }

    /// `supportEnd`: last day of free support of what a usage names.
    package func bodyFacts(supportEnd: (Usage) -> Day? = { _ in nil }) -> [HarmonisationBodyFact] {
        domains.flatMap { domain in
            let distance = distance(in: domain)
            let onTarget = Set(figures(of: domain).onTarget)
            return bodies.flatMap { body -> [HarmonisationBodyFact] in
                let position = position(of: body, in: domain)
                let migration = distance?.migrations.first { $0.body == body }
                func fact(_ answer: String, _ usage: Usage? = nil) -> HarmonisationBodyFact {
                    HarmonisationBodyFact(
                        body: body, domain: domain, answer: answer, product: usage?.product ?? "",
                        version: usage?.version ?? "", runner: usage.map { $0.operation.providerID ?? body } ?? "",
                        target: distance?.target.product, onTarget: onTarget.contains(body), stage: migration?.stage,
                        due: migration?.due, supportEnd: usage.flatMap(supportEnd))
                }
                switch position {
                case .uses(_, let usages): return usages.map { fact("product", $0) }
                case .none: return [fact("none")]
                case .unknown: return [fact("unknown")]
                }
            }
        }
    }

    /// 100 stands only where nothing is missing.
    private static func percent(_ share: Double) -> Int { Int((share * 100 + 1e-9).rounded(.down)) }
}
