import ArgumentParser
import Documents
import Model
import Pipeline
import Rules

struct RulesJudge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "Judge the stored observations again, without a packet.",
        usage: "lagebild rules judge [--as-of RUN|DAY] [--rule RULE ...]",
        discussion: """
            EXAMPLES
              lagebild rules judge                        after a rule was changed
              lagebild rules judge --as-of 2026-11-01     what today's rules say of
                                                          what was seen then
              lagebild rules judge --as-of 2026-11-01/1 --rule tls-protocol-outdated

            Without --as-of the last run is judged and its findings open and close
            by it. With --as-of nothing is written; the same run and the same rules
            give the same bytes.

            EXIT STATUSES
              0 done · 2 a rule erred · 64 no such run
              75 another run holds the store · 78 fleet or rule file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @Option(help: "Run, or the last one on or before a day; writes nothing.") var asOf: String?
    @Option(help: "Only this rule; repeatable, with --as-of.") var rule: [String] = []
    @OptionGroup var ruleLimit: RuleLimitOptions
    @OptionGroup var format: DocumentOptions

    func validate() throws {
        if asOf == nil, !rule.isEmpty {
            throw ValidationError("--rule goes with --as-of: findings are judged by all rules or by none.")
        }
    }

    func run() throws {
        let workspace = ruleLimit.applied(to: try places.workspace())
        let errors = try asOf.map { try judge(workspace, asOf: $0) } ?? judgeAgain(workspace)
        for error in errors { say("rule error: \(error.rule): \(printable(error.message))") }
        if !errors.isEmpty { throw ExitStatus.partial.code }
    }

    private func judgeAgain(_ workspace: Workspace) throws -> [Judgement.RuleError] {
        let summary = try workspace.judgeAgain()
        if format.isJSON {
            Document.print(
                "judged",
                [
                    "run": .string(summary.run), "open": .integer(summary.open), "excepted": .integer(summary.excepted),
                    "possible": .integer(summary.possible), "opened": .integer(summary.opened),
                    "closed": .integer(summary.closed), "rule_errors": .integer(summary.ruleErrors.count),
                ])
        } else {
            print(summary.sentence)
        }
        return summary.ruleErrors
    }

    private func judge(_ workspace: Workspace, asOf run: String) throws -> [Judgement.RuleError] {
        let rules = try rule.isEmpty ? workspace.rules : workspace.rules.choosing(requiring: rule)
        let past = try workspace.judgement(asOf: run, by: rules)
        let view = PastJudgementView(past)
        format.isJSON ? view.printJSON() : view.printText()
        return past.judgement.errors
    }
}

extension RuleBook {
    /// Only these rules; one that does not exist is an error.
    fileprivate func choosing(requiring ids: [String]) throws -> RuleBook {
        for id in ids where rule(id) == nil {
            throw PlaceError.missing(
                "the fleet's packs have no rule '\(id)'",
                hint: closestWord(to: id, among: rules.map(\.id)).map { "did you mean '\($0)'?" }
                    ?? "'lagebild rules list' names them all")
        }
        return choosing { ids.contains($0.id) }
    }
}
