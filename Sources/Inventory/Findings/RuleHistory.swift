import Model
import Store

/// The texts that judged, run after run: what an auditor asks for.
struct RuleHistory {
    private static let columns = [
        "rule", "pack", "status", "severity", "scope", "title_de", "title_en", "why_de", "why_en", "fix_de", "fix_en",
        "action_de", "action_en", "deviates", "sources", "question",
    ]

    let session: StoreSession
    let run: Run

    func record(_ rules: [RuleText]) throws {
        var known: [String: [StoreValue]] = [:]
        let select = "SELECT \(Self.columns.joined(separator: ", ")) FROM h_rule WHERE until_run IS NULL"
        try session.forEach(select) { known[try $0.text("rule")] = $0.values.map(\.value) }
        for rule in rules.sorted(by: { $0.id < $1.id }) {
            let values = Self.values(of: rule)
            let same = known.removeValue(forKey: rule.id) == values.map(\.storeValue)
            if same { continue }
            try end(rule.id)
            try begin(values)
        }
        for rule in known.keys.sorted() { try end(rule) }
    }

    private func begin(_ values: [any SQLBindable]) throws {
        let places = [String](repeating: "?", count: values.count + 1).joined(separator: ", ")
        try session.run(
            "INSERT INTO h_rule (\(Self.columns.joined(separator: ", ")), from_run) VALUES (\(places))",
            values: values + [run.sequence])
    }

    /// An interval that would be empty is taken away instead.
    private func end(_ rule: String) throws {
        try session.run("DELETE FROM h_rule WHERE rule = ? AND from_run = ?", rule, run.sequence)
        try session.run("UPDATE h_rule SET until_run = ? WHERE rule = ? AND until_run IS NULL", run.sequence, rule)
    }

    private static func values(of rule: RuleText) -> [any SQLBindable] {
        [
            rule.id, rule.pack, rule.status.rawValue, rule.severity.rawValue, rule.scope,
            rule.title.de, rule.title.en, rule.why.de, rule.why.en, rule.fix.de, rule.fix.en,
            rule.action.de, rule.action.en, rule.deviates,
            rule.references.map(source).joined(separator: "\n"), rule.question,
        ]
    }

    /// `document, edition, section, url`, as far as given.
    private static func source(_ reference: RuleText.Reference) -> String {
        [reference.document, reference.edition, reference.section, reference.url].compactMap { $0 }
            .joined(separator: ", ")
    }
}
