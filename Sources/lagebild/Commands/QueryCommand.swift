import ArgumentParser
import Documents
import Foundation
import Pipeline
import Store

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Ask the store in SQL; it can only read.",
        usage: "lagebild query SQL|--file FILE [--format text|json|csv]",
        discussion: """
            EXAMPLES
              lagebild query "SELECT name, port FROM tls_endpoint ORDER BY name"
              lagebild query -f expiring.sql --format csv

            'lagebild schema' lists tables, columns and functions.

            EXIT STATUSES
              0 done · 64 the statement is refused, wrong or too slow
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var format: FormatOptions
    @Argument(help: "One SELECT statement.") var sql: String?
    @Option(name: .shortAndLong, help: "Read the statement from this file.") var file: String?
    @Option(name: .customLong("max-rows"), help: "Rows at most.") var maxRows = 10_000
    @Option(help: "Seconds at most.") var timeout = 10

    func validate() throws {
        guard (sql == nil) != (file == nil) else { throw ValidationError("give one statement, or --file") }
        guard (1...100_000_000).contains(maxRows) else { throw ValidationError("--max-rows is 1 to 100000000") }
        guard (1...86_400).contains(timeout) else { throw ValidationError("--timeout is 1 to 86400 seconds") }
    }

    func run() throws {
        let answer = try places.workspace().query(statement(), rows: maxRows, seconds: timeout)
        Listing(name: "rows", columns: answer.columns, rows: answer.rows.map { $0.map(\.json) }).print(
            as: format.format)
        if answer.isCut { say("Only the first \(maxRows) rows; --max-rows asks for more.") }
    }

    private func statement() throws -> String {
        guard let file else { return sql ?? "" }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw PlaceError.missing("\(file) cannot be read as UTF-8 text", hint: "check the path")
        }
        return text
    }
}

extension SQLValue {
    fileprivate var json: JSONValue {
        switch self {
        case .null: .null
        case .integer(let number): .integer(number)
        case .real(let number): .number(number)
        case .text(let text): .string(text)
        }
    }
}
