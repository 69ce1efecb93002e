import Documents
import Model
import Pipeline

/// What a fleet decided about rule packs and severities, said beside the rules.
struct RuleChoices {
    static let columns = ["chosen", "pinned_version", "shipped_severity", "reason"]

    let language: Language
    private let chosen: Set<String>
    private let pins: [String: Int]

    init(_ workspace: Workspace) {
        language = workspace.fleet.cooperation.language
        chosen = Set(workspace.rules.packs.map(\.name))
        pins = workspace.fleet.defaults.packs.reduce(into: [:]) { $0[$1.name] = $1.version }
    }

    /// In the order of the columns.
    func cells(_ rule: RuleText) -> [JSONValue] {
        [
            .boolean(chosen.contains(rule.pack)), pins[rule.pack].map { .integer($0) } ?? .null,
            rule.overridden.map { .string($0.shipped.rawValue) } ?? .null,
            rule.overridden.map { .string($0.reason) } ?? .null,
        ]
    }

    /// What is not as it was shipped: packs first, then rules.
    func notes(on rules: [RuleText]) -> [String] {
        Set(rules.map(\.pack)).sorted().compactMap { pack in note(onPack: pack).map { "pack \(pack): \($0)" } }
            + rules.compactMap { rule in rule.weighing.map { "\(rule.id): \($0)" } }
    }

    func note(onPack pack: String) -> String? {
        guard chosen.contains(pack) else { return "not chosen by the fleet: its rules do not judge" }
        return pins[pack].map { "pinned to version \($0)" }
    }
}

extension RuleText {
    /// The fleet's severity beside the shipped one, and why; `nil` where the fleet left it.
    var weighing: String? {
        overridden.map { "\(severity.rawValue) in place of \($0.shipped.rawValue): \($0.reason)" }
    }
}
