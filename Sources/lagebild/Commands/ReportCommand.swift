import ArgumentParser
import Pipeline

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of the last run: HTML in German and English, CSV, JSON.",
        usage: "lagebild report [--out FOLDER] [--compare RUN] [--force]",
        discussion: """
            EXAMPLES
              lagebild report                     to reports/<run>/
              lagebild report --out /srv/lagebild --force
              lagebild report --compare 2026-10-23/1

            Open index.html; nothing in it needs a network or JavaScript.

            EXIT STATUSES
              0 written · 64 no finished run · 73 the folder exists (--force replaces it)
              78 fleet file, service catalogue or BPMN file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @Option(help: "Folder to write; else reports/<run>.") var out: String?
    @Option(help: "Run to compare with: 2026-10-23/1.") var compare: String?
    @Flag(help: "Replace an earlier report.") var force = false

    func run() throws {
        let report = Report(try places.workspace(), toolVersion: Lagebild.version)
        let written = try report.write(to: out, comparing: compare, replacing: force)
        print(written.index)
        if let warning = written.warning { say("warning: \(warning)") }
        say("\(written.files) files. Open the first one in a browser.")
    }
}
