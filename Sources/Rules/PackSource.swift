import Cryptography
import Documents
import Foundation

/// The texts of a rule pack, wherever they come from: a folder, or kept from an earlier time.
package struct PackSource: Sendable, Equatable {
    /// One file of a pack.
    package struct File: Sendable, Equatable {
        /// Without the folder: `web.yaml`.
        package let name: String
        package let text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// Stands before file names in messages; its last part is the name of the pack.
    package let folder: String
    /// Sorted by name; `pack.yaml` is one of them.
    package let files: [File]

    /// `texts` by file name.
    package init(folder: String, texts: [String: String]) {
        self.folder = folder
        files = texts.map(File.init).sorted { $0.name < $1.name }
    }

    /// Over names and texts of all files, in hex: equal where nothing of the pack differs.
    package var sha256: String {
        let parts = files.map { "\($0.name)\n\($0.text.utf8.count)\n\($0.text)" }
        return Digest.sha256(Array(parts.joined().utf8)).hex
    }

    var name: String { folder.split(separator: "/").last.map(String.init) ?? folder }

    func path(of file: File) -> String { "\(folder)/\(file.name)" }
}

extension PackSource {
    static let head = "pack.yaml"

    /// The packs of a folder: it is one, or holds some. What is wrong with it is in the log.
    package static func all(in folder: String, log: DiagnosticLog) -> [PackSource] {
        if isPack(folder) { return [PackSource(reading: folder, log)] }
        let inner = names(in: folder).map { "\(folder)/\($0)" }.filter(isPack)
        if inner.isEmpty {
            log.error(
                at: Place(file: folder, line: 1, column: 1), "there is no rule pack here",
                hint: "a rule pack is a folder with a pack.yaml")
        }
        return inner.map { PackSource(reading: $0, log) }
    }

    private init(reading folder: String, _ log: DiagnosticLog) {
        var texts: [String: String] = [:]
        for name in Self.names(in: folder) where name.hasSuffix(".yaml") {
            do {
                texts[name] = try TextFile.read("\(folder)/\(name)")
            } catch {
                log.report(error)
            }
        }
        self.init(folder: folder, texts: texts)
    }

    private static func isPack(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(head)")
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
