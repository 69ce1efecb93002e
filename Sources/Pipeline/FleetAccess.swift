import Foundation
import Model
import Scanning
import Transport

/// Opens what the fleet file names beside itself: roots, trust anchor, resolvers. What is wrong there is the fleet's.
struct FleetAccess {
    /// `nil` for a check without a fleet file: the system's roots and resolvers.
    let fleet: Fleet?
    let folder: String

    /// The system's roots, and beside them those the fleet names.
    func trust(at clock: @escaping @Sendable () -> Timestamp, adding more: [String] = []) throws -> Trust {
        let files =
            (fleet?.cooperation.trustedRoots ?? []).map { URL(filePath: folder).appending(path: $0).path } + more
        do {
            return try Trust(fleetRoots: files, mozillaRoots: Self.mozillaRoots, now: clock)
        } catch {
            throw PlaceError.unusable(
                "the trusted roots cannot be read: \(error)",
                hint:
                    "trusted roots are PEM files; cooperation.trusted_roots names them relative to the fleet file: \(files.joined(separator: ", "))"
            )
        }
    }

    /// Mozilla's roots as Debian's package ca-certificates ships them, whatever the machine's owner trusts beside them.
    private static var mozillaRoots: [String] {
        let folder = "/usr/share/ca-certificates/mozilla"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".crt") }.sorted().map { "\(folder)/\($0)" }
    }

    /// `fleet` is the one whose scope holds; for a check that is not the file's.
    func dialer(for fleet: Fleet, on day: Day, loops: EventLoops, version: String) throws -> NetworkDialer {
        do {
            return try NetworkDialer(fleet, folder: folder, on: day, loops: loops, version: version)
        } catch NetworkError.local(let reason) {
            throw PlaceError.unusable(
                "the resolver cannot be set up: \(reason)",
                hint: "cooperation.dns names resolvers as ADDRESS or ADDRESS@PORT, and a trust anchor file")
        }
    }
}

extension Workspace {
    var access: FleetAccess { FleetAccess(fleet: fleet, folder: folder) }
}
