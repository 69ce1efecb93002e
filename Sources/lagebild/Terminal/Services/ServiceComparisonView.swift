import Documents
import Harmonisation
import Model

/// Online services of the bodies for terminal and tools.
struct ServiceComparisonView {
    private let comparison: ServiceComparison
    private let bodies: [String]

    /// `bodies`: only these; empty means all.
    init(_ comparison: ServiceComparison, bodies: [String]) {
        self.comparison = comparison
        self.bodies = comparison.bodies.filter { bodies.isEmpty || bodies.contains($0) }
    }

    /// Figures of each body; then the matrix, or the services of the one body that is asked about; then what falls with a
    /// provider.
    var text: String {
        let all = bodies.count == comparison.bodies.count ? [row("all", comparison.coverage)] : []
        let numbers = bodies.indices.map { String($0 + 1) } + [""]
        let table = TextTable(
            head: ["", "BODY", "SERVICES", "OFFERED", "LIVE", "ADOPTABLE", "BELOW", "SHARE"],
            rows: zip(numbers, bodies.map { row($0, comparison.coverage(of: $0)) } + all).map { [$0] + $1 },
            width: Environment.columns)
        return [table.lines, bodies.count == 1 ? services : matrix, providers].filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var matrix: [String] {
        let table = TextTable(
            head: ["SERVICE"] + bodies.indices.map { String($0 + 1) },
            rows: comparison.catalogue.map { service in
                [service.id.shortened(to: 24)] + bodies.map { sign(comparison.cell(of: service.id, at: $0)) }
            }, width: Environment.columns)
        return table.lines + [
            "L live · o listed · ! failing · < trust level below the required one",
            "+ adoptable from a neighbour · ~ elsewhere on another platform · - missing",
        ]
    }

    /// Nothing where a body of its kind does not offer it.
    private func sign(_ cell: ServiceCell?) -> String {
        guard let cell else { return "" }
        let below = cell.trust == .below ? "<" : ""
        switch cell.state {
        case .live: return "L" + below
        case .listed: return "o" + below
        case .failing: return "!" + below
        case .adoptable: return "+"
        case .elsewhere: return "~"
        case .missing: return "-"
        }
    }

    private func row(_ name: String, _ coverage: ServiceComparison.Coverage) -> [String] {
        [
            name, String(coverage.total), String(coverage.offered), String(coverage.live), String(coverage.adoptable),
            String(coverage.below), coverage.share?.hundredths ?? "-",
        ]
    }

    private var services: [String] {
        TextTable(
            head: ["SERVICE", "STATE", "TRUST", "FROM, PLATFORM, PROVIDER"],
            rows: chosen.map { cell in
                [
                    cell.service, cell.state.word, cell.offered == nil ? "-" : cell.trust.rawValue,
                    [cell.state.neighbour, cell.platform ?? cell.state.adoptablePlatform, cell.offered?.provider]
                        .compactMap { $0 }
                        .joined(separator: ", "),
                ]
            }, width: Environment.columns
        ).lines
    }

    /// Nothing where one body is asked about.
    private var providers: [String] {
        guard bodies.count == comparison.bodies.count, !comparison.providers.isEmpty else { return [] }
        return TextTable(
            head: ["IF IT FALLS", "SERVICES", "OF BODIES"],
            rows: comparison.providers.map { provider, cells in
                [provider, String(cells.count), Set(cells.map(\.body)).sorted().joined(separator: ", ")]
            }, width: Environment.columns
        ).lines
    }

    private var chosen: [ServiceCell] { comparison.cells.filter { bodies.contains($0.body) } }

    var cells: Listing {
        Listing(
            name: "services",
            columns: [
                "service", "body", "state", "trust", "required", "declared", "sign_ins", "neighbour", "platform",
                "provider", "url", "detail",
            ],
            rows: chosen.map { cell in
                let required = comparison.catalogue.first { $0.id == cell.service }?.required
                return [
                    cell.service, cell.body, cell.state.word, cell.trust.rawValue, required?.rawValue,
                    cell.offered?.offer.declared?.rawValue, cell.offered?.seen?.signIns.joined(separator: " "),
                    cell.state.neighbour, cell.platform ?? cell.state.adoptablePlatform, cell.offered?.provider,
                    cell.offered?.offer.url, cell.offered?.seen?.detail,
                ].map { .string($0 ?? "") }
            })
    }

    /// The document `lagebild/services/1`.
    var json: [JSONMember] {
        let coverage = bodies.map { body in
            let figures = comparison.coverage(of: body)
            return JSONValue.object([
                "body": .string(body), "services": .integer(figures.total), "offered": .integer(figures.offered),
                "live": .integer(figures.live), "adoptable": .integer(figures.adoptable),
                "trust_below": .integer(figures.below), "coverage": figures.share.map { .number($0) } ?? .null,
            ])
        }
        let table = cells
        let rows = table.rows.map { row in JSONValue.object(zip(table.columns, row).map { JSONMember($0, $1) }) }
        return [JSONMember("bodies", .array(coverage)), JSONMember("cells", .array(rows))]
    }
}
