import ArgumentParser
import Documents
import Inventory
import Model
import Pipeline

/// What a comparison may be limited to.
enum DifferenceKind: String, CaseIterable, ExpressibleByArgument {
    case findings, certificates, software, endpoints, coverage, exceptions
}

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two runs, and why.",
        usage: "lagebild diff [FROM] [TO] [--kind KIND,...] [--format text|json]",
        discussion: """
            EXAMPLES
              lagebild diff                            the last two runs
              lagebild diff 2026-10-23                 since that day
              lagebild diff 2026-10-23 2026-11-01      between two days
              lagebild diff 2026-11-22/1 2026-11-23/1 --kind findings,exceptions
              lagebild diff --format json

            Every number is split into its causes: before, plus and minus each of
            them, is now.

            EXIT STATUSES
              0 done · 1 with --exit-code: something changed · 64 no such run
              78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var language: LanguageOptions
    @Argument(help: "Run, or the last one on or before a day.") var from: String?
    @Argument(help: "Run or day to end with; else the last run.") var to: String?
    @Option(help: "findings, certificates, software, endpoints, coverage, exceptions; several with commas.")
    var kind: String?
    @OptionGroup var format: DocumentOptions
    @Flag(help: "Exit 1 when something changed.") var exitCode = false

    func validate() throws { _ = try kinds() }

    func run() throws {
        let workspace = try places.workspace()
        let difference = try workspace.difference(from: from, to: to)
        let view = DifferenceView(difference, kinds: try kinds(), language: language.language(of: workspace.fleet))
        format.isJSON ? view.printJSON() : view.printText()
        if exitCode, !difference.isEmpty { throw ExitStatus.findings.code }
    }

    private func kinds() throws -> Set<DifferenceKind> {
        try Set(listed: kind) { "'\($0)' is nothing a comparison names" }
    }
}
