import ArgumentParser
import Documents
import Foundation
import Imports
import Model
import Pipeline

struct ImportFiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "Read files into the inventory (what 'import FILE' does).",
        usage: "lagebild import FILE... --body ID [--dry-run] [--as FORMAT]",
        discussion: """
            EXAMPLES
              lagebild import software.xlsx --body lk-cochem-zell --dry-run
              lagebild import liste.csv --body nottuln --mapping liste.yaml
              dpkg-query -W > www.txt && lagebild import www.txt --body nottuln

            FORMATS, told apart by what is in the file
              csv, xlsx (lists with German or English headers), windows (PowerShell),
              cyclonedx, spdx, glpi, ocs, osquery, dpkg, rpm, nmap, greenbone, oparl

            A newer file of the same source and body replaces the older one. The source
            is the device the file is about, else its name without dates.

            EXIT STATUSES
              0 done · 64 usage · 65 nothing could be read, or rows refused under
              --strict · 75 another run holds the store · 78 fleet or mapping file
              invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: DocumentOptions
    @Argument(help: "Files of any of the formats.") var files: [String]
    @Option(help: "Body the rows are about, where they name none.") var body: String?
    @Option(name: .customLong("as"), help: "Format, where the content does not tell it.") var kind: ImportFormat?
    @Option(help: "Which column says what: a YAML file.") var mapping: String?
    @Option(help: "What this file replaces older files of.") var source: String?
    @Option(help: "Day the files are about; else today.") var day: String?
    @Flag(help: "Say what would change; write nothing.") var dryRun = false
    @Flag(help: "A refused row keeps its whole file out.") var strict = false

    func validate() throws {
        if let day, Day(day) == nil { throw ValidationError("'\(day)' is no day. Write it as 2026-11-23.") }
        if let source, source.isEmpty || source.utf8.count > 200 {
            throw ValidationError("--source has 1 to 200 bytes")
        }
    }

    func run() throws {
        let workspace = try places.workspace()
        var outcomes: [ImportOutcome] = []
        var failed = 0
        for file in files {
            do {
                let outcome = try workspace.importFile(request(file))
                for refusal in outcome.refusals { say(printable(lines: refusal.description)) }
                if !format.isJSON { ImportView(outcome, isDryRun: dryRun).show() }
                outcomes.append(outcome)
            } catch let error as UnreadableImport {
                failed += 1
                for diagnostic in error.refusals + [error.reason] { say(printable(lines: diagnostic.description)) }
            }
        }
        if format.isJSON {
            Document.print(
                "import",
                ["dry_run": .boolean(dryRun), "files": .array(outcomes.map { ImportView($0, isDryRun: dryRun).json })])
        }
        if failed > 0 { throw ExitStatus.unreadable.code }
    }

    private func request(_ file: String) -> ImportRequest {
        var request = ImportRequest(file: file)
        request.body = body
        request.format = kind
        request.mapping = mapping
        request.source = source
        request.day = day.flatMap { Day($0) }
        request.isStrict = strict
        request.isDryRun = dryRun
        request.importedBy = ProcessInfo.processInfo.environment["USER"] ?? ""
        return request
    }
}

extension ImportFormat: ExpressibleByArgument {}

/// The same as `printable`, keeping the line breaks between message and hint.
private func printable(lines text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n")
}
