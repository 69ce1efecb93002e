import Documents
import Model
import Pipeline

/// What changed since an earlier check of the same host, as text or JSON.
struct CheckComparisonView {
    let comparison: CheckComparison
    let language: Language

    func printText() {
        print("\n" + word("SEIT", "SINCE") + " \(printable(comparison.before))")
        if comparison.isEmpty { return print("  " + word("Nichts hat sich geändert.", "Nothing changed.")) }
        for change in comparison.verdicts {
            let verdicts = "\(change.before ?? "–") → \(change.after ?? "–")"
            line("\(change.rule): \(verdicts) \(change.evidence) (\(change.endpoint))")
        }
        for outcome in comparison.outcomes { line(outcome) }
        for change in comparison.facts {
            line("\(change.isNew ? "+" : "−") \(change.table): \(change.text) (\(change.endpoint))")
        }
    }

    private func line(_ text: String) { print(wrapped(text, width: Environment.columns, indent: 2)) }

    /// The member `changes` of the document.
    var json: JSONValue {
        [
            "since": .string(comparison.before),
            "verdicts": .array(
                comparison.verdicts.map { change in
                    [
                        "endpoint": .string(change.endpoint), "rule": .string(change.rule),
                        "before": change.before.map(JSONValue.string) ?? .null,
                        "after": change.after.map(JSONValue.string) ?? .null, "evidence": .string(change.evidence),
                    ]
                }),
            "outcomes": .array(comparison.outcomes.map(JSONValue.string)),
            "facts": .array(
                comparison.facts.map { change in
                    [
                        "endpoint": .string(change.endpoint), "table": .string(change.table),
                        "change": .string(change.isNew ? "added" : "removed"), "row": .string(change.text),
                    ]
                }),
        ]
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
