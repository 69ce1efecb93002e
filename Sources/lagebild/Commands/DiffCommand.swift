import ArgumentParser
import Documents
import Inventory
import Model
import Pipeline

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two runs, and why.",
        usage: "lagebild diff [FROM] [TO] [--format text|json] [--exit-code]",
        discussion: """
            EXAMPLES
              lagebild diff                            the last two runs
              lagebild diff 2026-10-23                 since that day
              lagebild diff 2026-11-22/1 2026-11-23/1 --format json

            EXIT STATUSES
              0 done · 1 with --exit-code: something changed · 64 no such run
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var language: LanguageOptions
    @Argument(help: "Run or day to start from.") var from: String?
    @Argument(help: "Run to end with; else the last.") var to: String?
    @OptionGroup var format: DocumentOptions
    @Flag(help: "Exit 1 when something changed.") var exitCode = false

    func run() throws {
        let workspace = try places.workspace()
        let difference = try workspace.difference(from: from, to: to)
        let view = DifferenceView(difference, language: language.language(of: workspace.fleet))
        format.isJSON ? view.printJSON() : view.printText()
        if exitCode, !difference.isEmpty { throw ExitStatus.findings.code }
    }
}
