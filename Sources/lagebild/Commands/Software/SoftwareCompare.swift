import ArgumentParser
import Documents
import Harmonisation
import Model
import Pipeline

struct SoftwareCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Domains and bodies side by side, with the figures.",
        usage: "lagebild software compare [--cooperation ID] [--domain ID] [--on DAY]",
        discussion: """
            EXAMPLES
              lagebild software compare --config examples/baumberge/fleet.yaml
              lagebild software compare --domain finance --format json
              lagebild software compare --on 2025-12-31

            Index: 1 all alike, 0 all different; none below a coverage of 50 % or with
            fewer than two bodies that have a product. '-' none, '?' no answer.
            'import 2026-11-01': no usage list says it, but an imported list of that day.

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var language: LanguageOptions
    @Option(help: "Id of the cooperation, where it shall be certain.") var cooperation: String?
    @Option(help: "Only this software domain.") var domain: String?
    @Option(help: "As the lists say it was, or is planned, on a day: 2025-12-31.") var on: Day?

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireCooperation(cooperation)
        try workspace.requireDomain(domain)
        let today = try workspace.declared()
        let comparison = on.map(today.on) ?? today
        let domains = domain.map { [$0] } ?? comparison.domains
        let view = ComparisonView(comparison, fleet: workspace.fleet, language: language.language(of: workspace.fleet))
        switch format.format {
        case .text: print(domains.isEmpty ? view.nothing : domains.map(view.text).joined(separator: "\n\n"))
        case .json:
            Document.print(
                "software-compare",
                [
                    "cooperation": .string(workspace.fleet.cooperation.id), "on": .string("\(comparison.day)"),
                    "domains": .array(domains.map(view.json)),
                ])
        case .csv: view.listing(domains).print(as: .csv)
        }
    }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
