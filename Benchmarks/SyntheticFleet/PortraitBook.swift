import Documents
import Foundation
import Model

/// All portraits, by probe and name, as the files in `Portraits/` hold them.
struct PortraitBook {
    private let facts: [String: [String: Facts]]

    /// Throws where a file does not fit today's vocabulary.
    init(_ vocabulary: Vocabulary) throws {
        guard let folder = Bundle.module.url(forResource: "Portraits", withExtension: nil) else {
            preconditionFailure("the portraits are missing beside the program")
        }
        var facts: [String: [String: Facts]] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            facts[file.deletingPathExtension().lastPathComponent] = try Self.portraits(in: file, vocabulary)
        }
        self.facts = facts
    }

    /// That a portrait is missing is our own mistake.
    func facts(_ probe: String, _ name: String) -> Facts {
        guard let facts = facts[probe]?[name] else { preconditionFailure("no portrait \(name) for \(probe)") }
        return facts
    }

    private static func portraits(in file: URL, _ vocabulary: Vocabulary) throws -> [String: Facts] {
        let document = try JSONValue.read(TextFile.read(file.path), source: file.lastPathComponent)
        return try (document.members ?? []).reduce(into: [:]) { facts, portrait in
            let tables = (portrait.value.members ?? []).map { JSONMember($0.name, objects(in: $0.value)) }
            do {
                facts[portrait.name] = try FactsDocument.facts(from: .object(tables), vocabulary, path: portrait.name)
            } catch let error as DocumentError {
                throw PortraitError(file: file.lastPathComponent, error: error)
            }
        }
    }

    /// Rows as objects of columns, as documents have them; the files name the columns of a table once.
    private static func objects(in table: JSONValue) -> JSONValue {
        let columns = (table["columns"]?.items ?? []).compactMap(\.text)
        return .array(
            (table["rows"]?.items ?? []).map { row in
                .object(zip(columns, row.items ?? []).map { JSONMember($0, $1) })
            })
    }
}

/// A portrait that does not fit the vocabulary: a probe's tables have changed.
struct PortraitError: Error, CustomStringConvertible {
    let file: String
    let error: DocumentError

    var description: String {
        "Portraits/\(file): \(error)\nHint:  Benchmarks/SyntheticFleet/capture makes the portraits anew"
    }
}
