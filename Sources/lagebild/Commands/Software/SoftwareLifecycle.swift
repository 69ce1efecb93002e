import ArgumentParser
import Catalogue
import Documents
import Model
import Pipeline

struct SoftwareLifecycle: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifecycle",
        abstract: "Until when products are supported.",
        usage: "lagebild software lifecycle [PRODUCT [VERSION]] [--on DAY] [--ending DAYS]",
        discussion: """
            EXAMPLES
              lagebild software lifecycle php
              lagebild software lifecycle nginx 1.22.1 --on 2026-11-23
              lagebild software lifecycle --ending 180
              lagebild software lifecycle --endoflife copies/ nginx

            PRODUCT is an id of the catalogue. 'extended': free support is over, a paid or
            long-term programme runs; nobody sees from outside who has a contract.

            EXIT STATUSES
              0 done · 64 usage, no such product, version unknown · 78 a file is invalid
            """)

    @OptionGroup var places: RuleOptions
    @OptionGroup var format: FormatOptions
    @Argument(help: "Id of a product.") var product: String?
    @Argument(help: "Only the release line of this version.") var version: String?
    @Option(help: "State on this day; else today.") var on: String?
    @Option(help: "Only lines whose free support ends within this many days.") var ending: Int?
    @Option(help: "Folder of endoflife.date v1 JSON files; newer than the shipped data they go before.")
    var endoflife: String?

    func validate() throws {
        if let on, Day(on) == nil { throw ValidationError("--on is a day: 2026-11-23") }
        if let ending, ending < 0 { throw ValidationError("--ending is a number of days") }
    }

    func run() throws {
        let software = places.places.software
        let catalogue = try software.catalogue()
        let book = try software.lifecycles(for: catalogue, renewedBy: endoflife)
        let day = on.flatMap { Day($0) } ?? Timestamp.now.day
        let chosen = try chosen(book, catalogue)
        let lines = chosen.flatMap { lifecycle in lifecycle.lines.map { (lifecycle, $0) } }.filter { lifecycle, line in
            guard version == nil || lifecycle.line(of: version ?? "") == line else { return false }
            return ending.map { most in line.daysLeft(on: day).map { $0 <= most } ?? false } ?? true
        }
        if lines.isEmpty, let product, let version {
            throw PlaceError.missing(
                "no release line of '\(product)' is known for version '\(version)'",
                hint: "'lagebild software lifecycle \(product)' lists them; a newer copy comes in with --endoflife")
        }
        let columns = ["lifecycle", "line", "state", "security", "extended", "days_left", "mark", "as_of", "source"]
        // The terminal shows what fits; JSON and CSV say where it is from as well.
        let shown = format.format == .text ? columns.count - 2 : columns.count
        Listing(
            name: "software-lifecycle", list: "lines", columns: Array(columns.prefix(shown)),
            rows: lines.map { lifecycle, line -> [JSONValue] in
                let cells: [JSONValue] = [
                    .string(lifecycle.product), .string(line.name), .string(line.state(on: day).rawValue),
                    line.security.json, line.extended?.json ?? .null,
                    line.daysLeft(on: day).map { .integer($0) } ?? .null, .string(lifecycle.mark.rawValue),
                    .string(lifecycle.day.description), .string(lifecycle.source),
                ]
                return Array(cells.prefix(shown))
            }
        ).print(as: format.format)
    }

    private func chosen(_ book: LifecycleBook, _ catalogue: Catalogue) throws -> [Lifecycle] {
        guard let product else { return book.lifecycles }
        if let known = catalogue.product(product).flatMap(book.lifecycle(of:)) ?? book.lifecycle(named: product) {
            return [known]
        }
        let names = catalogue.products.filter { book.lifecycle(of: $0) != nil }.map(\.id)
        guard catalogue.product(product) == nil else {
            throw PlaceError.missing(
                "no lifecycle of '\(product)' is known",
                hint: "add it to rules/lifecycle, or bring one with --endoflife")
        }
        throw PlaceError.missing(
            "no product '\(product)'",
            hint: closestWord(to: product, among: names).map { "did you mean '\($0)'?" }
                ?? "'lagebild software lifecycle' lists them all")
    }
}

extension SupportEnd {
    fileprivate var json: JSONValue {
        switch self {
        case .day(let day): .string(day.description)
        case .open: "open"
        case .ended: "ended"
        }
    }
}
