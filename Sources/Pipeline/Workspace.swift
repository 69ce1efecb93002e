import Documents
import Foundation
import Inventory
import Model
import Rules
import Scanning
import Store

/// What every command starts from: the fleet, its rules and its store, found and checked.
package struct Workspace: Sendable {
    package let fleetFile: String
    package let fleet: Fleet
    package let databaseFile: String
    package let rules: RuleBook
    /// Every rule there is, chosen by the fleet or not, in the versions the fleet pins.
    package let available: RuleBook
    /// The same in the versions that are installed.
    package let installed: RuleBook
    package let vocabulary: Vocabulary
    package let warnings: [Diagnostic]
    /// When the command started; the clock of everything it does.
    package let now: Timestamp
    /// Where the products and fingerprints are read from, once something is asked.
    package var software = SoftwarePlaces()
    /// How much one query of a rule may cost.
    var ruleLimits = ReadingLimits.rule

    /// Paths in the fleet file are relative to this folder.
    package var folder: String { URL(filePath: fleetFile).deletingLastPathComponent().path }

    /// Throws `FleetFileError`, `RuleFileError` or `PlaceError`; nothing has been touched then.
    package static func open(_ places: Places, at now: Timestamp) throws -> Workspace {
        let file = try places.fleetFile()
        let shipped = try Self.ruleBook(folders: [places.rulesFolder()], places)
        let reading = try FleetFile.read(at: file, today: now.day, packs: shipped.packs.map(\.name))
        let (fleet, nameWarnings) = try places.software.naming(reading.places.usages, of: reading.fleet)
        let folder = URL(filePath: file).deletingLastPathComponent()
        let extra = fleet.defaults.extraRules.map { folder.appending(path: $0).path }
        let installed = extra.isEmpty ? shipped : try Self.ruleBook(folders: [places.rulesFolder()] + extra, places)
        let database = places.databaseFile(besideFleet: file)
        let choice = RuleSelection(
            reading: reading, installed: installed, extra: extra, catalogues: [try places.rulesFolder()]
        ) { try keptPack($0, version: $1, in: database) }
        let (available, chosen) = try choice.books()
        var workspace = Workspace(
            fleetFile: file, fleet: fleet, databaseFile: database, rules: chosen, available: available,
            installed: installed.weighed(fleet.defaults.severities), vocabulary: Probes.vocabulary,
            warnings: reading.warnings + choice.warnings(chosen: chosen) + nameWarnings, now: now)
        workspace.software = places.software
        try workspace.requireServices(reading.places.services)
        return workspace
    }

    /// The same with another time for each query of a rule.
    package func allowingRules(seconds: Int) -> Workspace {
        var workspace = self
        workspace.ruleLimits = ReadingLimits(
            timeout: .seconds(seconds), rows: ruleLimits.rows, valueBytes: ruleLimits.valueBytes)
        return workspace
    }

    /// A pack that judged before; the store need not be there.
    private static func keptPack(_ name: String, version: Int, in database: String) throws -> KeptPack? {
        guard FileManager.default.fileExists(atPath: database) else { return nil }
        let inventory = try InventoryStore.open(path: database, vocabulary: Probes.vocabulary, create: false)
        let pack = Result { try inventory.keptPack(name, version: version) }
        try inventory.close()
        return try pack.get()
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

/// Everything that is wrong with the rule files.
package struct RuleFileError: Error, Sendable {
    package let diagnostics: [Diagnostic]
}
