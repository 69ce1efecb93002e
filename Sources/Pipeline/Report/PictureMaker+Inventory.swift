import Inventory
import Model
import Reports

// What the inventory holds: endpoints, findings, certificates, software, rules, history.
extension PictureMaker {
    func endpoints() throws -> [Picture.Endpoint] {
        try inventory.endpoints().map { record in
            let host = fleet.body(record.endpoint.body)?.hosts.first { $0.name == record.endpoint.serverName }
            return Picture.Endpoint(
                label: record.endpoint.label, address: record.endpoint.address?.description ?? "",
                port: Int(record.endpoint.port), service: record.endpoint.service, body: record.endpoint.body,
                softwareDomain: host?.softwareDomain, hostedBy: host?.hostedBy,
                authorised: !record.measurements.contains { $0.outcome == .outOfScope },
                probes: record.measurements.map {
                    Picture.ProbeOutcome(probe: $0.probe, outcome: $0.outcome, reason: $0.reason)
                },
                lastMeasured: record.lastMeasured?.started)
        }
    }

    func findings(_ records: [FindingRecord]) throws -> [Picture.Finding] {
        let gaps = try inventory.endpoints().reduce(into: [Int: String]()) { gaps, record in
            gaps[record.id] = record.measurements.first { $0.outcome != .answered }?.reason
        }
        let heirs = try heirs()
        return try records.map {
            try finding($0, gap: gaps[$0.endpointID] ?? "no longer planned", affects: heirs[$0.id] ?? [])
        }
    }

    private func finding(_ finding: FindingRecord, gap: String, affects: [String]) throws -> Picture.Finding {
        let isExcepted =
            if case .excepted = finding.effective(on: run.started.day).effect { true } else { false }
        return Picture.Finding(
            id: finding.id, rule: finding.rule.id, endpoint: finding.endpoint.label,
            address: finding.endpoint.address?.description ?? "", body: finding.endpoint.body,
            severity: finding.severity, state: finding.state == .open ? .open : .fixed, measured: finding.measured,
            gap: finding.measured ? "" : gap,
            exception: isExcepted ? finding.exception.map { Picture.Accepted(id: $0.id, until: $0.until) } : nil,
            openedRun: finding.opened.name, opened: finding.opened.started.day, cause: finding.openedBecause.shown,
            due: finding.due ?? run.started.adding(days: 365).day, closed: finding.closed?.started.day,
            evidence: finding.evidence, owner: finding.owner.map(name(ofContact:)) ?? "",
            affects: affects, possible: finding.state == .open && !finding.certain, events: try events(of: finding),
            exceptionBlock: finding.state == .open && finding.certain
                ? ExceptionBlock(
                    rule: finding.rule.id, endpoint: finding.endpoint, owner: finding.owner, today: run.started.day
                ).text : "")
    }

    func certificates() throws -> [Picture.Certificate] {
        try inventory.certificates().compactMap { record -> Picture.Certificate? in
            guard let before = record.notBefore, let after = record.notAfter else { return nil }
            return Picture.Certificate(
                endpoint: record.endpoint.label, body: record.endpoint.body, sha256: record.sha256,
                subject: record.subject, names: record.names, issuer: record.issuer, notBefore: before, notAfter: after,
                keyType: record.keyType, keyBits: record.keyBits ?? 0, keySHA256: record.spkiSHA256)
        }
    }

    func software() throws -> [Picture.Software] {
        try inventory.software().flatMap { product in
            product.places.map { place in
                Picture.Software(
                    product: product.product, version: product.version, endpoint: place.endpoint.label,
                    body: place.endpoint.body, evidence: place.evidence, confidence: place.confidence)
            }
        }
    }

    /// Every rule that was judged in this run or has a finding.
    func shownRules(_ findings: [FindingRecord]) throws -> [Picture.Rule] {
        let tallies = try inventory.tallies(of: run)
        let verdicts = Dictionary(grouping: try inventory.verdicts(of: run), by: \.rule)
        let endpoints = Dictionary(
            try inventory.endpoints().map { ($0.id, $0.endpoint) }, uniquingKeysWith: { first, _ in first })
        return rules.texts.compactMap { text in
            let tally = tallies.first { $0.rule == text.id }
            guard tally != nil || findings.contains(where: { $0.rule.id == text.id }) else { return nil }
            let hints = (verdicts[text.id] ?? []).filter { isHint($0, of: text) }.compactMap {
                verdict -> Picture.Hint? in
                guard let endpoint = endpoints[verdict.endpointID] else { return nil }
                return Picture.Hint(
                    verdict: verdict.verdict, endpoint: endpoint.label, body: endpoint.body, evidence: verdict.evidence)
            }
            return Picture.Rule(text: text, verdicts: tally?.counts ?? [:], error: tally?.error, hints: hints)
        }
    }

    private func isHint(_ verdict: RuleVerdict, of rule: RuleText) -> Bool {
        switch verdict.verdict {
        case .phaseOut, .notListed: true
        case .deviates: rule.status != .active
        case .conforms, .possible, .notApplicable, .notMeasured: false
        }
    }
}
