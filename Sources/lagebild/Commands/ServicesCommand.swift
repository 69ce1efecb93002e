import ArgumentParser
import Documents
import Harmonisation
import Model
import Pipeline

struct ServicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services",
        abstract: "Online services: the catalogue, and who offers what.",
        discussion: """
            EXAMPLES
              lagebild services list
              lagebild services compare
              lagebild services compare --body kalletal --format csv

            EXIT STATUSES
              0 done · 64 usage · 78 fleet or rule file invalid
            """,
        subcommands: [ServicesList.self, ServicesCompare.self], defaultSubcommand: ServicesCompare.self)
}

struct ServicesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The service catalogue: ids, keys, required trust levels.",
        usage: "lagebild services list [--lang de|en] [--format text|json|csv]",
        discussion: """
            EXAMPLES
              lagebild services list --lang en
              lagebild services list --format csv

            MARK is S where the level was seen in a source and K where it is general
            knowledge that nobody has verified yet. The catalogue is
            rules/services/*.yaml: change it there.

            EXIT STATUSES
              0 done · 64 usage · 78 the catalogue is invalid
            """)

    @OptionGroup var places: RuleOptions
    @OptionGroup var language: RuleLanguage
    @OptionGroup var format: FormatOptions

    func run() throws {
        let services = try places.places.software.services().services
        Listing(
            name: "services", columns: ["service", "leika", "required", "mark", "name"],
            rows: services.map { service in
                [
                    .string(service.id), .string(service.leika ?? ""), .string(service.required.rawValue),
                    .string(service.mark.rawValue), .string(service.name[language.lang]),
                ]
            }
        ).print(as: format.format)
    }
}

struct ServicesCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Live, adoptable from a neighbour, or missing: service by service.",
        usage: "lagebild services compare [--body ID ...] [--format text|json|csv]",
        discussion: """
            EXAMPLES
              lagebild services compare --config examples/emscher-lippe/fleet.yaml
              lagebild services compare --body gladbeck
              lagebild services compare --format csv

            live       a page came at the last scan
            listed     the service list says so; not measured, or on a server that
                       may not be asked
            failing    the page answers with an error
            adoptable  a neighbour offers it on a platform the body has itself
            elsewhere  a neighbour offers it on another platform
            missing    nobody in the cooperation offers it

            EXIT STATUSES
              0 done · 64 usage · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only this body; repeatable.") var body: [String] = []

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireBodies(body)
        if workspace.fleet.onlineOffers.isEmpty {
            say("the fleet file names no service lists: nothing is known of what is offered")
            say("hint: docs/processes.md says how; 'lagebild services list' shows what could be offered")
        }
        let view = ServiceComparisonView(try workspace.servicesCompared(), bodies: body)
        switch format.format {
        case .text: print(view.text)
        case .json: Document.print("services", members: view.json)
        case .csv: view.cells.print(as: .csv)
        }
    }
}
