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
            var reader = PortraitReader(file: file.lastPathComponent, vocabulary)
            for line in try TextFile.read(file.path).utf8.split(separator: UInt8(ascii: "\n")) {
                try reader.read(String(line) ?? "")
            }
            facts[file.deletingPathExtension().lastPathComponent] = reader.portraits.mapValues(Facts.init(rows:))
        }
        self.facts = facts
    }

    /// That a portrait is missing is our own mistake.
    func facts(_ probe: String, _ name: String) -> Facts {
        guard let facts = facts[probe]?[name] else { preconditionFailure("no portrait \(name) for \(probe)") }
        return facts
    }
}

/// Reads `= portrait`, under it `- table` with its columns, under that a line for each row; cells end with a tab.
private struct PortraitReader {
    private let file: String
    private let vocabulary: Vocabulary
    private var line = 0
    private var portrait = ""
    private var table: FactTable?
    private(set) var portraits: [String: [String: [FactRow]]] = [:]

    init(file: String, _ vocabulary: Vocabulary) {
        self.file = file
        self.vocabulary = vocabulary
    }

    mutating func read(_ text: String) throws(PortraitError) {
        line += 1
        if text.hasPrefix("= ") {
            portrait = String(text.dropFirst(2))
        } else if text.hasPrefix("- ") {
            try readTable(text.dropFirst(2).split(separator: " ").map(String.init))
        } else {
            try readRow(text.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).dropLast())
        }
    }

    private mutating func readTable(_ words: [String]) throws(PortraitError) {
        guard let known = vocabulary.table(words[0]), known.columns.map(\.name) == Array(words.dropFirst()) else {
            throw error("\(words[0]) has other columns today")
        }
        table = known
    }

    private mutating func readRow(_ cells: ArraySlice<Substring.UTF8View>) throws(PortraitError) {
        guard let table, cells.count == table.columns.count else { throw error("not a row of the table above") }
        var values: [FactValue] = []
        for (cell, column) in zip(cells, table.columns) {
            guard let value = value(String(cell) ?? "", column.kind), column.accepts(value) else {
                throw error("column \(column.name) cannot hold what stands there")
            }
            values.append(value)
        }
        portraits[portrait, default: [:]][table.name, default: []].append(FactRow(values))
    }

    private func value(_ text: String, _ kind: FactColumn.Kind) -> FactValue? {
        if text == "\\N" { return .absent }
        switch kind {
        case .text: return .text(text)
        case .integer: return Int(text).map(FactValue.integer)
        case .boolean: return ["0": .boolean(false), "1": .boolean(true)][text]
        }
    }

    private func error(_ message: String) -> PortraitError { PortraitError(file: file, line: line, message: message) }
}

/// A portrait that does not fit the vocabulary: a probe's tables have changed since it was made.
struct PortraitError: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let message: String

    var description: String {
        "Portraits/\(file):\(line): \(message)\nHint:  Benchmarks/SyntheticFleet/capture makes the portraits anew"
    }
}
