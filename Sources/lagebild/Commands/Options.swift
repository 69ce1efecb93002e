import ArgumentParser
import Foundation
import Model
import Pipeline

/// Where the fleet file, the store and the rules are.
struct PlaceOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "Fleet file; else LAGEBILD_CONFIG, ./fleet.yaml, /etc/lagebild/fleet.yaml.")
    var config: String?

    @Option(name: .long, help: "Store; else LAGEBILD_DB, then lagebild.db beside the fleet file.")
    var db: String?

    @Option(name: .long, help: "Folder of rule packs; else LAGEBILD_RULES, ./rules, or the one shipped.")
    var rules: String?

    var places: Places {
        Places(
            fleet: config ?? Environment.value("config"), database: db ?? Environment.value("db"),
            rules: rules ?? Environment.value("rules"), program: Bundle.main.executablePath)
    }

    func workspace() throws -> Workspace {
        let workspace = try Workspace.open(places, at: .now)
        for warning in workspace.warnings { say("\(warning)") }
        return workspace
    }
}

/// How an answer is written.
struct FormatOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv }

    @Option(name: .long, help: "text, json or csv.")
    var format: Format = Environment.value("format").flatMap(Format.init) ?? .text
}

/// How an answer that is no table is written.
enum DocumentFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

/// Which language people read.
struct LanguageOptions: ParsableArguments {
    @Option(name: .long, help: "de or en; else the fleet's language.")
    var lang: Language?

    func language(of fleet: Fleet) -> Language {
        lang ?? Environment.value("lang").flatMap(Language.init) ?? fleet.cooperation.language
    }
}

extension Language: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

extension Timestamp {
    /// The clock, read at the front end and passed in everywhere else.
    static var now: Timestamp { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
}
