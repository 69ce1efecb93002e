import Foundation
import Inventory
import Model
import Reports
import Rules
import Scanning

/// Writes the report of the last finished run.
package struct Report {
    package struct Written: Sendable {
        /// The folder the report stands in.
        package let folder: String
        package let index: String
        package let files: Int
        /// What a reader has to know; `nil` where all is as usual.
        package let warning: String?
    }

    private let workspace: Workspace
    private let toolVersion: String

    package init(_ workspace: Workspace, toolVersion: String) {
        self.workspace = workspace
        self.toolVersion = toolVersion
    }

    /// `compare`: the run to compare with; `nil` takes the last one at least 28 days older, else the one before.
    package func write(to folder: String?, comparing compare: String?, replacing: Bool) throws -> Written {
        let services = try ServicePictures(workspace)
        let harmonisation = try HarmonisationPicture.make(workspace)
        let (picture, warning) = try workspace.withInventory { inventory in
            (
                try self.picture(inventory, comparing: compare, services, harmonisation),
                try Self.warning(inventory)
            )
        }
        let files = Site.render(picture)
        let target = folder ?? "reports/" + picture.run.id.replacing("/", with: "-")
        do {
            try ReportWriter().write(files, to: target, replacing: replacing)
        } catch ReportWriter.Failure.exists(let path) {
            throw PlaceError.cannotWrite("\(path) is already there", hint: "--force replaces an earlier report")
        } catch let failure as ReportWriter.Failure {
            throw PlaceError.cannotWrite("\(failure)", hint: "name another folder with --out")
        } catch {
            throw PlaceError.cannotWrite(
                "\(target) cannot be written: \(error.localizedDescription)", hint: "name another folder with --out")
        }
        return Written(
            folder: target, index: URL(filePath: target).appending(path: "index.html").path, files: files.count,
            warning: warning)
    }

    /// The current state is that of the run under way; what was judged is that of the last finished one.
    private static func warning(_ inventory: InventoryStore) throws -> String? {
        guard let last = try inventory.runs().last, last.state == .open || last.state == .interrupted else {
            return nil
        }
        return
            "run \(last.name) is not finished: endpoints, certificates and software show what it has measured so far; "
            + "finish it with 'lagebild scan --resume' and write the report again"
    }

    private func picture(
        _ inventory: InventoryStore, comparing compare: String?, _ services: ServicePictures,
        _ harmonisation: Picture.Harmonisation?
    ) throws -> Picture {
        guard let run = try inventory.lastFinishedRun() else {
            throw PlaceError.missing("no finished run in \(workspace.databaseFile)", hint: "run 'lagebild scan' first")
        }
        let earlier = try comparison(run, compare, inventory)
        return try PictureMaker(
            workspace: workspace, inventory: inventory, run: run, earlier: earlier,
            toolVersion: toolVersion, services: services, harmonisation: harmonisation
        ).picture()
    }

    /// Each body is compared with its own last month; a young store with its run before.
    private func comparison(_ run: Run, _ name: String?, _ inventory: InventoryStore) throws -> Run? {
        if let name { return try inventory.run(named: name) }
        return try inventory.lastFinishedRun(before: run.started.adding(days: -28))
            ?? inventory.lastFinishedRun(before: run.started)
    }
}
