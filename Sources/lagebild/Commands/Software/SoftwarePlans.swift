import ArgumentParser
import Documents
import Harmonisation
import Model
import Pipeline

struct SoftwareDistance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance", abstract: "Migrations left to the agreed products, and the burn-down.",
        usage: "lagebild software distance [--domain ID]",
        discussion: """
            EXAMPLES
              lagebild software distance
              lagebild software distance --domain dms --format json

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: FleetOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only this software domain.") var domain: String?

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireDomain(domain)
        let comparison = try workspace.declared()
        let distances = (domain.map { [$0] } ?? comparison.domains).compactMap(comparison.distance)
        let rows = distances.flatMap { distance in
            distance.migrations.map { migration -> [JSONValue] in
                [
                    .string(distance.domain), .string(migration.body), .string(migration.from.joined(separator: " + ")),
                    .string(distance.target.product), .string(migration.stage.rawValue),
                    migration.since.map { .string("\($0)") } ?? .null, migration.due.map { .string("\($0)") } ?? .null,
                    migration.owner.map(JSONValue.string) ?? .null,
                ]
            }
        }
        Listing(
            name: "software-distance", list: "migrations",
            columns: ["domain", "body", "from", "to", "stage", "since", "due", "owner"], rows: rows
        ).print(as: format.format)
        for distance in distances where format.format == .text {
            let unknown = distance.unknown.isEmpty ? "" : ", \(distance.unknown.count) unknown"
            let month = Month(of: workspace.now.day)
            let ahead = comparison.burnDown(in: distance.domain, from: month.adding(1), to: month.adding(12)).map {
                "\($0.left)"
            }
            say(
                "\(distance.domain): \(distance.left) left\(unknown); by plan, at the end of \(month.adding(1)) to \(month.adding(12)): \(ahead.joined(separator: " "))"
            )
        }
    }
}

struct SoftwareAdopt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "What a body could take over from its neighbours, and why.",
        usage: "lagebild software adopt --body ID --domain ID",
        discussion: """
            EXAMPLES
              lagebild software adopt --body nottuln --domain dms

            The rank follows adoption, remaining support, contracts that can be renewed
            in the same months, and open findings for each endpoint, in this order.

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Body that looks for a product.") var body: String
    @Option(help: "Software domain.") var domain: String

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireBodies([body])
        try workspace.requireDomain(domain)
        let candidates = try workspace.declared().adoptionCandidates(
            for: body, in: domain, support: try workspace.supportEnds(), seen: try workspace.seenSoftware())
        if candidates.isEmpty { say("no neighbour of '\(body)' runs another product for '\(domain)'") }
        let rows = candidates.map { candidate -> [JSONValue] in
            [
                .integer(candidate.rank), .string(candidate.product), .integer(candidate.neighbours.count),
                .boolean(candidate.isTarget), candidate.supportDays.map(JSONValue.integer) ?? .null,
                .integer(candidate.meeting.count), candidate.endpoints == 0 ? .null : .integer(candidate.openFindings),
                .string(candidate.neighbours.joined(separator: ", ")),
            ]
        }
        Listing(
            name: "software-adopt", list: "candidates",
            columns: [
                "rank", "product", "bodies", "target", "support_days", "contracts", "findings", "neighbours",
            ], rows: rows
        ).print(as: format.format)
    }
}

struct SoftwareContracts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contracts", abstract: "When notice is due, and when several bodies could buy together.",
        usage: "lagebild software contracts [--domain ID]",
        discussion: """
            EXAMPLES
              lagebild software contracts
              lagebild software contracts --domain dms --format csv

            A body can buy in the twelve months before its notice is due.

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: FleetOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only this software domain.") var domain: String?

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireDomain(domain)
        let comparison = try workspace.declared()
        let domains = domain.map { [$0] } ?? comparison.domains
        let rows = comparison.contracts(in: domains).map { entry -> [JSONValue] in
            [
                .string("\(entry.contract.noticeBy)"), .string("\(entry.contract.end)"), .string(entry.domain),
                .string(entry.body), .string(entry.product), .boolean(entry.isTooLate(on: comparison.day)),
            ]
        }
        let columns = ["notice_by", "end", "domain", "body", "product", "too_late"]
        let common = domains.flatMap { CommonMonths.all(comparison.commonMonths(in: $0)) }
        if format.format == .json {
            return Document.print(
                "software-contracts",
                [
                    "contracts": .array(rows.map { .object(zip(columns, $0).map { JSONMember($0, $1) }) }),
                    "common_months": .array(common.map(\.json)),
                ])
        }
        Listing(name: "software-contracts", columns: columns, rows: rows).print(as: format.format)
        guard format.format == .text, !common.isEmpty else { return }
        print("\n" + common.map(\.text).joined(separator: "\n"))
    }
}

/// Months in a row in which the same bodies could buy for a domain together.
private struct CommonMonths {
    let first: CommonMonth
    let last: Month

    static func all(_ months: [CommonMonth]) -> [CommonMonths] {
        months.reduce(into: []) { spans, month in
            if let span = spans.last, span.first.bodies == month.bodies, span.last.adding(1) == month.month {
                spans[spans.count - 1] = CommonMonths(first: span.first, last: month.month)
            } else {
                spans.append(CommonMonths(first: month, last: month.month))
            }
        }
    }

    var text: String {
        let span = first.month == last ? "\(last)" : "\(first.month) to \(last)"
        return wrapped("\(span) \(first.domain) together: \(first.bodies.joined(separator: ", "))")
    }

    var json: JSONValue {
        [
            "from": .string("\(first.month)"), "to": .string("\(last)"), "domain": .string(first.domain),
            "bodies": .array(first.bodies.map(JSONValue.string)),
        ]
    }
}

struct SoftwareWhatIf: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if", abstract: "What would change if every body moved to one product.",
        usage: "lagebild software what-if --domain ID --target PRODUCT",
        discussion: """
            EXAMPLES
              lagebild software what-if --domain dms --target enaio

            EXIT STATUSES
              0 done · 64 usage · 78 fleet file or usage list invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Software domain.") var domain: String
    @Option(help: "Product id or name, as the lists write it.") var target: String

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireDomain(domain)
        let product = try workspace.product(named: target)
        let answer = try workspace.declared().whatIf(domain, moveTo: product, seen: try workspace.seenSoftware())
        let isMeasured = try workspace.hasScan()
        func measured(_ number: Int) -> JSONValue { isMeasured ? .integer(number) : .null }
        func rounded(_ index: Double) -> JSONValue { .number((index * 100).rounded() / 100) }
        Listing(
            name: "software-what-if", list: "changes", columns: ["what", "now", "then"],
            rows: [
                ["index", answer.index.map(rounded) ?? .null, answer.indexThen.map(rounded) ?? .null],
                ["installations", .integer(answer.installations), .integer(answer.installationsThen)],
                ["bodies to move", .integer(answer.migrations.count), 0],
                ["endpoints of what they leave", measured(answer.endpoints), measured(0)],
                ["open findings there", measured(answer.findings), measured(0)],
            ]
        ).print(as: format.format)
        if !answer.migrations.isEmpty { say("to move: \(answer.migrations.joined(separator: ", "))") }
        if !isMeasured { say("no scan yet: endpoints and findings are not known") }
    }
}
