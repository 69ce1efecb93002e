import Documents
import Harmonisation
import Model

/// The three work lists in the terminal, and all of their rows for other programs.
struct WorkListsView {
    private let notSeen: [DeclaredObserved.Declared]
    private let notDeclared: [SeenInstallation]
    private let otherVersion: [DeclaredObserved.OtherVersion]
    private let body: String?
    private let language: Language
    /// Of software domains by their ids.
    private let names: [String: LocalizedText]

    /// `body`: only this one's.
    init(_ lists: DeclaredObserved, body: String?, language: Language, names: [String: LocalizedText]) {
        self.names = names
        notSeen = lists.notSeen.filter { $0.body == body ?? $0.body }
        notDeclared = lists.notDeclared.filter { $0.body == body ?? $0.body }
        otherVersion = lists.otherVersion.filter { $0.declared.body == body ?? $0.declared.body }
        self.body = body
        self.language = language
    }

    var text: String {
        let declared = word("LAUT LISTE", "DECLARED")
        let seen = word("GESEHEN", "SEEN")
        let subject = [word("KÖRPERSCHAFT", "BODY"), word("PRODUKT", "PRODUCT")]
        return [
            section(
                word("In einer Liste, nicht gesehen", "In a list, not seen"),
                subject + [declared, word("FACHBEREICH", "DOMAIN")],
                notSeen.map { [$0.body, $0.product, $0.version ?? "", names[$0.domain]?[language] ?? $0.domain] }),
            section(
                word("Gesehen, in keiner Liste", "Seen, in no list"), subject + [seen, word("WO", "WHERE")],
                notDeclared.map { [$0.body, $0.product, $0.version ?? "", $0.endpoint] }),
            section(
                word("In anderer Version gesehen", "Seen in another version"),
                subject + [declared, seen, word("WO", "WHERE")],
                otherVersion.map {
                    [
                        $0.declared.body, $0.declared.product, $0.declared.version ?? "", $0.seen.version ?? "",
                        $0.seen.endpoint,
                    ]
                }),
        ].joined(separator: "\n\n")
    }

    private func section(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "\(title): \(word("nichts", "nothing"))" }
        // Where it is about one body, its name on every line says nothing.
        let first = body == nil ? 0 : 1
        let table = TextTable(
            head: Array(head[first...]), rows: rows.map { Array($0[first...]) }, width: Environment.columns - 2)
        return (["\(title): \(rows.count)"] + table.lines.map { "  " + $0 }).joined(separator: "\n")
    }

    var listing: Listing {
        Listing(
            name: "software-worklists", list: "work",
            columns: ["list", "body", "domain", "product", "declared", "seen", "endpoint"],
            rows: notSeen.map { row("not-seen", $0, nil) } + notDeclared.map { row("not-declared", nil, $0) }
                + otherVersion.map { row("other-version", $0.declared, $0.seen) })
    }

    private func row(
        _ list: String, _ declared: DeclaredObserved.Declared?, _ seen: SeenInstallation?
    ) -> [JSONValue] {
        let texts = [
            declared?.body ?? seen?.body, declared?.domain, declared?.product ?? seen?.product, declared?.version,
            seen?.version, seen?.endpoint,
        ]
        return [.string(list)] + texts.map { $0.map(JSONValue.string) ?? .null }
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
