import ArgumentParser
import Documents
import Model
import Pipeline

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "What a scan would ask, and by whose authorisation. Asks only the resolver.",
        usage: "lagebild plan [--config FILE] [--body ID ...] [--endpoints]",
        discussion: """
            EXAMPLES
              lagebild plan
              lagebild plan --endpoints --format csv
              lagebild plan --body lk-cochem-zell

            EXIT STATUSES
              0 done · 69 no resolver answers · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: FleetOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only this body; repeatable.") var body: [String] = []
    @Flag(help: "List every endpoint instead of one line for each body.") var endpoints = false

    func run() async throws {
        let workspace = try places.workspace()
        try workspace.requireBodies(body)
        let outline = try await workspace.outline(bodies: Set(body), toolVersion: Lagebild.version)
        endpoints ? list(outline) : summarise(outline)
    }

    private func summarise(_ outline: PlanOutline) {
        Listing(
            name: "bodies", columns: ["body", "endpoints", "connections", "authorised_by", "until"],
            rows: outline.bodies.map {
                [
                    .string($0.body), .integer($0.endpoints), .integer($0.connections), .string($0.authorisation),
                    .string("\($0.until)"),
                ]
            }
        ).print(as: format.format)
        guard format.format == .text else { return }
        print(
            "\n\(outline.known) endpoints known, \(outline.planned) planned, \(outline.connections) connections at most."
        )
        for (reason, count) in outline.barriers { print("  not asked: \(count) (\(printable(reason)))") }
        print("\nWhat is sent:")
        for conversation in outline.conversations {
            print(wrapped(sentence(conversation), width: Environment.columns, indent: 2))
        }
    }

    private func sentence(_ conversation: PlanOutline.Conversation) -> String {
        let count = conversation.endpoints
        let place = count == 0 ? "not asked" : count == 1 ? "1 endpoint" : "\(count) endpoints"
        return
            "\(conversation.probe) (\(place), needs consent \(conversation.consent.rawValue)): \(conversation.sends.en)"
    }

    private func list(_ outline: PlanOutline) {
        Listing(
            name: "endpoints", columns: ["endpoint", "address", "service", "body", "probes", "not_asked"],
            rows: outline.endpoints.map { planned in
                [
                    .string(planned.endpoint.label), .string(planned.endpoint.address?.description ?? ""),
                    .string(planned.endpoint.service.rawValue), .string(planned.endpoint.body),
                    .string(planned.probes.joined(separator: " ")), .string(planned.barrier?.reason ?? ""),
                ]
            }
        ).print(as: format.format)
    }
}
