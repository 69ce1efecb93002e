import Inventory
import Model

extension TestStore {
    /// Scans, then says of every server but those named that it conforms.
    @discardableResult
    func night(
        _ servers: [TestServer], deviating: [String] = [], rules: [RuleText] = [.test()], fleet: Fleet = .test(),
        evidence: String = "TLSv1.0", verdict: Verdict = .deviates
    ) throws -> Run {
        try judge(
            try scan(servers, fleet: fleet), deviating: deviating, rules: rules, fleet: fleet, evidence: evidence,
            verdict: verdict)
    }

    /// A judgement as the rules would give it: what was not measured is not measured.
    @discardableResult
    func judge(
        _ run: Run, deviating: [String], rules: [RuleText] = [.test()], fleet: Fleet = .test(),
        evidence: String = "TLSv1.0", verdict: Verdict = .deviates
    ) throws -> Run {
        let endpoints = try store.endpoints().sorted { $0.id < $1.id }
        let judged = rules.map { rule in
            var words: [Int: String] = [:]
            let verdicts = endpoints.map { endpoint -> Verdict in
                if let gap = endpoint.measurements.first(where: { $0.probe == "tls" && $0.outcome != .answered }) {
                    words[endpoint.id] = gap.reason
                    return .notMeasured
                }
                guard deviating.contains(endpoint.endpoint.serverName) else { return .conforms }
                words[endpoint.id] = evidence
                return verdict
            }
            return RuleJudgement(rule: rule.id, subjects: endpoints.map(\.id), verdicts: verdicts, words: words)
        }
        return try store.record(
            Judgement(rules: judged), rules: rules, fleet: fleet, in: run, at: run.started)
    }

    func history(_ finding: String = "F-1") throws -> [String] {
        try store.events(of: store.finding(finding)).map { "\($0.run.started.day.civil.day) \($0.kind.rawValue)" }
    }
}

extension RuleText {
    static func test(
        _ id: String = "tls-old", severity: Severity = .high, status: Status = .active, deviates: String = "SELECT 1"
    ) -> RuleText {
        RuleText(
            id: id, pack: "test", status: status, severity: severity, title: LocalizedText(de: "Alt", en: "Old"),
            why: LocalizedText(de: "weil", en: "because"), fix: LocalizedText(de: "ändern", en: "change"),
            action: LocalizedText(de: "abschalten", en: "switch off"), scope: "tls_endpoint", deviates: deviates,
            references: [Reference(document: "RFC 8996", edition: nil, section: "2", url: nil)])
    }
}

extension FleetException {
    static func test(approved: Int, expires: Int, host: String = "www.example.org") -> FleetException {
        FleetException(
            id: "AUS-1", rule: "tls-old", subject: Subject(body: nil, host: host, port: 443),
            reason: "a legacy client needs it", compensating: nil, residualRisk: "little",
            requestedBy: "it", acceptedBy: "isb",
            approvedOn: Day(year: 2026, month: 11, day: approved), expires: Day(year: 2026, month: 11, day: expires))
    }
}
