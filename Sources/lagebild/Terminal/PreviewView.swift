import Documents
import Model
import Pipeline

/// What other rules would change, as text or JSON.
struct PreviewView {
    let preview: Preview
    private let language: Language

    init(_ preview: Preview, language: Language) {
        self.preview = preview
        self.language = language
    }

    func printText() {
        print("Run \(preview.run.name): \(count(preview.counts.now, "finding")) now, \(preview.counts.then) then.")
        if preview.changes.isEmpty { return print("Nothing would change.") }
        for effect in Preview.Effect.allCases {
            let changes = preview.changes(effect)
            guard !changes.isEmpty else { continue }
            print("\n\(effect.rawValue.replacing("-", with: " ").capitalizedFirst): \(changes.count)")
            for change in changes { print(wrapped(line(change), width: Environment.columns, indent: 2)) }
        }
    }

    private func line(_ change: Preview.Change) -> String {
        let name = change.finding.map { "\($0) " } ?? ""
        return
            "\(name)\(change.severity.rawValue) \(change.endpoint.label): \(change.title[language]): \(change.detail)"
            + " [\(change.rule)]"
    }

    func printJSON() {
        Document.print(
            "preview",
            [
                "run": .string(preview.run.name), "findings_now": .integer(preview.counts.now),
                "findings_then": .integer(preview.counts.then),
                "changes": .array(
                    preview.changes.map { change in
                        [
                            "effect": .string(change.effect.rawValue), "rule": .string(change.rule),
                            "severity": .string(change.severity.rawValue), "body": .string(change.endpoint.body),
                            "endpoint": .string(change.endpoint.label),
                            "finding": change.finding.map { .string($0) } ?? .null, "detail": .string(change.detail),
                        ]
                    }),
            ])
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
