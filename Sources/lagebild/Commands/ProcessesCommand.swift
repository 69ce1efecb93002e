import ArgumentParser
import Documents
import Harmonisation
import Model
import Pipeline

struct ProcessesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "processes",
        abstract: "Processes drawn in BPMN 2.0 side by side, and the chains work passes.",
        discussion: """
            EXAMPLES
              lagebild processes compare
              lagebild processes compare --service hundesteuer-anmeldung
              lagebild processes show processes/hundesteuer-blomberg.bpmn
              lagebild processes chains

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or BPMN file invalid
            """,
        subcommands: [ProcessesCompare.self, ProcessesShow.self, ProcessesChains.self],
        defaultSubcommand: ProcessesCompare.self)
}

struct ProcessesCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "What the bodies do alike and what not, service by service.",
        usage: "lagebild processes compare [--service ID] [--format text|json]",
        discussion: """
            EXAMPLES
              lagebild processes compare --config examples/lippe/fleet.yaml
              lagebild processes compare --service geburtsurkunde --format json

            The fleet file names the files under 'processes'. Similarity is the mean
            of two shares: steps found on both sides, and pairs of steps in the same
            order; 1 is the same process. docs/processes.md defines every figure.

            EXIT STATUSES
              0 done · 64 no such service · 78 fleet file or BPMN file invalid
            """)

    @OptionGroup var places: FleetOptions
    @OptionGroup var format: DocumentOptions
    @Option(help: "Only this service.") var service: String?

    func run() throws {
        let workspace = try places.workspace()
        try requireService(in: workspace.fleet)
        let (comparisons, warnings) = try workspace.processes(service: service)
        for warning in warnings { say("\(warning)") }
        if format.isJSON {
            Document.print("processes", ["services": .array(comparisons.map(\.json))])
        } else if comparisons.isEmpty {
            print("The fleet file names no processes.")
        } else {
            print(comparisons.map { ProcessComparisonView($0).text }.joined(separator: "\n\n"))
        }
    }

    private func requireService(in fleet: Fleet) throws {
        let known = fleet.processes.map(\.service)
        guard let service, !known.contains(service) else { return }
        throw PlaceError.missing(
            "the fleet file has no process for '\(service.excerpt)'",
            hint: Suggestion.hint(for: service, among: Array(Set(known)).sorted()) ?? "name it under 'processes'")
    }
}

struct ProcessesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What one BPMN file says: steps, roles, systems, media breaks.",
        usage: "lagebild processes show FILE [--format text|json]",
        discussion: """
            EXAMPLES
              lagebild processes show hundesteuer.bpmn

            A step uses a system where a data store is connected to it, or where its
            documentation or a note says 'System: NAME [product-id]'.

            EXIT STATUSES
              0 done · 64 usage · 78 the file is invalid
            """)

    @Argument(help: "BPMN 2.0 file.") var file: String
    @OptionGroup var format: DocumentOptions

    func run() throws {
        let (process, warnings) = try BPMNFile.read(at: file)
        for warning in warnings { say("\(warning)") }
        let entry = ProcessComparison.Entry(body: "", process: process)
        format.isJSON
            ? Document.print("process", members: entry.json.members ?? []) : print(ProcessView(entry).text)
    }
}
