import Documents
import Inventory
import Model
import Pipeline

/// What became of one imported file, for a person and as JSON.
struct ImportView {
    private static let longestSample = 20
    private static let mostAlike = 10

    private let outcome: ImportOutcome
    private let isDryRun: Bool

    init(_ outcome: ImportOutcome, isDryRun: Bool) {
        self.outcome = outcome
        self.isDryRun = isDryRun
    }

    private var draft: ImportDraft { outcome.draft }

    func show() {
        let difference = outcome.difference
        line("\(draft.file): \(draft.format), source \(draft.source), day \(draft.day)")
        if let same = difference.sameAs {
            return line("  this very file is import \(same) already; nothing changes")
        }
        line(
            "  \(count(draft.rows.count, "row")): \(difference.new.count) new, \(difference.changed.count) changed, "
                + "\(difference.gone.count) gone, \(difference.unchanged) as before; \(draft.refused) refused")
        showRecognition()
        if isDryRun { showSample() }
        switch (outcome.id, difference.replaces) {
        case (let id?, let older?): line("  imported as \(id) in place of \(older)")
        case (let id?, nil): line("  imported as \(id)")
        case (nil, _): line("  dry run: nothing was written")
        }
    }

    private func showRecognition() {
        let recognition = outcome.recognition
        guard recognition.software > 0 else { return }
        line("  \(recognition.recognised) of \(recognition.software) name a product of the catalogue")
        for alike in recognition.alike.prefix(Self.mostAlike) {
            line("  ? '\(alike.name)' is like \(alike.productName) (\(alike.product)), but not taken for it")
        }
        if recognition.alike.count > Self.mostAlike {
            line("  ? and \(recognition.alike.count - Self.mostAlike) more names like one of the catalogue")
        }
    }

    private func showSample() {
        let difference = outcome.difference
        let lines =
            difference.changed.map { "  ~ \(words($0.before)) -> \($0.after.version.isEmpty ? "…" : $0.after.version)" }
            + difference.new.map { "  + \(words($0))" } + difference.gone.map { "  - \(words($0))" }
        for text in lines.prefix(Self.longestSample) { line(text) }
        if lines.count > Self.longestSample { line("  and \(lines.count - Self.longestSample) more") }
    }

    private func words(_ row: ImportedRow) -> String {
        [row.host, row.vendor, row.name, row.version].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func line(_ text: String) {
        print(wrapped(text, width: Environment.columns, indent: text.hasPrefix(" ") ? 2 : 0))
    }

    var json: JSONValue {
        let difference = outcome.difference
        return .object([
            "file": .string(draft.file), "import": outcome.id.map { .string($0) } ?? .null,
            "same_as": difference.sameAs.map { .string($0) } ?? .null,
            "replaces": difference.replaces.map { .string($0) } ?? .null, "format": .string(draft.format),
            "source": .string(draft.source), "body": .string(draft.body), "day": .string("\(draft.day)"),
            "sha256": .string(draft.sha256), "confidence": .string(draft.confidence),
            "rows": .integer(draft.rows.count), "new": .integer(difference.new.count),
            "changed": .integer(difference.changed.count), "gone": .integer(difference.gone.count),
            "unchanged": .integer(difference.unchanged), "refused": .integer(draft.refused),
            "recognised": .integer(outcome.recognition.recognised),
            "software": .integer(outcome.recognition.software),
            "alike": .array(
                outcome.recognition.alike.map { alike in
                    [
                        "name": .string(alike.name), "product": .string(alike.product),
                        "likeness": .number(alike.likeness),
                    ]
                }),
            "refusals": .array(
                outcome.refusals.map { refusal in
                    ["line": .integer(refusal.line), "message": .string(refusal.message)]
                }),
        ])
    }
}
