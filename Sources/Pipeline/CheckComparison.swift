import Documents
import Model
import Scanning

/// What differs between an earlier `check --format json` and this one.
///
/// Facts are compared by the columns both know, so that a file of an older program can still be held against a new one.
package struct CheckComparison: Sendable, Equatable {
    package struct VerdictChange: Sendable, Equatable {
        package let endpoint: String
        package let rule: String
        /// `nil` where the rule was not judged.
        package let before: String?
        package let after: String?
        package let evidence: String
    }

    package struct FactChange: Sendable, Equatable {
        package let endpoint: String
        package let table: String
        package let isNew: Bool
        /// `column value, column value`.
        package let text: String
    }

    package let before: String
    package let verdicts: [VerdictChange]
    /// Outcomes that differ: `tls www.example.org:443: answered → silent`.
    package let outcomes: [String]
    package let facts: [FactChange]

    package var isEmpty: Bool { verdicts.isEmpty && outcomes.isEmpty && facts.isEmpty }

    /// Throws `DocumentError` where the earlier document is none of `check`.
    package init(from earlier: JSONValue, to answer: Check.Answer) throws(DocumentError) {
        try Self.requireCheck(earlier)
        let later = JSONValue.object(answer.document)
        before = earlier["at"]?.text ?? ""
        verdicts = Self.verdicts(earlier, later)
        let (old, new) = (Self.observations(earlier), Self.observations(later))
        let keys = Set(old.keys).union(new.keys).sorted()
        outcomes = keys.compactMap { key in
            let (was, now) = (old[key]?["outcome"]?.text ?? "–", new[key]?["outcome"]?.text ?? "–")
            return was == now ? nil : "\(key): \(was) → \(now)"
        }
        facts = keys.flatMap { key in Self.facts(old[key]?["facts"], new[key]?["facts"], at: key) }
    }

    /// Known before anything is asked, so that a wrong file costs no packet.
    package static func requireCheck(_ document: JSONValue) throws(DocumentError) {
        guard document["schema"]?.text == "lagebild/check/1" else {
            throw DocumentError("schema", "expected lagebild/check/1, the output of 'lagebild check --format json'")
        }
    }

    private static func verdicts(_ earlier: JSONValue, _ later: JSONValue) -> [VerdictChange] {
        let (old, new) = (byKey(earlier), byKey(later))
        return Set(old.keys).union(new.keys).sorted().compactMap { key in
            let (was, now) = (old[key], new[key])
            guard let entry = now ?? was, was?["verdict"] != now?["verdict"] else { return nil }
            return VerdictChange(
                endpoint: entry["endpoint"]?.text ?? "", rule: entry["rule"]?.text ?? "",
                before: was?["verdict"]?.text, after: now?["verdict"]?.text, evidence: entry["evidence"]?.text ?? "")
        }
    }

    private static func byKey(_ document: JSONValue) -> [String: JSONValue] {
        Dictionary(
            (document["verdicts"]?.items ?? []).map {
                ("\($0["rule"]?.text ?? "") \($0["endpoint"]?.text ?? "")", $0)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// By probe and endpoint, as people read it.
    private static func observations(_ document: JSONValue) -> [String: JSONValue] {
        Dictionary(
            (document["observations"]?.items ?? []).map { observation in
                let endpoint = observation["endpoint"]
                let name = endpoint?["server_name"]?.text ?? ""
                let address = endpoint?["address"]?.text ?? ""
                let port = endpoint?["port"]?.int ?? 0
                let host = name.isEmpty ? address : address.isEmpty ? name : "\(name) (\(address))"
                return ("\(observation["probe"]?.text ?? "") \(host)\(port == 0 ? "" : " port \(port)")", observation)
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func facts(_ before: JSONValue?, _ after: JSONValue?, at key: String) -> [FactChange] {
        let tables = Set((before?.members ?? []).map(\.name)).union((after?.members ?? []).map(\.name)).sorted()
        return tables.flatMap { table -> [FactChange] in
            let (old, new) = (before?[table]?.items ?? [], after?[table]?.items ?? [])
            let known = common(old, new)
            var gone = old.map { text(of: $0, in: table, known) }
            var come: [String] = []
            for row in new.map({ text(of: $0, in: table, known) }) {
                if let index = gone.firstIndex(of: row) { gone.remove(at: index) } else { come.append(row) }
            }
            return gone.map { FactChange(endpoint: key, table: table, isNew: false, text: $0) }
                + come.map { FactChange(endpoint: key, table: table, isNew: true, text: $0) }
        }
    }

    /// `nil` where only one side has rows: then every column counts.
    private static func common(_ old: [JSONValue], _ new: [JSONValue]) -> Set<String>? {
        guard let old = old.first?.members, let new = new.first?.members else { return nil }
        return Set(old.map(\.name)).intersection(new.map(\.name))
    }

    /// In the order of the table's columns: a document that was read has lost its own.
    private static func text(of row: JSONValue, in table: String, _ known: Set<String>?) -> String {
        let order = Probes.vocabulary.table(table)?.columns.map(\.name) ?? []
        let rank = { (member: JSONMember) in order.firstIndex(of: member.name) ?? order.count }
        return (row.members ?? []).filter { known?.contains($0.name) ?? true }
            .sorted { (rank($0), $0.name) < (rank($1), $1.name) }
            .compactMap { member in
                switch member.value {
                case .null, .string(""): nil
                case .string(let text): "\(member.name) \(text)"
                default: "\(member.name) \(member.value.text())"
                }
            }.joined(separator: ", ")
    }
}
