import Harmonisation
import Model

/// Processes of several bodies on the terminal: counts, likeness, steps side by side, media breaks.
struct ProcessComparisonView {
    let comparison: ProcessComparison

    init(_ comparison: ProcessComparison) { self.comparison = comparison }

    var text: String {
        var parts = [title, bodies.joined(separator: "\n")]
        if !comparison.pairs.isEmpty { parts.append(pairs.joined(separator: "\n")) }
        parts.append(steps.joined(separator: "\n"))
        let breaks = self.breaks
        if !breaks.isEmpty { parts.append((["MEDIA BREAKS"] + breaks).joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }

    private var title: String {
        let likeness = comparison.similarity.map { " · similarity \(share($0))" } ?? ""
        return wrapped(
            "\(comparison.service): \(comparison.commonSteps) of \(count(comparison.rows.count, "step")) in common\(likeness)",
            width: Environment.columns)
    }

    private var bodies: [String] {
        TextTable(
            head: ["", "BODY", "STEPS", "ROLES", "SYSTEMS", "BREAKS", "WRITTEN BY"],
            rows: comparison.entries.enumerated().map { index, entry in
                [
                    "[\(index + 1)]", entry.body, String(entry.process.steps.count), String(entry.process.roles.count),
                    String(entry.process.systems.count), String(entry.mediaBreaks.count), entry.process.exporter,
                ]
            }, width: Environment.columns
        ).lines
    }

    private var pairs: [String] {
        TextTable(
            head: ["SIMILARITY OF", "", "WHOLE", "STEPS", "ORDER"],
            rows: comparison.pairs.map { pair in
                [
                    pair.left, pair.right, share(pair.similarity.value), share(pair.similarity.steps),
                    pair.similarity.order.map(share) ?? "-",
                ]
            }, width: Environment.columns
        ).lines
    }

    /// One column for each body, by its number above.
    private var steps: [String] {
        let numbers = comparison.entries.indices.map { "[\($0 + 1)]" }
        return TextTable(
            head: numbers + ["STEP"],
            rows: comparison.rows.map { row in row.steps.map(sign) + [row.name] }, width: Environment.columns
        ).lines + ["S with a system · P on paper or by hand · ? not said · - no such step"]
    }

    private func sign(_ step: ProcessModel.Node?) -> String {
        guard let step else { return "-" }
        switch step.medium {
        case .system: return "S"
        case .paper: return "P"
        case nil: return "?"
        }
    }

    private var breaks: [String] {
        comparison.entries.flatMap { entry in
            entry.mediaBreaks.map { found in
                wrapped(
                    "\(entry.body): \(found.from.name) → \(found.to.name) (to \(found.onto.rawValue))",
                    width: Environment.columns, indent: 2)
            }
        }
    }

    private func share(_ value: Double) -> String { value.hundredths }
}

extension Double {
    /// A share between 0 and 1 with two digits, rounded: `0.73`.
    var hundredths: String {
        let number = Int((self * 100).rounded())
        return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
    }
}
