import Documents
import Model
import Pipeline

/// The answer of `check`: what was seen and what it means, as text or JSON.
struct CheckView {
    let answer: Check.Answer
    let language: Language
    let verbose: Bool

    var worst: Severity? {
        answer.verdicts.filter { $0.verdict.verdict == .deviates && $0.rule.status == .active }.map(\.rule.severity)
            .max()
    }

    func printText() {
        for observation in answer.observations { print(line(observation)) }
        if verbose { for observation in answer.observations { printFacts(observation) } }
        let deviating = answer.verdicts.filter { $0.verdict.verdict == .deviates }
            .sorted { ($1.rule.severity, $0.rule.id) < ($0.rule.severity, $1.rule.id) }
        print(
            "\n" + (deviating.isEmpty ? word("Keine Abweichung gefunden.", "No deviation found.") : ""),
            terminator: deviating.isEmpty ? "\n" : "")
        for entry in deviating { printDeviation(entry) }
        print(counts)
        for error in answer.errors { say("rule error: \(error.rule): \(printable(error.message))") }
    }

    private func line(_ observation: Observation) -> String {
        let address = observation.endpoint.address.map { " (\($0))" } ?? ""
        let reason = observation.reason.isEmpty ? "" : ": \(printable(observation.reason))"
        return
            "\(observation.probe.padded(to: 6))\(printable(observation.endpoint.label))\(address)  \(observation.outcome.rawValue)\(reason)"
    }

    private func printDeviation(_ entry: (endpoint: Endpoint, rule: RuleText, verdict: RuleVerdict)) {
        let trial = entry.rule.status == .trial ? word(" (auf Probe)", " (trial)") : ""
        let mark = ["info": "·", "low": "-", "medium": "■"][entry.rule.severity.rawValue] ?? "▲"
        print("\(mark) \(severity(entry.rule.severity))\(trial)  \(entry.rule.title[language])")
        print(wrapped("\(entry.endpoint.label): \(entry.verdict.evidence)", width: Environment.columns, indent: 4))
        print(wrapped("→ \(entry.rule.fix[language])", width: Environment.columns, indent: 4))
        print("    [\(entry.rule.id)]\n")
    }

    private var counts: String {
        Verdict.allCases.compactMap { verdict in
            let number = answer.verdicts.count { $0.verdict.verdict == verdict }
            return number == 0 ? nil : "\(number) \(name(verdict))"
        }.joined(separator: " · ")
    }

    private func name(_ verdict: Verdict) -> String {
        guard language == .de else { return verdict.rawValue }
        return switch verdict {
        case .conforms: "erfüllt"
        case .deviates: "weicht ab"
        case .phaseOut: "läuft aus"
        case .notListed: "nicht gelistet"
        case .notApplicable: "nicht anwendbar"
        case .notMeasured: "nicht gemessen"
        }
    }

    private func severity(_ severity: Severity) -> String {
        guard language == .de else { return severity.rawValue }
        return switch severity {
        case .critical: "kritisch"
        case .high: "hoch"
        case .medium: "mittel"
        case .low: "niedrig"
        case .info: "Hinweis"
        }
    }

    private func printFacts(_ observation: Observation) {
        for (name, rows) in observation.facts.rows.sorted(by: { $0.key < $1.key }) {
            guard let table = PublicVocabulary.tables.first(where: { $0.name == name }) else { continue }
            print("\n\(printable(observation.endpoint.label)) \(name)")
            let head = table.columns.map(\.name).filter { !["endpoint_id", "probe"].contains($0) }
            for line in TextTable(head: head, rows: rows.map { $0.values.map(\.plain) }, width: Environment.columns)
                .lines
            {
                print("  " + line)
            }
        }
    }

    func printJSON() {
        Document.print(
            "check",
            [
                "observations": .array(
                    answer.observations.map { ObservationDocument.json(of: $0, PublicVocabulary.facts) }),
                "verdicts": .array(
                    answer.verdicts.map { entry in
                        [
                            "endpoint": .string(entry.endpoint.label), "rule": .string(entry.rule.id),
                            "verdict": .string(entry.verdict.verdict.rawValue),
                            "severity": .string(entry.rule.severity.rawValue),
                            "status": .string(entry.rule.status.rawValue),
                            "evidence": .string(entry.verdict.evidence),
                        ]
                    }),
                "rule_errors": .array(
                    answer.errors.map { ["rule": .string($0.rule), "message": .string($0.message)] }),
            ])
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}

extension FactValue {
    fileprivate var plain: String {
        switch self {
        case .absent: ""
        case .boolean(let flag): flag ? "yes" : "no"
        case .integer(let number): String(number)
        case .text(let text): text
        }
    }
}
