import Foundation

/// The interpreter with the packages of `scripts/install-python`.
package enum Python {
    package struct NotInstalled: Error, CustomStringConvertible {
        package let description = "no .build/python: run scripts/install-python"
    }

    /// Its path, for `Child.server`.
    package static func interpreter() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent(".build/python/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: path) else { throw NotInstalled() }
        return path
    }
}
