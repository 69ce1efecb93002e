import Foundation

/// Where a run finds its files, as far as the operator said so.
package struct Places: Sendable {
    package let fleet: String?
    package let database: String?
    package let rules: String?
    /// The running program; rules that came with it lie in a folder above it.
    package let program: String?

    package init(fleet: String?, database: String?, rules: String?, program: String?) {
        self.fleet = fleet
        self.database = database
        self.rules = rules
        self.program = program
    }

    /// The fleet file named, else the first of the usual places that exists.
    package func fleetFile() throws(PlaceError) -> String {
        if let fleet {
            guard FileManager.default.fileExists(atPath: fleet) else {
                throw .missing("no fleet file \"\(fleet)\"", hint: "'lagebild init' writes one to start from")
            }
            return fleet
        }
        let usual = ["fleet.yaml", "/etc/lagebild/fleet.yaml"]
        guard let found = usual.first(where: FileManager.default.fileExists) else {
            throw .missing(
                "no fleet file: neither \(usual.joined(separator: " nor ")) exists",
                hint: "'lagebild init' writes one to start from; --config names another place")
        }
        return found
    }

    package func databaseFile(besideFleet fleet: String) -> String {
        database ?? URL(filePath: fleet).deletingLastPathComponent().appending(path: "lagebild.db").path
    }

    /// The folder of rule packs: named, in the working folder, or above the program.
    package func rulesFolder() throws(PlaceError) -> String {
        if let rules { return try Self.folder(rules) }
        guard let found = usualRulesFolders.first(where: Self.isRulesFolder) else {
            throw .missing("no rule packs found", hint: "name their folder with --rules or LAGEBILD_RULES")
        }
        return found
    }

    /// Where the catalogue of controls may lie when packs of the operator's own bring none.
    var catalogueFolders: [String] { [rules].compactMap { $0 } + usualRulesFolders }

    private var usualRulesFolders: [String] {
        ["rules"] + (program.map(Self.foldersAbove) ?? []).flatMap { ["\($0)/rules", "\($0)/share/lagebild/rules"] }
    }

    /// The folder itself; throws where there is none.
    static func folder(_ path: String) throws(PlaceError) -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            throw .missing("no folder \"\(path)\"", hint: "a folder of rule packs, or one pack with its pack.yaml")
        }
        return path
    }

    private static func isRulesFolder(_ path: String) -> Bool {
        let packs = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return packs.contains { FileManager.default.fileExists(atPath: "\(path)/\($0)/pack.yaml") }
    }

    private static func foldersAbove(_ program: String) -> [String] {
        var folders: [String] = []
        var folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/", folders.count < 6 {
            folders.append(folder.path)
            folder.deleteLastPathComponent()
        }
        return folders
    }
}

/// A file or folder the operator has to provide is not there.
package enum PlaceError: Error, Equatable {
    case missing(String, hint: String)
    /// A file the fleet names is there and of no use, or not there.
    case unusable(String, hint: String)
    /// A file exists and would be overwritten, or cannot be written.
    case cannotWrite(String, hint: String)
}
