import ArgumentParser
import Documents
import Inventory
import Model
import Pipeline

struct FindingsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Findings, most severe first.",
        usage: "lagebild findings list [--severity LIST] [--state STATE] [--body ID ...]",
        discussion: """
            EXAMPLES
              lagebild findings list --severity critical,high
              lagebild findings list --owner it-coc --state overdue --format csv
              lagebild findings list --control APP.3.2.A11

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var language: LanguageOptions
    @Option(help: "open, overdue, excepted, fixed, unmeasured or all.") var state: FindingState = .open
    @Option(help: "info, low, medium, high, critical; several with commas.") var severity: String?
    @Option(help: "Only this rule.") var rule: String?
    @Option(help: "Only rules about this control or WiBA checklist.") var control: String?
    @Option(help: "This body and those below it; repeatable.") var body: [String] = []
    @Option(help: "Contact id of the owner.") var owner: String?
    @Option(help: "Lines at most.") var limit: Int?

    func validate() throws {
        _ = try severities()
        if let limit, limit < 1 { throw ValidationError("--limit must be greater than 0") }
    }

    func run() throws {
        let workspace = try places.workspace()
        try workspace.requireBodies(body)
        let severities = try severities()
        let found = try workspace.findings(try filter(workspace)).filter { admits($0, severities, workspace) }
        if found.isEmpty { try requireKnown(workspace) }
        let shown = Array(found.prefix(limit ?? found.count))
        guard format.format == .text else {
            return Listing(name: "findings", columns: Self.columns, rows: shown.map { row($0, workspace) })
                .print(as: format.format)
        }
        for finding in shown { show(finding, workspace) }
        let excepted = found.count { $0.exception != nil }
        say(
            count(found.count, "finding") + (excepted == 0 ? "" : ", \(excepted) of them excepted")
                + (shown.count < found.count ? ", \(shown.count) shown" : ""))
    }

    private func filter(_ workspace: Workspace) throws -> FindingFilter {
        var filter = FindingFilter()
        filter.state =
            switch state {
            case .open, .overdue, .excepted, .unmeasured: .open
            case .fixed: .fixed
            case .all: nil
            }
        if !body.isEmpty { filter.bodies = workspace.withChildren(body) }
        filter.rules = try rules(workspace)
        filter.owners = owner.map { [$0] }
        return filter
    }

    private func rules(_ workspace: Workspace) throws -> Set<String>? {
        guard let control else { return rule.map { [$0] } }
        let about = try workspace.rules(naming: control)
        if about.isEmpty {
            say("no rule says anything about \(control): 'lagebild rules evidence \(control)' says why")
        }
        return rule.map { about.intersection([$0]) } ?? about
    }

    /// A list is empty because of a misspelt word more often than because all is well.
    private func requireKnown(_ workspace: Workspace) throws {
        let rules = workspace.rules.rules.map(\.id)
        if let rule, !rules.contains(rule) {
            throw PlaceError.missing(
                "no rule '\(rule)' and no finding of it",
                hint: closestWord(to: rule, among: rules).map { "did you mean '\($0)'?" }
                    ?? "'lagebild rules list' names them all")
        }
        let contacts = workspace.fleet.contacts.map(\.id)
        if let owner, !contacts.contains(owner) {
            throw PlaceError.missing(
                "no contact '\(owner)' in \(workspace.fleetFile)",
                hint: "it names \(contacts.sorted().joined(separator: ", "))")
        }
    }

    private func admits(_ finding: FindingRecord, _ severities: Set<Severity>, _ workspace: Workspace) -> Bool {
        guard severities.contains(finding.severity) else { return false }
        return switch state {
        case .open, .fixed, .all: true
        case .overdue: finding.isOverdue(at: workspace.now)
        case .excepted: finding.exception != nil
        case .unmeasured: !finding.measured
        }
    }

    private func severities() throws -> Set<Severity> {
        try Set(listed: severity) { "'\($0)' is no severity" }
    }

    private static let columns = [
        "id", "severity", "rule", "title", "body", "endpoint", "address", "state", "measured", "excepted_until",
        "opened_run", "opened_because", "due", "overdue", "owner", "evidence",
    ]

    private func row(_ finding: FindingRecord, _ workspace: Workspace) -> [JSONValue] {
        [
            .string(finding.id), .string(finding.severity.rawValue), .string(finding.rule.id),
            .string(finding.rule.title[language.language(of: workspace.fleet)]),
            .string(finding.endpoint.body), .string(finding.endpoint.label),
            .string(finding.endpoint.address?.description ?? ""), .string(finding.state.rawValue),
            .boolean(finding.measured), finding.exception.map { .string("\($0.until)") } ?? .null,
            .string(finding.opened.name), .string(finding.openedBecause.rawValue),
            finding.due.map { .string("\($0)") } ?? .null, .boolean(finding.isOverdue(at: workspace.now)),
            .string(finding.owner ?? ""), .string(finding.evidence),
        ]
    }

    /// Two lines: what and where it is, then what was seen.
    private func show(_ finding: FindingRecord, _ workspace: Workspace) {
        let notes = [
            finding.state == .fixed ? "fixed" : nil, finding.measured ? nil : "not measured",
            finding.exception.map { "excepted until \($0.until)" },
            finding.isOverdue(at: workspace.now) ? "overdue" : nil,
        ].compactMap { $0 }
        let due = finding.due.map { "due \($0)" } ?? "no term"
        print(
            "\(finding.id.padded(to: 6))\(finding.severity.rawValue.padded(to: 9)) \(printable(finding.endpoint.label))  "
                + ([due] + notes).joined(separator: ", "))
        let title = finding.rule.title[language.language(of: workspace.fleet)]
        print(wrapped("\(title): \(finding.evidence)", width: Environment.columns, indent: 6))
    }
}
