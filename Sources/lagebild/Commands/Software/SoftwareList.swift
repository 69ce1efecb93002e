import ArgumentParser
import Documents
import Harmonisation
import Model
import Pipeline

struct SoftwareList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What the usage lists say, body by body.",
        usage: "lagebild software list [--body ID] [--domain ID]",
        discussion: """
            EXAMPLES
              lagebild software list --body lk-cochem-zell
              lagebild software list --domain dms --format csv

            Costs are shown only with --body, or where the body shares them.

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: FleetOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only this body.") var body: String?
    @Option(help: "Only this software domain.") var domain: String?

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireBodies([body].compactMap { $0 })
        try workspace.requireDomain(domain)
        let usages = workspace.fleet.usages.filter {
            $0.body == body ?? $0.body && $0.domain == domain ?? $0.domain
        }
        let rows = usages.map { row($0, on: workspace.now.day) }
        let isText = format.format == .text
        Listing(
            name: "software-list", list: "usage", columns: isText ? Array(Self.columns.prefix(6)) : Self.columns,
            rows: isText ? rows.map { Array($0.prefix(6)) } : rows
        ).print(as: format.format)
    }

    private static let columns = [
        "body", "domain", "product", "version", "status", "since", "operator", "provider", "users", "workplaces",
        "contract_end", "notice_by", "cost_per_year", "owner", "registered_by",
    ]

    private func row(_ usage: Usage, on day: Day) -> [JSONValue] {
        let step = usage.step(on: day)
        let cost = usage.cost.flatMap { body != nil || $0.isShared ? $0.eurosPerYear : nil }
        return [
            .string(usage.body), .string(usage.domain), .string(usage.answer.word), text(usage.version),
            text(step?.status.rawValue), text(step.map { "\($0.since)" }), .string(usage.operation.word),
            text(usage.operation.providerID), number(usage.users), number(usage.workplaces),
            text(usage.contract.map { "\($0.end)" }), text(usage.contract.map { "\($0.noticeBy)" }), number(cost),
            text(usage.owner), .string(usage.registeredBy.rawValue),
        ]
    }

    private func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
    private func number(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
}

extension Usage.Answer {
    var word: String {
        switch self {
        case .product(let product): product
        case .none: "none"
        case .unknown: "unknown"
        }
    }
}

extension Usage.Operation {
    var word: String {
        switch self {
        case .own: "self"
        case .sharedCentre: "shared-centre"
        case .provider: "provider"
        }
    }
}
