import ArgumentParser

/// The program: a thin face on `Pipeline`. A new command is one file in `Commands/` and one line here.
@main
struct Lagebild: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "lagebild",
        abstract: "One honest picture of what a group of counties runs and how safe it is.",
        discussion: """
            EXAMPLES
              lagebild init emh --example      a commented fleet file to start from
              lagebild plan                    what would be asked, by whose authorisation
              lagebild scan && lagebild report the nightly run and its German report
              lagebild check www.example.org   one host, now, in the terminal

            \(ExitStatus.table)
            """,
        version: version,
        subcommands: [
            InitCommand.self, ValidateCommand.self, PlanCommand.self, ScanCommand.self, CheckCommand.self,
            FindingsCommand.self, DiffCommand.self, ReportCommand.self, QueryCommand.self, SchemaCommand.self,
            RulesCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            leave(because: error)
        }
    }

    /// Our own errors become one message with place and way out; everything else is ArgumentParser's.
    private static func leave(because error: any Error) -> Never {
        if let complaint = Complaint(error) {
            say(complaint.text)
            exit(withError: complaint.status.code)
        }
        let isUsage = exitCode(for: error) == .validationFailure
        if isUsage, let suggestion = suggestion(for: Array(CommandLine.arguments.dropFirst())) {
            say("Error: unknown command '\(suggestion.typed)'\nHint:  did you mean 'lagebild \(suggestion.meant)'?")
            exit(withError: ExitStatus.usage.code)
        }
        let isForeign = exitCode(for: error) == .failure && !(error is ExitCode)
        guard isForeign else { exit(withError: error) }
        say("Error: \(printable("\(error)"))\nHint:  this is a fault of lagebild itself; please report it")
        exit(withError: ExitStatus.ownFault.code)
    }

    /// ArgumentParser suggests options but not subcommands.
    private static func suggestion(for arguments: [String]) -> (typed: String, meant: String)? {
        guard let typed = arguments.first, !typed.hasPrefix("-") else { return nil }
        let names = configuration.subcommands.map { $0._commandName }
        guard !names.contains(typed), let meant = closestWord(to: typed, among: names) else { return nil }
        return (typed, meant)
    }
}
