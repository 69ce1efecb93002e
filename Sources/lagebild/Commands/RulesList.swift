import ArgumentParser
import Documents
import Model
import Pipeline
import Rules

struct RulesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every rule with pack, severity and title.",
        usage: "lagebild rules list [--pack PACK] [--control ID] [--config FILE]",
        discussion: """
            EXAMPLES
              lagebild rules list --pack weaknesses --lang en
              lagebild rules list --control APP.3.2.A11
              lagebild rules list --config fleet.yaml  with the fleet's severities,
                                                       pinned and unchosen packs

            EXIT STATUSES
              0 done · 64 usage · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: ChosenRuleOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "Only this pack.") var pack: String?
    @Option(help: "Only rules about this control or WiBA checklist.") var control: String?
    @OptionGroup var language: RuleLanguage

    func run() throws {
        let (book, choices) = try places.rules()
        try requirePack(in: book)
        let about = try control.map { book.rules(naming: try book.controls(named: $0)) } ?? book.rules
        let rules = about.map(\.text).filter { pack == nil || $0.pack == pack }
        let language = language.language(of: choices)
        guard format.format == .text else {
            return Listing(name: "rules", rules: rules, language: language, choices: choices).print(as: format.format)
        }
        Listing(name: "rules", rules: rules, language: language).print(as: .text)
        let notes = choices?.notes(on: rules) ?? []
        if !notes.isEmpty { print() }
        for note in notes { print(wrapped(note, width: Environment.columns)) }
    }

    private func requirePack(in book: RuleBook) throws {
        let names = book.packs.map(\.name)
        guard let pack, !names.contains(pack) else { return }
        throw PlaceError.missing("no rule pack '\(pack)'", hint: "there are \(names.sorted().joined(separator: ", "))")
    }
}

extension Listing {
    fileprivate init(name: String, rules: [RuleText], language: Language, choices: RuleChoices? = nil) {
        self.init(
            name: name,
            columns: ["rule", "pack", "severity", "status", "title"] + (choices == nil ? [] : RuleChoices.columns),
            rows: rules.map { rule in
                [
                    .string(rule.id), .string(rule.pack), .string(rule.severity.rawValue),
                    .string(rule.status.rawValue), .string(rule.title[language]),
                ] + (choices?.cells(rule) ?? [])
            })
    }
}
