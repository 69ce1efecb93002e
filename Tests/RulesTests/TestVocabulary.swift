import Documents
import Foundation
import Model
import Scanning

@testable import Rules

/// The vocabulary of the shipped probes, and where the shipped rules are.
enum Shipped {
    static let vocabulary = Probes.vocabulary

    /// The project's folder, from this file's place in it.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func book() throws -> RuleBook {
        let log = DiagnosticLog()
        let book = try RuleBook.load(folders: ["\(root)/rules"], vocabulary: vocabulary, log: log)
        guard let book else { throw Unloadable(diagnostics: log.errors) }
        return book
    }

    struct Unloadable: Error, CustomStringConvertible {
        let diagnostics: [Diagnostic]
        var description: String { diagnostics.map(\.description).joined(separator: "\n") }
    }
}
