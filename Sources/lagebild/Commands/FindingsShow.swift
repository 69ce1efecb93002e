import ArgumentParser
import Inventory
import Model
import Pipeline

struct FindingsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One finding: what was seen, and its life.",
        usage: "lagebild findings show ID",
        discussion: """
            EXAMPLES
              lagebild findings show F-12

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var language: LanguageOptions
    @Argument(help: "Finding id: F-12.") var id: String

    func run() throws {
        let workspace = try places.workspace()
        FindingView(try workspace.finding(id), language: language.language(of: workspace.fleet), now: workspace.now)
            .show()
    }
}
