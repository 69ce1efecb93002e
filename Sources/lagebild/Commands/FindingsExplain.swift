import ArgumentParser
import Inventory
import Model
import Pipeline

struct FindingsExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why it is a finding, what to do, and how to ask for an exception.",
        usage: "lagebild findings explain ID",
        discussion: """
            EXAMPLES
              lagebild findings explain F-12

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var language: LanguageOptions
    @Argument(help: "Finding id: F-12.") var id: String

    func run() throws {
        let workspace = try places.workspace()
        let view = FindingView(
            try workspace.finding(id), language: language.language(of: workspace.fleet), now: workspace.now)
        view.show()
        view.explain()
    }
}
