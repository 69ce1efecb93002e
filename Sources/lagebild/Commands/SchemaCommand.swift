import ArgumentParser
import Documents
import Model
import Pipeline
import Store

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "The vocabulary: tables, views and functions for rules and queries.",
        discussion: """
            EXAMPLES
              lagebild schema                 every table with a sentence
              lagebild schema certificate     its columns
              lagebild schema --format json   the same for tools
              lagebild schema --fleet         JSON Schema of the fleet file, for editors

            EXIT STATUSES
              0 done · 64 no such table, view or function
            """)

    @Argument(help: "Table, view or function.") var name: String?
    @OptionGroup var format: FormatOptions
    @Flag(help: "Print the JSON Schema of the fleet file instead.") var fleet = false

    func validate() throws {
        if fleet, name != nil { throw ValidationError("--fleet takes no name") }
    }

    func run() throws {
        if fleet { return print(FleetFile.jsonSchema().text(.pretty)) }
        guard let name else { return overview() }
        guard let table = PublicVocabulary.tables.first(where: { $0.name == name }) else { return try function(name) }
        Listing(
            name: "columns", columns: ["column", "type", "meaning"],
            rows: table.columns.map { column in
                let absence = column.absence.map { " Absent: \($0)" } ?? ""
                return [.string(column.name), .string(column.kind.rawValue), .string(column.sentence + absence)]
            }
        ).print(as: format.format)
    }

    private func overview() {
        let tables = PublicVocabulary.tables.map { ($0.name, "table", $0.sentence) }
        let scopes = PublicVocabulary.scopes.map { ($0.name, "scope", $0.sentence) }
        let functions = SQLFunction.project.map { ($0.usage, "function", $0.sentence) }
        Listing(
            name: "schema", list: "vocabulary", columns: ["name", "kind", "meaning"],
            rows: (tables + scopes + functions).map { [.string($0.0), .string($0.1), .string($0.2)] }
        ).print(as: format.format)
    }

    private func show(_ name: String, _ kind: String, _ meaning: String) {
        guard format.format != .text else { return print("\(name)\n\(wrapped(meaning))") }
        Listing(
            name: "schema", list: "vocabulary", columns: ["name", "kind", "meaning"],
            rows: [[.string(name), .string(kind), .string(meaning)]]
        ).print(as: format.format)
    }

    private func function(_ name: String) throws {
        if let scope = PublicVocabulary.scopes.first(where: { $0.name == name }) {
            return show(scope.name, "scope", "\(scope.sentence) Its columns are those of 'endpoint'.")
        }
        if let function = SQLFunction.project.first(where: { $0.name == name }) {
            return show(function.usage, "function", function.sentence)
        }
        let names =
            PublicVocabulary.tables.map(\.name) + PublicVocabulary.scopes.map(\.name)
            + SQLFunction.project.map(\.name)
        let hint = closestWord(to: name, among: names).map { "did you mean '\($0)'?" }
        throw PlaceError.missing(
            "no table, view or function '\(name)'", hint: hint ?? "'lagebild schema' lists them all")
    }
}
