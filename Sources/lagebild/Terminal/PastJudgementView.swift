import Documents
import Model
import Pipeline

/// What rules say of an earlier run, as text or JSON.
struct PastJudgementView {
    private let past: PastJudgement

    init(_ past: PastJudgement) { self.past = past }

    func printText() {
        print("Run \(past.run.name) of \(past.run.started), judged by \(count(past.judgement.rules.count, "rule")):")
        for rule in past.judgement.rules {
            let counts = rule.counts
            let words = Verdict.allCases.compactMap { verdict in counts[verdict].map { "\($0) \(verdict.rawValue)" } }
            print(
                wrapped(
                    "\(rule.rule): \(words.isEmpty ? "nothing to assess" : words.joined(separator: ", "))",
                    width: Environment.columns, indent: 2))
            for position in rule.subjects.indices where rule.verdicts[position].isTold {
                let verdict = rule.verdict(at: position)
                print(
                    wrapped(
                        "\(verdict.verdict.rawValue) \(label(verdict)): \(verdict.evidence)",
                        width: Environment.columns, indent: 6))
            }
        }
    }

    func printJSON() {
        Document.print(
            "judgement",
            [
                "run": .string(past.run.name), "judged_at": .string("\(past.run.started)"),
                "packs": .array(
                    past.rules.packs.map { ["name": .string($0.name), "version": .integer($0.version)] }),
                "rules": .array(
                    past.judgement.rules.map { rule in
                        [
                            "rule": .string(rule.rule), "error": rule.error.map { .string($0) } ?? .null,
                            "counts": .object(
                                Verdict.allCases.map {
                                    JSONMember($0.rawValue.replacing(" ", with: "_"), .integer(rule.counts[$0] ?? 0))
                                }),
                        ]
                    }),
                "verdicts": .array(
                    past.judgement.rules.flatMap { rule in
                        rule.subjects.indices.filter { rule.verdicts[$0] != .conforms }.map {
                            document(rule.verdict(at: $0))
                        }
                    }),
            ])
    }

    private func document(_ verdict: RuleVerdict) -> JSONValue {
        let endpoint = past.endpoints[verdict.endpointID]
        return [
            "rule": .string(verdict.rule), "body": .string(endpoint?.body ?? ""), "endpoint": .string(label(verdict)),
            "address": .string(endpoint?.address?.description ?? ""), "verdict": .string(verdict.verdict.rawValue),
            "evidence": .string(verdict.evidence),
        ]
    }

    private func label(_ verdict: RuleVerdict) -> String {
        past.endpoints[verdict.endpointID]?.label ?? "endpoint \(verdict.endpointID)"
    }
}

extension Verdict {
    /// What a person wants to see one by one.
    fileprivate var isTold: Bool { self == .deviates || self == .possible }
}
