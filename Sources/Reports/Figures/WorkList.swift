import Model

/// Open findings as a list of things to do: what one action mends is one line, however many systems it takes.
struct WorkList: Sendable {
    /// One action.
    struct Item: Sendable {
        let action: LocalizedText
        let rules: [Picture.Rule]
        /// Worst first.
        let findings: [Picture.Finding]

        var severity: Severity { findings.map(\.severity).max() ?? .info }
        var systems: Int { Set(findings.map { $0.address + " " + $0.endpoint }).count }
        var due: Day? { findings.map(\.due).min() }
        var opened: Day? { findings.map(\.opened).min() }
        var owners: [String] { Set(findings.map(\.owner)).sorted() }
    }

    /// Worst first, then the most systems.
    let items: [Item]

    init(_ findings: [Picture.Finding], rules: [Picture.Rule]) {
        let texts = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let byAction = Dictionary(grouping: findings) { texts[$0.rule]?.text.action.de ?? $0.rule }
        items = byAction.map { key, group in
            let ids = Set(group.map(\.rule)).sorted()
            let known = ids.compactMap { texts[$0] }
            // A finding whose rule left the pack keeps its id as the only text there is.
            let action = known.first?.text.action ?? LocalizedText(de: key, en: key)
            return Item(action: action, rules: known, findings: group.sorted { $0.comesBefore($1) })
        }.sorted { $0.comesBefore($1) }
    }
}

extension WorkList.Item {
    fileprivate func comesBefore(_ other: Self) -> Bool {
        if severity != other.severity { return severity > other.severity }
        if systems != other.systems { return systems > other.systems }
        return action.de < other.action.de
    }
}
