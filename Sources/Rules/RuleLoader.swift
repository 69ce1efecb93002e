import Documents
import Model

/// Reads packs and collects everything that is wrong with them.
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

    func read(_ source: PackSource) {
        guard let head = source.files.first(where: { $0.name == PackSource.head }) else { return complain(source) }
        guard let node = node(head, of: source), var pack = PackShape.pack.read(node, log) else { return }
        if pack.name != source.name {
            log.error(
                at: pack.place, "the pack calls itself '\(pack.name)' but its folder is '\(source.name)'",
                hint: "give both the same name")
        }
        if let other = packs.first(where: { $0.name == pack.name }) {
            log.error(
                at: pack.place, "a pack '\(pack.name)' was already read from \(other.place.file)",
                hint: "give one of them another name")
        }
        pack.source = source
        packs.append(pack)
        for file in source.files where file.name != PackSource.head { readRules(file, of: source, pack) }
    }

    private func complain(_ source: PackSource) {
        // A file that cannot be read is complained about where it was tried.
        guard !log.hasErrors else { return }
        log.error(
            at: Place(file: source.folder, line: 1, column: 1), "the rule pack has no \(PackSource.head)",
            hint: "a rule pack is a folder with a \(PackSource.head)")
    }

    private func readRules(_ file: PackSource.File, of source: PackSource, _ pack: RulePack) {
        guard let node = node(file, of: source) else { return }
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

    private func node(_ file: PackSource.File, of source: PackSource) -> YAMLNode? {
        do {
            return try YAMLSource.read(file.text, file: source.path(of: file))
        } catch {
            log.report(error)
            return nil
        }
    }
}
