import ArgumentParser
import Documents
import Model
import Pipeline
import Rules

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List, show, test and preview rules, judge again, or list evidence.",
        discussion: """
            EXAMPLES
              lagebild rules list
              lagebild rules show tls-protocol-outdated
              lagebild rules test rules/web --mutate
              lagebild rules judge
              lagebild rules judge --as-of 2026-11-01/1
              lagebild rules preview --pack ncsc-nl
              lagebild rules evidence Serversysteme

            EXIT STATUSES
              0 done · 2 a rule erred · 64 usage · 75 another run holds the store
              78 a rule file is invalid or an example fails
            """,
        subcommands: [
            RulesList.self, RulesShow.self, RulesTest.self, RulesJudge.self, RulesPreview.self, RulesEvidence.self,
        ],
        defaultSubcommand: RulesList.self)
}

/// The language of rules, which may be shown without a fleet.
struct RuleLanguage: ParsableArguments {
    @Option(name: .customLong("lang"), help: "de or en; else LAGEBILD_LANG, the fleet's, or de.")
    var typed: Language?

    var lang: Language { language(of: nil) }

    func language(of choices: RuleChoices?) -> Language {
        typed ?? Environment.choice("lang") ?? choices?.language ?? .de
    }

    func validate() throws {
        if typed == nil { try Environment.check("lang", Language.self) }
    }
}

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

struct RulesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One rule whole: why, what to do, sources, SQL.",
        usage: "lagebild rules show RULE [--lang de|en] [--config FILE]",
        discussion: """
            EXAMPLES
              lagebild rules show certificate-expired --lang de
              lagebild rules show certificate-expired --config fleet.yaml

            EXIT STATUSES
              0 done · 64 usage · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: ChosenRuleOptions
    @Argument(help: "Rule id.") var rule: String
    @OptionGroup var language: RuleLanguage

    func run() throws {
        let (book, choices) = try places.rules()
        guard let found = book.rule(rule) else {
            let hint = closestWord(to: rule, among: book.rules.map(\.id)).map { "did you mean '\($0)'?" }
            throw PlaceError.missing("no rule '\(rule)'", hint: hint ?? "'lagebild rules list' names them all")
        }
        let text = found.text
        print("\(text.id) · \(text.pack) · \(text.severity.rawValue) · \(text.status.rawValue)")
        for note in choices?.notes(on: [text]) ?? [] { print(wrapped(note)) }
        print()
        let language = language.language(of: choices)
        for part in [text.title, text.why, text.fix] { print(wrapped(part[language]) + "\n") }
        if let see = text.see { print("To see it:\n\(see.text)\n") }
        print("Scope: \(text.scope)")
        for (role, query) in found.queries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("\n\(role.rawValue):\n\(query.sql)")
        }
        print("\nSources:")
        for reference in text.references {
            let parts = [reference.document, reference.edition, reference.section, reference.url]
            print("  " + parts.compactMap { $0 }.joined(separator: ", "))
        }
        showControls(text)
    }

    private func showControls(_ rule: RuleText) {
        guard !rule.controls.isEmpty else { return }
        print("\nControls:")
        for framework in Control.Framework.allCases {
            let ids = rule.controls.filter { $0.framework == framework }.map(\.id)
            if !ids.isEmpty { print("  \(framework.title): \(ids.joined(separator: ", "))") }
        }
    }
}

struct RulesTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the examples of rules, and their mutants.",
        usage: "lagebild rules test [FOLDER ...] [--mutate]",
        discussion: """
            EXAMPLES
              lagebild rules test                    the shipped packs
              lagebild rules test my-rules --mutate  a folder of your own

            With --mutate every query is changed a little, and an example must notice.

            EXIT STATUSES
              0 all pass · 78 a rule file is invalid or an example fails
            """)

    @OptionGroup var places: RuleOptions
    @Argument(help: "Folders of packs; else the usual one.") var folders: [String] = []
    @Flag(help: "Change each query and demand that an example notices.") var mutate = false

    func run() throws {
        let book = try Workspace.rules(places.places, folders: folders)
        let report = try RuleTrial.run(book, mutate: mutate)
        for line in report.complaints { say(line) }
        print(
            "\(report.examples) examples of \(count(book.rules.count, "rule")) passed, \(report.failures) failed"
                + (mutate ? "; \(report.killed) of \(report.mutants) mutants noticed" : ""))
        if report.hasFailed { throw ExitStatus.invalid.code }
    }
}
