import ArgumentParser

struct FindingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "What deviates: list, show, explain; what is accepted.",
        discussion: """
            EXAMPLES
              lagebild findings list --severity critical,high
              lagebild findings list --body lk-cochem-zell --state overdue
              lagebild findings explain F-12
              lagebild findings exceptions --state ended,idle

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 78 fleet or rule file invalid
            """,
        subcommands: [FindingsList.self, FindingsShow.self, FindingsExplain.self, FindingsExceptions.self],
        defaultSubcommand: FindingsList.self)
}

/// Which findings a list asks for.
enum FindingState: String, CaseIterable, ExpressibleByArgument {
    case open, overdue, excepted, fixed, unmeasured, all
}
