import ArgumentParser
import Documents
import Foundation
import Model
import Pipeline

struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Ask every authorised endpoint, remember the answers, judge them.",
        usage: "lagebild scan [--body ID ...] [--resume] [--fail-on SEVERITY]",
        discussion: """
            EXAMPLES
              lagebild scan
              lagebild scan --body lk-cochem-zell --fail-on critical
              lagebild scan --resume                 go on where the last one stopped

            Ctrl-C stops cleanly: what was measured is kept, and --resume goes on.

            \(ExitStatus.table)
            """)

    @OptionGroup var places: PlaceOptions
    @Option(help: "Only this body; repeatable. The others count as not measured.") var body: [String] = []
    @Flag(help: "Go on with the interrupted run.") var resume = false
    @Flag(help: "Say what would be asked and stop: like 'plan'.") var dryRun = false
    @Option(help: "Exit 1 when a finding of this severity or above is open.") var failOn: Severity?
    @Option(help: "Exit 2 when less than this percentage was measured.") var minCoverage = 90.0
    @Flag(help: "Scan outside the window; needs --reason.") var ignoreWindow = false
    @Option(help: "Why; kept with the run.") var reason: String?
    @Option(help: "auto, plain or none.") var progress = "auto"
    @Flag(name: .shortAndLong, help: "Errors only.") var quiet = false
    @OptionGroup var fingerprints: FingerprintOptions
    @OptionGroup var ruleLimit: RuleLimitOptions
    @OptionGroup var format: DocumentOptions

    func validate() throws {
        guard ignoreWindow == (reason != nil) else { throw ValidationError("--ignore-window and --reason go together") }
        guard (0...100).contains(minCoverage) else { throw ValidationError("--min-coverage is a percentage, 0 to 100") }
        guard ["auto", "plain", "none"].contains(progress) else {
            throw ValidationError("--progress is auto, plain or none")
        }
    }

    func run() async throws {
        if dryRun { return try await planOnly() }
        var workspace = ruleLimit.applied(to: try places.workspace())
        workspace.software.recog = fingerprints.folders
        try workspace.requireBodies(body)
        let summary = try await scan(workspace)
        if format.isJSON { printJSON(summary) } else if !quiet { printText(summary) }
        if !quiet { for review in summary.undecided { say(printable(review.sentence)) } }
        try leave(summary)
    }

    private func planOnly() async throws {
        var plan = PlanCommand()
        plan.places = places.fleet
        plan.body = body
        plan.format = FormatOptions()
        plan.format.typed = format.isJSON ? .json : .text
        plan.endpoints = false
        try await plan.run()
    }

    private func scan(_ workspace: Workspace) async throws -> ScanSummary {
        var request = Scan.Request()
        request.bodies = Set(body)
        request.resume = resume ? "" : nil
        request.toolVersion = Lagebild.version
        request.reasonOutsideWindow = ignoreWindow ? reason : nil
        let line = ProgressLine(quiet: quiet, option: progress)
        let lines = AsyncStream.makeStream(of: ScanProgress.self, bufferingPolicy: .bufferingNewest(1))
        let scan = Scan(
            workspace, request, clock: { .now }, progress: { lines.continuation.yield($0) },
            say: { lagebild.say($0) })
        let work = Task {
            defer { lines.continuation.finish() }
            return try await scan.run()
        }
        let signals = Signals { work.cancel() }
        for await progress in lines.stream { line.show(progress) }
        line.finish()
        signals.release()
        return try await work.value
    }

    private func printText(_ summary: ScanSummary) {
        for sentence in summary.sentences { print(wrapped(sentence)) }
        for error in summary.ruleErrors { say("rule error: \(error.rule): \(printable(error.message))") }
    }

    private func printJSON(_ summary: ScanSummary) {
        Document.print(
            "scan",
            [
                "run": .string(summary.run), "interrupted": .boolean(summary.isInterrupted),
                "known": .integer(summary.coverage.known), "planned": .integer(summary.coverage.planned),
                "measured": .integer(summary.coverage.measured),
                "not_authorised": .integer(summary.coverage.notAuthorised),
                "findings": .object([
                    "open": .integer(summary.open), "new": .integer(summary.opened), "closed": .integer(summary.closed),
                ]),
                "rule_errors": .array(
                    summary.ruleErrors.map { ["rule": .string($0.rule), "message": .string($0.message)] }),
            ])
    }

    private func leave(_ summary: ScanSummary) throws {
        if summary.isInterrupted {
            say(
                "Resume with: lagebild scan --resume" + (places.fleet.config.map { " --config \($0)" } ?? "")
                    + (places.db.map { " --db \($0)" } ?? ""))
            throw status(afterSignal: Signals.last).code
        }
        if let failOn, summary.worstOpen.map({ $0 >= failOn }) == true { throw ExitStatus.findings.code }
        let isThin = summary.coverage.percent < minCoverage
        if isThin { say("Coverage is \(summary.coverage.percentText), below --min-coverage \(minCoverage) %.") }
        if isThin || !summary.ruleErrors.isEmpty { throw ExitStatus.partial.code }
    }

    /// Without a signal it was the scan window that ended.
    private func status(afterSignal signal: Int32?) -> ExitStatus {
        switch signal {
        case SIGTERM: .terminated
        case nil: .busy
        default: .interrupted
        }
    }
}
