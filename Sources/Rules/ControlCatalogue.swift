import Documents
import Foundation
import Model

/// The requirements rules may name, and what a scan from outside can support of each: the files below `rules/controls/`.
package struct ControlCatalogue: Sendable {
    /// One requirement, described in the project's own words.
    package struct Entry: Sendable, Equatable {
        /// Why a requirement of Grundschutz++ belongs to our rules.
        package enum Basis: String, Sendable, CaseIterable {
            /// The BSI's draft mapping links it with a requirement of Grundschutz 2023 that they speak to.
            case map
            /// The project's own assignment.
            case own
        }

        package let control: Control
        package let support: Control.Support
        /// Only of Grundschutz++.
        package let basis: Basis?
        /// What a scan can say there, and what it cannot.
        package let note: LocalizedText
        package let place: Place
    }

    /// The document whose ids one file holds, with the edition they were taken from.
    package struct Source: Sendable, Equatable {
        package let framework: Control.Framework
        package let document: String
        package let edition: String
        package let place: Place
    }

    package let sources: [Source]
    /// Framework by framework, in the order of the files.
    package let entries: [Entry]

    package static let empty = ControlCatalogue(sources: [], entries: [])

    package func entry(_ control: Control) -> Entry? { entries.first { $0.control == control } }

    package func source(of framework: Control.Framework) -> Source? { sources.first { $0.framework == framework } }

    package func ids(of framework: Control.Framework) -> [String] {
        entries.map(\.control).filter { $0.framework == framework }.map(\.id)
    }

    /// Requirements of any framework with this id or name; upper and lower case do not matter.
    package func controls(named word: String) -> [Control] {
        entries.map(\.control).filter { $0.id.lowercased() == word.lowercased() }
    }
}

extension ControlCatalogue {
    private static let folderName = "controls"

    /// The first catalogue in one of the folders of packs, or beside one that is a pack itself.
    package static func folder(near folders: [String]) -> String? {
        folders.map { folder in
            let isPack = FileManager.default.fileExists(atPath: "\(folder)/pack.yaml")
            return isPack ? "\(folder)/../\(folderName)" : "\(folder)/\(folderName)"
        }.first { names(in: $0).contains { $0.hasSuffix(".yaml") } }
    }

    /// Reads every file of the folder; answers `nil` where one is wrong.
    static func read(from folder: String, _ log: DiagnosticLog) -> ControlCatalogue? {
        var files: [ControlFile] = []
        var isWhole = true
        for name in names(in: folder) where name.hasSuffix(".yaml") {
            let own = DiagnosticLog()
            let file = file("\(folder)/\(name)", own)
            own.diagnostics.forEach(log.report)
            guard let file, !own.hasErrors else {
                isWhole = false
                continue
            }
            if let other = files.first(where: { $0.source.framework == file.source.framework }) {
                log.error(
                    at: file.source.place,
                    "'\(file.source.framework.rawValue)' has a file already: \(other.source.place.file)",
                    hint: "one framework, one file")
                isWhole = false
            }
            files.append(file)
        }
        guard isWhole else { return nil }
        let order = Control.Framework.allCases
        let sorted = order.flatMap { framework in files.filter { $0.source.framework == framework } }
        return ControlCatalogue(sources: sorted.map(\.source), entries: sorted.flatMap(\.entries))
    }

    private static func file(_ path: String, _ log: DiagnosticLog) -> ControlFile? {
        do throws(Diagnostic) {
            return ControlFile.shape.read(try YAMLSource.read(TextFile.read(path), file: path), log)
        } catch {
            log.report(error)
            return nil
        }
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
