import ArgumentParser
import Documents
import Pipeline

struct ImportList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every import, the newest first.",
        usage: "lagebild import list [--format text|json|csv]",
        discussion: """
            EXAMPLES
              lagebild import list
              lagebild import list --format csv

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 78 fleet file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let imports = try places.workspace().imports()
        let isText = format.format == .text
        let columns = ["id", "state", "day", "body", "format", "rows", "refused", "source"]
        Listing(
            name: "imports",
            columns: isText ? columns : columns + ["file", "sha256", "confidence", "at", "imported_by"],
            rows: imports.map { record in
                let short: [JSONValue] = [
                    .string(record.id), .string(record.state.rawValue), .string("\(record.day)"), .string(record.body),
                    .string(record.format), .integer(record.rows), .integer(record.refused), .string(record.source),
                ]
                let long: [JSONValue] = [
                    .string(record.file), .string(record.sha256), .string(record.confidence), .string("\(record.at)"),
                    .string(record.importedBy),
                ]
                return isText ? short : short + long
            }
        ).print(as: format.format)
    }
}

struct ImportUndo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take an import back: what it replaced holds again.",
        usage: "lagebild import undo ID",
        discussion: """
            EXAMPLES
              lagebild import undo I-3

            EXIT STATUSES
              0 done · 64 no such import, or a later one replaced it · 75 another run
              holds the store · 78 fleet file invalid
            """)

    @OptionGroup var places: PlaceOptions
    @Argument(help: "Import id: I-3.") var id: String

    func run() throws {
        let record = try places.workspace().undoImport(id)
        print("\(record.id) is taken back: \(count(record.rows, "row")) of \(printable(record.file))")
    }
}

struct ImportRenormalise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renormalise", abstract: "Find the product of every imported row anew.",
        usage: "lagebild import renormalise",
        discussion: """
            EXAMPLES
              lagebild import renormalise

            The next import does so by itself when the catalogue has changed.

            EXIT STATUSES
              0 done · 64 usage, or no store yet · 75 another run holds the store
              78 fleet file or catalogue invalid
            """)

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let changed = try places.workspace().renormaliseImports()
        print("\(count(changed, "row")) changed")
    }
}
