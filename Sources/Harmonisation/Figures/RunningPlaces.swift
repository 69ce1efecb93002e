import Model

/// Endpoints at which products in use were seen, each with its open findings: at the bodies and at who runs the products
/// for them. An installation that many share is there once.
struct RunningPlaces {
    private let findings: [String: Int]

    init(of usages: [Usage], in seen: [SeenInstallation]) {
        let runs = Set(usages.flatMap { usage in usage.runners.map { [$0, usage.product] } })
        findings = Dictionary(
            seen.filter { runs.contains([$0.body, $0.product]) }.map { ($0.endpoint, $0.openFindings) },
            uniquingKeysWith: max)
    }

    var endpoints: Int { findings.count }
    var openFindings: Int { findings.values.reduce(0, +) }
}

extension Usage {
    /// Where it may be seen running: at the body, and at the centre or provider that runs it.
    var runners: [String] { [body] + [operation.providerID].compactMap(\.self) }
}
