import Documents
import Foundation
import Model
import Store

/// Reads packs from folders and collects everything that is wrong with them.
final class RuleLoader {
    private let vocabulary: Vocabulary
    private let log: DiagnosticLog
    private let check: RuleCheck
    private let catalogue: ControlCatalogue?
    private var packs: [RulePack] = []
    private var rules: [Rule] = []
    private var places: [String: Place] = [:]

    /// `catalogue` is `nil` where it could not be read.
    init(vocabulary: Vocabulary, catalogue: ControlCatalogue?, log: DiagnosticLog) throws {
        self.vocabulary = vocabulary
        self.catalogue = catalogue
        self.log = log
        check = try RuleCheck(vocabulary: vocabulary, log: log)
    }

    var book: RuleBook { RuleBook(packs: packs, rules: rules, catalogue: catalogue ?? .empty) }

    func read(_ folder: String) {
        if FileManager.default.fileExists(atPath: "\(folder)/pack.yaml") { return readPack(folder) }
        let inner = names(in: folder).map { "\(folder)/\($0)" }
            .filter { FileManager.default.fileExists(atPath: "\($0)/pack.yaml") }
        guard !inner.isEmpty else {
            return log.error(
                at: Place(file: folder, line: 1, column: 1), "there is no rule pack here",
                hint: "a rule pack is a folder with a pack.yaml")
        }
        inner.forEach(readPack)
    }

    private func readPack(_ folder: String) {
        let file = "\(folder)/pack.yaml"
        guard let node = node(file), let pack = PackShape.pack.read(node, log) else { return }
        let expected = folder.split(separator: "/").last.map(String.init) ?? folder
        if pack.name != expected {
            log.error(
                at: pack.place, "the pack calls itself '\(pack.name)' but its folder is '\(expected)'",
                hint: "give both the same name")
        }
        if let other = packs.first(where: { $0.name == pack.name }) {
            log.error(at: pack.place, "a pack '\(pack.name)' was already read from \(other.place.file)")
        }
        packs.append(pack)
        for name in names(in: folder) where name.hasSuffix(".yaml") && name != "pack.yaml" {
            readRules("\(folder)/\(name)", pack)
        }
    }

    private func readRules(_ file: String, _ pack: RulePack) {
        guard let node = node(file) else { return }
        let shape = RuleShape(vocabulary: vocabulary, pack: pack, catalogue: catalogue)
        for rule in shape.rules.read(node, log) ?? [] {
            if let first = places[rule.id] {
                log.error(
                    at: rule.place, "the rule '\(rule.id)' exists already: \(first.file):\(first.line)",
                    hint: "ids are promises; choose another one")
            } else {
                places[rule.id] = rule.place
            }
            rules.append(check.prepared(rule))
        }
    }

    private func node(_ file: String) -> YAMLNode? {
        do {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            return try YAMLSource.read(text, file: file)
        } catch let fault as Diagnostic {
            log.report(fault)
        } catch {
            log.error(
                at: Place(file: file, line: 1, column: 1), "the file cannot be read as UTF-8 text",
                hint: "check its permissions and encoding")
        }
        return nil
    }

    private func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
