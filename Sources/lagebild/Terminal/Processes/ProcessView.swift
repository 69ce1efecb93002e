import Harmonisation
import Model

/// One process on the terminal.
struct ProcessView {
    let entry: ProcessComparison.Entry

    init(_ entry: ProcessComparison.Entry) { self.entry = entry }

    var text: String {
        let process = entry.process
        let title = process.name.isEmpty ? "Process without a name" : process.name
        let exporter = process.exporter.isEmpty ? "" : " · written by \(process.exporter)"
        let head = wrapped(
            "\(title): \(count(process.steps.count, "step")) · \(count(process.roles.count, "role")) · "
                + "\(count(process.systems.count, "system")) · \(count(entry.mediaBreaks.count, "media break"))"
                + exporter, width: Environment.columns)
        return ([head, ""] + steps + breaks).joined(separator: "\n")
    }

    private var steps: [String] {
        TextTable(
            head: ["STEP", "KIND", "MEDIUM", "ROLE", "SYSTEMS"],
            rows: entry.process.steps.map { step in
                [
                    step.name.shortened(to: 30), step.kind.rawValue, step.medium?.rawValue ?? "-",
                    step.role.shortened(to: 14), entry.process.names(of: step.systems).joined(separator: ", "),
                ]
            }, width: Environment.columns
        ).lines
    }

    private var breaks: [String] {
        guard !entry.mediaBreaks.isEmpty else { return ["", "No media breaks."] }
        return ["", "Media breaks:"]
            + entry.mediaBreaks.map { found in
                wrapped(
                    "\(found.from.name) → \(found.to.name) (to \(found.onto.rawValue))", width: Environment.columns,
                    indent: 2)
            }
    }
}

extension ProcessModel {
    func names(of systems: [String]) -> [String] {
        systems.map { id in self.systems.first { $0.id == id }?.name ?? id }
    }
}

extension String {
    func shortened(to length: Int) -> String { count <= length ? self : prefix(length - 1) + "…" }
}
