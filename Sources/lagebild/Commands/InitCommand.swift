import ArgumentParser
import Documents
import Foundation
import Model
import Pipeline

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a commented fleet file to start from.",
        discussion: """
            EXAMPLES
              lagebild init                 fleet.yaml in this folder
              lagebild init emh --example   four counties, in the folder emh

            The file is valid as written: fill in your own names, networks and
            authorisations, then run 'lagebild validate'.

            EXIT STATUSES
              0 written · 73 a file is already there, or cannot be written
            """)

    @Argument(help: "Folder to write to; made if missing.") var folder = "."
    @Flag(help: "An example of four counties instead of a bare start.") var example = false
    @Flag(help: "Overwrite files that are there.") var force = false

    func run() throws {
        let files = FleetTemplate.files(example: example, today: Timestamp.now.day)
        let paths = files.map { URL(filePath: folder == "." ? $0.path : "\(folder)/\($0.path)") }
        if !force, let taken = paths.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
            throw PlaceError.cannotWrite("\(taken.relativePath) is already there", hint: "--force overwrites it")
        }
        for (file, path) in zip(files, paths) { try write(file.text, to: path) }
        say("Next: edit \(paths[0].relativePath), then 'lagebild validate --config \(paths[0].relativePath)'.")
    }

    private func write(_ text: String, to path: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: path, options: .atomic)
        } catch {
            throw PlaceError.cannotWrite(
                "\(path.relativePath) cannot be written: \(Self.reason(error))", hint: "name another folder")
        }
        print(path.relativePath)
    }

    /// What the system says, in its own few words.
    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileWriteNoPermission?: "permission denied"
        case .fileWriteOutOfSpace?: "the disk is full"
        case .fileWriteVolumeReadOnly?: "the disk is read-only"
        default: "the folder cannot be made or used"
        }
    }
}
