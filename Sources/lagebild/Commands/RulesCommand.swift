import ArgumentParser
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
