import Documents
import Model

/// All rules that were loaded, by pack and id.
package struct RuleBook: Sendable {
    package let packs: [RulePack]
    /// Sorted by id.
    package let rules: [Rule]
    /// The requirements rules may name.
    package let catalogue: ControlCatalogue

    init(packs: [RulePack], rules: [Rule], catalogue: ControlCatalogue = .empty) {
        self.packs = packs.sorted { $0.name < $1.name }
        self.rules = rules.sorted { $0.id < $1.id }
        self.catalogue = catalogue
    }

    package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    package func rules(of pack: String) -> [Rule] { rules.filter { $0.text.pack == pack } }

    /// Rules that say something about one of the requirements.
    package func rules(naming controls: some Collection<Control>) -> [Rule] {
        rules.filter { $0.text.controls.contains(where: controls.contains) }
    }

    /// What the rules say to people.
    package var texts: [RuleText] { rules.map(\.text) }

    /// Only the packs a fleet chooses.
    package func choosing(_ names: some Collection<String>) -> RuleBook {
        RuleBook(
            packs: packs.filter { names.contains($0.name) }, rules: rules.filter { names.contains($0.text.pack) },
            catalogue: catalogue)
    }

    /// Only the rules that fit; every pack stays known.
    package func choosing(_ fits: (Rule) -> Bool) -> RuleBook {
        RuleBook(packs: packs, rules: rules.filter(fits), catalogue: catalogue)
    }

    /// The packs used where nobody has chosen.
    package var defaultPacks: [String] { packs.filter(\.isDefault).map(\.name) }

    /// The same rules as a fleet weighs them; a choice for a rule that is not here changes nothing.
    package func weighed(_ choices: [SeverityChoice]) -> RuleBook {
        let choices = Dictionary(choices.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
        let weighed = rules.map { rule in
            guard let choice = choices[rule.id] else { return rule }
            var rule = rule
            rule.text = rule.text.weighed(choice.severity, because: choice.reason)
            return rule
        }
        return RuleBook(packs: packs, rules: weighed, catalogue: catalogue)
    }

    /// Reads every pack of the folders: a folder is a pack, or holds packs. Answers `nil` where the log has errors.
    ///
    /// The catalogue of controls lies beside the packs, else in one of the other `catalogues` folders of packs.
    package static func load(
        folders: [String], catalogues: [String] = [], vocabulary: Vocabulary, log: DiagnosticLog
    ) throws -> RuleBook? {
        try load(
            folders.flatMap { PackSource.all(in: $0, log: log) }, catalogues: folders + catalogues,
            vocabulary: vocabulary, log: log)
    }

    /// The same for packs whose texts are at hand.
    package static func load(
        _ sources: [PackSource], catalogues: [String] = [], vocabulary: Vocabulary, log: DiagnosticLog
    ) throws -> RuleBook? {
        let catalogue =
            ControlCatalogue.folder(near: catalogues).map { ControlCatalogue.read(from: $0, log) } ?? .empty
        let loader = try RuleLoader(vocabulary: vocabulary, catalogue: catalogue, log: log)
        for source in sources { loader.read(source) }
        return log.hasErrors ? nil : loader.book
    }
}
