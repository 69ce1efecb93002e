import ArgumentParser
import Foundation
import Model
import Pipeline
import Rules

/// Where the rules are.
struct RuleOptions: ParsableArguments {
    @Option(name: .long, help: "Folder of rule packs; else LAGEBILD_RULES, ./rules, or the one shipped.")
    var rules: String?

    var places: Places { .named(rules: rules) }
}

/// Where the rules are, and the fleet whose choices among them are shown, if any.
struct ChosenRuleOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "Fleet file whose choices are shown; else LAGEBILD_CONFIG, else none.")
    var config: String?

    @OptionGroup var rule: RuleOptions

    /// Every rule there is, as the fleet weighs it where one is named, and what that fleet chose.
    func rules() throws -> (book: RuleBook, choices: RuleChoices?) {
        guard config != nil || Environment.value("config") != nil else {
            return (try Workspace.rules(rule.places), nil)
        }
        let workspace = try Workspace.opened(.named(fleet: config, rules: rule.rules))
        return (workspace.available, RuleChoices(workspace))
    }
}

/// Where the fleet file and the rules are.
struct FleetOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "Fleet file; else LAGEBILD_CONFIG, ./fleet.yaml, /etc/lagebild/fleet.yaml.")
    var config: String?

    @OptionGroup var rule: RuleOptions

    var places: Places { .named(fleet: config, rules: rule.rules) }

    func workspace() throws -> Workspace { try .opened(places) }
}

/// Where the fleet file, the store and the rules are.
struct PlaceOptions: ParsableArguments {
    @OptionGroup var fleet: FleetOptions

    @Option(name: .long, help: "Store; else LAGEBILD_DB, then lagebild.db beside the fleet file.")
    var db: String?

    var places: Places { .named(fleet: fleet.config, database: db, rules: fleet.rule.rules) }

    func workspace() throws -> Workspace { try .opened(places) }
}

extension Places {
    /// What was typed, else what the environment says.
    fileprivate static func named(fleet: String? = nil, database: String? = nil, rules: String? = nil) -> Places {
        Places(
            fleet: fleet ?? Environment.value("config"), database: database ?? Environment.value("db"),
            rules: rules ?? Environment.value("rules"), program: Bundle.main.executablePath)
    }
}

extension Workspace {
    fileprivate static func opened(_ places: Places) throws -> Workspace {
        let workspace = try open(places, at: .now)
        for warning in workspace.warnings { say("\(warning)") }
        return workspace
    }
}

/// How rows are written.
struct FormatOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv }

    @Option(name: .customLong("format"), help: "text, json or csv; else LAGEBILD_FORMAT, else text.")
    var typed: Format?

    var format: Format { typed ?? Environment.choice("format") ?? .text }

    func validate() throws {
        if typed == nil { try Environment.check("format", Format.self) }
    }
}

/// How an answer that is no table is written.
struct DocumentOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Option(name: .customLong("format"), help: "text or json; else LAGEBILD_FORMAT, else text.")
    var typed: Format?

    var isJSON: Bool { (typed ?? Environment.choice("format")) == .json }

    func validate() throws {
        if typed == nil { try Environment.check("format", Format.self) }
    }
}

/// Which language people read.
struct LanguageOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "de or en; else LAGEBILD_LANG, else the fleet's language.")
    var typed: Language?

    /// What was asked for, if anything was.
    var chosen: Language? { typed ?? Environment.choice("lang") }

    func language(of fleet: Fleet) -> Language { chosen ?? fleet.cooperation.language }

    func validate() throws {
        if typed == nil { try Environment.check("lang", Language.self) }
    }
}

extension Environment {
    static func choice<Choice: RawRepresentable<String>>(_ option: String) -> Choice? {
        value(option).flatMap(Choice.init)
    }

    /// A word in the environment that means nothing is an error, never a silent default.
    static func check<Choice: RawRepresentable<String> & CaseIterable>(_ option: String, _: Choice.Type)
        throws
    {
        guard let word = value(option), Choice(rawValue: word) == nil else { return }
        let words = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
        throw ValidationError("\(name(of: option)) is '\(word)'. Write \(words).")
    }
}

extension Language: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

extension Timestamp {
    /// The clock, read at the front end and passed in everywhere else.
    static var now: Timestamp { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
}
