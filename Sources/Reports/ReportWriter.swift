import Foundation

/// Writes a report to a folder, whole or not at all.
package struct ReportWriter {
    package enum Failure: Error, Equatable, CustomStringConvertible {
        /// The folder is already there.
        case exists(String)
        /// Something that is not an earlier report stands where the report should go; it is never replaced.
        case notAReport(String)

        package var description: String {
            switch self {
            case .exists(let path): "\"\(path)\" already exists: name another folder or allow to replace it"
            case .notAReport(let path): "\"\(path)\" is not a report: it is not replaced"
            }
        }
    }

    package init() {}

    /// Everything is written beside the target first and moved there in one step, so that nobody ever sees half a report.
    package func write(_ files: [ReportFile], to folder: String, replacing: Bool = false) throws {
        let target = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        let disk = FileManager.default
        let exists = disk.fileExists(atPath: target.path)
        if exists { try checkReplaceable(target, replacing) }
        let parent = target.deletingLastPathComponent()
        try disk.createDirectory(at: parent, withIntermediateDirectories: true)
        let fresh = parent.appendingPathComponent(
            ".\(target.lastPathComponent).\(UUID().uuidString)", isDirectory: true)
        do {
            try write(files, into: fresh)
            if exists { try swap(fresh, for: target) } else { try disk.moveItem(at: fresh, to: target) }
        } catch {
            // What could not be finished goes; the first error is the one to tell.
            try? disk.removeItem(at: fresh)
            throw error
        }
    }

    private func checkReplaceable(_ target: URL, _ replacing: Bool) throws {
        guard replacing else { throw Failure.exists(target.path) }
        let manifest = target.appendingPathComponent(DataName.manifest.path).path
        guard FileManager.default.fileExists(atPath: manifest) || isEmptyFolder(target) else {
            throw Failure.notAReport(target.path)
        }
    }

    private func isEmptyFolder(_ target: URL) -> Bool {
        guard let contents = try? FileManager.default.contentsOfDirectory(atPath: target.path) else { return false }
        return contents.isEmpty
    }

    private func write(_ files: [ReportFile], into folder: URL) throws {
        for file in files {
            let place = folder.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: place)
        }
    }

    /// The old report stays until the new one stands in its place.
    private func swap(_ fresh: URL, for target: URL) throws {
        let old = fresh.appendingPathExtension("old")
        try FileManager.default.moveItem(at: target, to: old)
        do {
            try FileManager.default.moveItem(at: fresh, to: target)
        } catch {
            try FileManager.default.moveItem(at: old, to: target)
            throw error
        }
        try FileManager.default.removeItem(at: old)
    }
}
