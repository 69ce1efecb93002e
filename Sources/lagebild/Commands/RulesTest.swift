import ArgumentParser
import Model
import Pipeline
import Rules

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
