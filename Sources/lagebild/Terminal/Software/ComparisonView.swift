import Documents
import Harmonisation
import Model

/// A comparison in the terminal, as JSON and as rows.
struct ComparisonView {
    private let comparison: SoftwareComparison
    private let fleet: Fleet
    private let language: Language

    init(_ comparison: SoftwareComparison, fleet: Fleet, language: Language) {
        self.comparison = comparison
        self.fleet = fleet
        self.language = language
    }

    var nothing: String {
        word("Die Verbunddatei nennt keine Nutzungslisten.", "The fleet file names no usage lists.")
    }

    /// The figures on two lines, then what each body runs.
    func text(_ domain: String) -> String {
        let figures = comparison.figures(of: domain)
        let index = figures.index.map(Self.figure) ?? "–"
        let known = word("bekannt", "known")
        var lines = [
            domain,
            "  Index \(index) · \(figures.known)/\(figures.bodies) \(known) · "
                + word("Installationen", "installations") + " \(figures.installations.count) · "
                + word("Versionsstände", "release lines") + " \(figures.versionSpread)",
        ]
        if let reason = figures.whyNoIndex { lines.append("  " + sentence(reason)) }
        if let target = figures.target {
            let share = figures.targetShare.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
            lines.append("  " + word("Ziel", "Target") + " \(target): \(share)")
        }
        let table = TextTable(
            head: [word("KÖRPERSCHAFT", "BODY"), word("PRODUKT", "PRODUCT")],
            rows: comparison.bodies.map { [fleet.body($0)?.name ?? $0, cell($0, domain)] },
            width: Environment.columns - 2)
        return (lines.map(printable) + table.lines.map { "  " + $0 }).joined(separator: "\n")
    }

    private func cell(_ body: String, _ domain: String) -> String {
        let position = comparison.position(of: body, in: domain)
        switch position {
        case .none: return "-"
        case .unknown: return "?"
        case .uses(_, let usages):
            return usages.sorted { ($0.product ?? "") < ($1.product ?? "") }.map { usage in
                let name = [usage.product, usage.version].compactMap { $0 }.joined(separator: " ")
                let source = usage.operation.providerID ?? usage.imported.map { "import \($0.day)" }
                return source.map { "\(name) (\($0))" } ?? name
            }.joined(separator: " + ")
        }
    }

    func json(_ domain: String) -> JSONValue {
        let figures = comparison.figures(of: domain)
        return [
            "domain": .string(domain), "bodies": .integer(figures.bodies), "known": .integer(figures.known),
            "none": .integer(figures.none), "coverage": .number(figures.coverage),
            "index": figures.index.map(JSONValue.number) ?? .null,
            "no_index_because": figures.whyNoIndex.map { .string($0.rawValue) } ?? .null,
            "target": figures.target.map(JSONValue.string) ?? .null,
            "target_share": figures.targetShare.map(JSONValue.number) ?? .null,
            "version_spread": .integer(figures.versionSpread),
            "uses_without_version": .integer(figures.usesWithoutVersion),
            "shares": .array(
                figures.shares.map { ["products": strings($0.products), "bodies": strings($0.bodies)] }),
            "installations": .array(
                figures.installations.map {
                    [
                        "product": .string($0.product), "provider": $0.provider.map(JSONValue.string) ?? .null,
                        "consumers": strings($0.consumers),
                    ]
                }),
            "imported": imported(domain),
            "unknown": strings(comparison.bodies.filter { comparison.position(of: $0, in: domain) == .unknown }),
        ]
    }

    /// Answers that no usage list but an imported one gives.
    private func imported(_ domain: String) -> JSONValue {
        let uses = comparison.bodies.flatMap { comparison.position(of: $0, in: domain).inUse }
        return .array(
            uses.compactMap { usage -> JSONValue? in
                guard let list = usage.imported else { return nil }
                return [
                    "body": .string(usage.body), "product": .string(usage.product ?? ""),
                    "day": .string("\(list.day)"), "confidence": .string(list.confidence),
                ]
            })
    }

    /// The matrix: a row for each domain, a column for each body.
    func listing(_ domains: [String]) -> Listing {
        Listing(
            name: "software-compare",
            columns: ["domain", "index", "coverage", "target", "target_share"] + comparison.bodies,
            rows: domains.map { domain in
                let figures = comparison.figures(of: domain)
                return [
                    .string(domain), figures.index.map(JSONValue.number) ?? .null, .number(figures.coverage),
                    figures.target.map(JSONValue.string) ?? .null, figures.targetShare.map(JSONValue.number) ?? .null,
                ] + comparison.bodies.map { .string(cell($0, domain)) }
            })
    }

    /// Two decimals: 0.50.
    static func figure(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    private func sentence(_ reason: DomainFigures.NoIndex) -> String {
        switch reason {
        case .coverage:
            word("kein Index: weniger als die Hälfte hat geantwortet", "no index: fewer than half have answered")
        case .tooFew: word("kein Index: weniger als zwei haben ein Produkt", "no index: fewer than two have a product")
        }
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
