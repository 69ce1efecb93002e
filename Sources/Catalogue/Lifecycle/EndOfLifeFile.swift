import Documents
import Foundation
import Model

/// Reads copies of endoflife.date's answers (API v1): one product (`/products/nginx`) or many (`/products/full`).
///
/// Their day is the day the answer was made; lines newer than the shipped ones come with them.
package enum EndOfLifeFile {
    private static let mostFiles = 2_000

    /// Every `.json` file of a folder; what cannot be read is in the log, the others count.
    package static func read(folder: String, _ log: DiagnosticLog) -> [Lifecycle] {
        let start = Place(file: folder, line: 1, column: 1)
        guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            log.error(at: start, "there is no such folder", hint: "check the path")
            return []
        }
        let names = all.filter { $0.hasSuffix(".json") }.sorted()
        if names.isEmpty { log.error(at: start, "the folder holds no .json file") }
        if names.count > mostFiles { log.error(at: start, "the folder holds more than \(mostFiles) files") }
        return names.prefix(mostFiles).flatMap { name -> [Lifecycle] in
            let path = "\(folder)/\(name)"
            do throws(Diagnostic) {
                return try read(TextFile.read(path), file: path)
            } catch {
                log.report(error)
                return []
            }
        }
    }

    /// One file's text.
    package static func read(_ text: String, file: String) throws(Diagnostic) -> [Lifecycle] {
        let place = Place(file: file, line: 1, column: 1)
        let document = try JSONValue.read(text, source: file)
        guard let result = document["result"] else {
            throw Diagnostic(
                at: place, "not an answer of endoflife.date v1: there is no 'result'",
                hint: "copy https://endoflife.date/api/v1/products/NAME or .../products/full")
        }
        let made = (document["generated_at"] ?? document["last_modified"])?.text ?? ""
        let products = result.items ?? [result]
        var lifecycles: [Lifecycle] = []
        for product in products {
            let changed = product["last_modified"]?.text ?? document["last_modified"]?.text ?? ""
            guard let day = Day(String(made.prefix(10))) ?? Day(String(changed.prefix(10))) else {
                throw Diagnostic(at: place, "neither 'generated_at' nor 'last_modified' names a day")
            }
            lifecycles.append(try lifecycle(product, on: day, place))
        }
        return lifecycles
    }

    private static func lifecycle(_ product: JSONValue, on day: Day, _ place: Place) throws(Diagnostic) -> Lifecycle {
        guard let name = product["name"]?.text, !name.isEmpty, let releases = product["releases"]?.items else {
            throw Diagnostic(at: place, "a product lacks its 'name' or its 'releases'")
        }
        var lines: [ReleaseLine] = []
        for release in releases.prefix(1_000) {
            guard let line = release["name"]?.text, !line.isEmpty else {
                throw Diagnostic(at: place, "a release of '\(name.excerpt)' lacks its 'name'")
            }
            lines.append(
                ReleaseLine(
                    name: line, released: release["releaseDate"]?.text.flatMap { Day($0) },
                    active: end(release, "Eoas"), security: end(release, "Eol") ?? .open,
                    extended: end(release, "Eoes"), latest: release["latest"]?["name"]?.text))
        }
        return Lifecycle(product: name, source: "endoflife.date", day: day, mark: .seen, lines: lines)
    }

    /// `eolFrom` is a day or null; `isEol` says on which side of it the day of the answer lay; absent: does not apply.
    private static func end(_ release: JSONValue, _ kind: String) -> SupportEnd? {
        if let day = release["\(kind.lowercased())From"]?.text.flatMap({ Day($0) }) { return .day(day) }
        return switch release["is\(kind)"] {
        case .boolean(true): .ended
        case .boolean(false): .open
        default: nil
        }
    }
}
