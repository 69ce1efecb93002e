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
            ImportCommand.self, FindingsCommand.self, DiffCommand.self, ReportCommand.self, QueryCommand.self,
            SchemaCommand.self, RulesCommand.self, ServicesCommand.self, ProcessesCommand.self, SoftwareCommand.self,
        ])

    static func main() async {
        var checksFiles = false
        do {
            var command = try parseAsRoot()
            checksFiles = command is ValidateCommand || command is RulesTest || command is SoftwareFingerprintsTest
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            leave(because: error, checksFiles: checksFiles)
        }
    }

    /// Every error is one message with a way out; help, versions and statuses are ArgumentParser's.
    private static func leave(because error: any Error, checksFiles: Bool) -> Never {
        if let complaint = Complaint(error, asList: checksFiles) {
            say(complaint.text)
            exit(withError: complaint.status.code)
        }
        if exitCode(for: error) == .validationFailure {
            say(UsageComplaint(error, arguments: Array(CommandLine.arguments.dropFirst())).text)
            exit(withError: ExitStatus.usage.code)
        }
        let isForeign = exitCode(for: error) == .failure && !(error is ExitCode)
        guard isForeign else { exit(withError: error) }
        say("Error: \(printable("\(error)"))\nHint:  this is a fault of lagebild itself; please report it")
        exit(withError: ExitStatus.ownFault.code)
    }
}
