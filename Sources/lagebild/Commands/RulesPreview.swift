import ArgumentParser
import Documents
import Model
import Pipeline
import Rules

struct RulesPreview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "What other rules would make of the findings; changes nothing.",
        usage: "lagebild rules preview [--pack PACK ...] [--format text|json]",
        discussion: """
            EXAMPLES
              lagebild rules preview                 the installed packs instead of
                                                     those the fleet pins
              lagebild rules preview --pack ncsc-nl  one pack more
              lagebild rules preview --rules my-rules

            The last run is judged by these rules and held against the findings as
            they stand: what would open, close, or change.

            EXIT STATUSES
              0 done · 2 a rule erred · 64 no finished run yet
              78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var language: LanguageOptions
    @Option(help: "A pack beside those the fleet chooses; repeatable.") var pack: [String] = []
    @OptionGroup var format: DocumentOptions

    func run() throws {
        let workspace = try places.workspace()
        let rules = try workspace.offeredRules(adding: pack)
        let view = PreviewView(try workspace.preview(rules), language: language.language(of: workspace.fleet))
        format.isJSON ? view.printJSON() : view.printText()
        for error in view.preview.errors { say("rule error: \(error.rule): \(printable(error.message))") }
        if !view.preview.errors.isEmpty { throw ExitStatus.partial.code }
    }
}
