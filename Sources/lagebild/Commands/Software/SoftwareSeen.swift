import ArgumentParser
import Documents
import Harmonisation
import Model
import Pipeline

struct SoftwareWorklists: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worklists", abstract: "Declared versus observed: three work lists.",
        usage: "lagebild software worklists [--body ID]",
        discussion: """
            EXAMPLES
              lagebild software worklists
              lagebild software worklists --body lk-cochem-zell --format csv

            not-seen: in a list, not seen. not-declared: seen, in no list.
            other-version: seen in another version than the lists say.

            Lists are usage lists and imported lists (csv, xlsx); what was seen comes
            from scans and imported inventories. 'pc-1 +3': and on three more hosts.

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var language: LanguageOptions
    @Option(help: "Only this body.") var body: String?

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireBodies([body].compactMap { $0 })
        guard workspace.hasStore else {
            throw PlaceError.missing(
                "no store yet: nothing was seen", hint: "'lagebild scan' makes one, and 'lagebild import' too")
        }
        if try !workspace.hasScan() { say("Nothing was scanned yet: what was seen comes from imports alone.") }
        let view = WorkListsView(
            try workspace.workLists(), body: body, language: language.language(of: workspace.fleet),
            names: try workspace.domainNames())
        format.format == .text ? print(view.text) : view.listing.print(as: format.format)
    }
}

struct SoftwareDepends: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "depends", abstract: "What several bodies depend on, and what falls if it falls.",
        usage: "lagebild software depends [--on ID]",
        discussion: """
            EXAMPLES
              lagebild software depends
              lagebild software depends --on it-krz-muster

            Providers come from the lists and the fleet file; certificates, keys, name
            servers and mail hosts from what was seen.

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Provider, certificate, key, name server or mail host.") var on: String?

    func run() throws {
        let workspace = try places.workspace()
        let map = try workspace.dependencies()
        if let on { return try printFalls(on, map) }
        Listing(
            name: "software-depends", list: "shared", columns: ["kind", "on", "bodies", "who"],
            rows: map.shared.map {
                [
                    .string($0.kind.rawValue), .string($0.on), .integer($0.bodies.count),
                    .string($0.bodies.joined(separator: ", ")),
                ]
            }
        ).print(as: format.format)
    }

    private func printFalls(_ thing: String, _ map: DependencyMap) throws {
        let fallen = map.falls(with: thing)
        if fallen.isEmpty {
            let known = Set(map.dependencies.map(\.on)).sorted()
            throw PlaceError.missing(
                "nobody depends on '\(thing.excerpt)'",
                hint: Suggestion.hint(for: thing, among: known) ?? "'lagebild software depends' lists what is shared")
        }
        Listing(
            name: "software-depends", list: "falls", columns: ["body", "what", "because_of", "kind"],
            rows: fallen.map { [.string($0.body), .string($0.what), .string($0.on), .string($0.kind.rawValue)] }
        ).print(as: format.format)
    }
}
