import Documents
import Foundation
import Model
import Rules
import Scanning

/// What every command starts from: the fleet, its rules and its store, found and checked.
package struct Workspace: Sendable {
    package let fleetFile: String
    package let fleet: Fleet
    package let databaseFile: String
    package let rules: RuleBook
    /// Every rule there is, chosen by the fleet or not.
    package let available: RuleBook
    package let vocabulary: Vocabulary
    package let warnings: [Diagnostic]
    /// When the command started; the clock of everything it does.
    package let now: Timestamp

    /// Paths in the fleet file are relative to this folder.
    package var folder: String { URL(filePath: fleetFile).deletingLastPathComponent().path }

    /// Throws `FleetFileError`, `RuleFileError` or `PlaceError`; nothing has been touched then.
    package static func open(_ places: Places, at now: Timestamp) throws -> Workspace {
        let file = try places.fleetFile()
        let available = try Self.ruleBook(folders: [places.rulesFolder()], places)
        let (fleet, warnings) = try FleetFile.load(at: file, today: now.day, packs: available.packs.map(\.name))
        let folder = URL(filePath: file).deletingLastPathComponent()
        let extra = fleet.defaults.extraRules.map { folder.appending(path: $0).path }
        let book = extra.isEmpty ? available : try Self.ruleBook(folders: [places.rulesFolder()] + extra, places)
        let chosen = fleet.defaults.packs.isEmpty ? book.defaultPacks : fleet.defaults.packs
        let idle = try exceptionWarnings(fleet, file: file, rules: book)
        return Workspace(
            fleetFile: file, fleet: fleet, databaseFile: places.databaseFile(besideFleet: file),
            rules: book.choosing(chosen + book.packs(from: extra)), available: book,
            vocabulary: Probes.vocabulary, warnings: warnings + idle, now: now)
    }

    /// An exception for a rule that does not exist accepts nothing.
    private static func exceptionWarnings(_ fleet: Fleet, file: String, rules: RuleBook) throws -> [Diagnostic] {
        let unknown = fleet.exceptions.filter { rules.rule($0.rule) == nil }
        guard !unknown.isEmpty else { return [] }
        let lines = try TextFile.read(file).split(separator: "\n", omittingEmptySubsequences: false)
        return unknown.map { exception in
            let line = lines.firstIndex { $0.contains(exception.rule) } ?? 0
            return Diagnostic(
                .warning, at: Place(file: file, line: line + 1, column: 1),
                "exception \(exception.id) names rule \"\(exception.rule)\", which no pack has: it accepts nothing",
                hint: Suggestion.hint(for: exception.rule, among: rules.rules.map(\.id)))
        }
    }

    /// Rules alone, for commands that need no fleet.
    package static func rules(_ places: Places) throws -> RuleBook {
        try ruleBook(folders: [places.rulesFolder()], places)
    }

    /// Rules of the folders named, or of the usual one.
    package static func rules(_ places: Places, folders: [String]) throws -> RuleBook {
        try ruleBook(folders: folders.isEmpty ? [places.rulesFolder()] : folders.map(Places.folder), places)
    }

    private static func ruleBook(folders: [String], _ places: Places) throws -> RuleBook {
        let log = DiagnosticLog()
        let book = try RuleBook.load(
            folders: folders, catalogues: places.catalogueFolders, vocabulary: Probes.vocabulary, log: log)
        guard let book else {
            throw RuleFileError(diagnostics: log.errors)
        }
        return book
    }
}

extension RuleBook {
    /// Names of the packs that came from one of the folders: a fleet that names a folder wants its rules.
    fileprivate func packs(from folders: [String]) -> [String] {
        packs.filter { pack in folders.contains { pack.place.file.hasPrefix($0) } }.map(\.name)
    }
}

/// Everything that is wrong with the rule files.
package struct RuleFileError: Error, Sendable {
    package let diagnostics: [Diagnostic]
}
