import Documents
import Model
import Store

/// What an example says was seen: `endpoint`, `observation` and fact tables with partial rows.
struct Given: Sendable {
    var endpoint: [String: SQLValue] = [:]
    var gaps: [String: RuleExample.Gap] = [:]
    var facts: [RuleExample.Row] = []
}

/// Reads what stands below `given:`, every row checked against the vocabulary.
struct GivenShape {
    let vocabulary: Vocabulary

    var given: YAMLShape<Given> {
        YAMLShape<Given>(schema: ["type": "object"]) { node, log in
            guard let entries = node.entries else {
                log.error(at: node.place, "expected tables with rows, found \(node.kind)")
                return nil
            }
            var given = Given()
            for entry in entries { read(entry, into: &given, log) }
            return given
        }
    }

    private func read(_ entry: YAMLEntry, into given: inout Given, _ log: DiagnosticLog) {
        let name = entry.key.text
        if name == "endpoint" {
            given.endpoint = columns(entry.value, of: VocabularySchema.endpoint, log).mapValues(SQLValue.init)
        } else if name == "observation" {
            for row in rows(entry.value, log) { readGap(row, into: &given, log) }
        } else if let table = vocabulary.table(name) ?? vocabulary.figure(name) {
            for row in rows(entry.value, log) { given.facts.append(fact(row, table, log)) }
        } else {
            let hint = Suggestion.closest(to: name, among: names)
            log.error(
                at: entry.keyPlace, "there is no table '\(name)'",
                hint: hint.map { "did you mean '\($0)'?" } ?? "'lagebild schema' lists them all")
        }
    }

    private var names: [String] {
        (vocabulary.tables + vocabulary.figures).map(\.name) + ["endpoint", "observation"]
    }

    private func rows(_ node: YAMLNode, _ log: DiagnosticLog) -> [YAMLNode] {
        if let items = node.items { return items }
        log.error(at: node.place, "expected a list of rows, found \(node.kind)", hint: "[{column: value}]")
        return []
    }

    private func fact(_ node: YAMLNode, _ table: FactTable, _ log: DiagnosticLog) -> RuleExample.Row {
        let given = columns(node, of: table, log)
        let values = table.columns.map { given[$0.name] ?? $0.neutral }
        let probe = vocabulary.probesByTable[table.name]?.first ?? ""
        return RuleExample.Row(table: table, probe: probe, values: values)
    }

    private func readGap(_ node: YAMLNode, into given: inout Given, _ log: DiagnosticLog) {
        let row = columns(node, of: VocabularySchema.observation, log)
        guard case .text(let probe)? = row["probe"], case .text(let word)? = row["outcome"] else {
            return log.error(at: node.place, "a row of observation has a probe and an outcome")
        }
        guard let outcome = Outcome(rawValue: word) else {
            return log.error(
                at: node.place, "there is no outcome '\(word)'",
                hint: Suggestion.hint(for: word, among: Outcome.allCases.map(\.rawValue)))
        }
        guard outcome != .answered else { return }
        var reason = word
        if case .text(let text)? = row["reason"] { reason = text }
        given.gaps[probe] = RuleExample.Gap(outcome: outcome, reason: reason)
    }

    private func columns(_ node: YAMLNode, of table: FactTable, _ log: DiagnosticLog) -> [String: FactValue] {
        guard let entries = node.entries else {
            log.error(at: node.place, "expected a row of \(table.name), found \(node.kind)", hint: "{column: value}")
            return [:]
        }
        var row: [String: FactValue] = [:]
        for entry in entries {
            guard let column = table.columns.first(where: { $0.name == entry.key.text }) else {
                let near = Suggestion.closest(to: entry.key.text, among: table.columns.map(\.name))
                log.error(
                    at: entry.keyPlace, "\(table.name) has no column '\(entry.key.text)'",
                    hint: (near.map { "did you mean '\($0)'? " } ?? "")
                        + "'lagebild schema \(table.name)' lists them all")
                continue
            }
            row[column.name] = value(entry.value, of: column, log)
        }
        return row
    }

    private func value(_ node: YAMLNode, of column: FactColumn, _ log: DiagnosticLog) -> FactValue? {
        if node.isNull, column.absence != nil { return .absent }
        switch column.kind {
        case .text: return YAMLShape<String>.anyText.read(node, log).map(FactValue.text)
        case .integer: return YAMLShape<Int>.integer(in: Int.min...Int.max).read(node, log).map(FactValue.integer)
        case .boolean: return YAMLShape<Bool>.boolean.read(node, log).map(FactValue.boolean)
        }
    }
}
