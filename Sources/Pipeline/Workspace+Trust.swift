import Foundation
import Model
import Scanning

extension Workspace {
    /// The system's roots, and beside them those the fleet names.
    func trust() throws -> Trust { try Trust(fleet: fleet, folder: folder) }
}

extension Trust {
    init(fleet: Fleet?, folder: String) throws {
        let files = fleet?.cooperation.trustedRoots ?? []
        try self.init(fleetRoots: files.map { URL(filePath: folder).appending(path: $0).path })
    }
}
