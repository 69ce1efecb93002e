import Model
import Wire

@testable import Scanning

/// What the TLS probe says it saw, in the words of `Truth`.
struct Sight {
    var statements: Set<String> = []
    var orders: Set<String> = []
    /// What the probe says it does not know, with its reasons.
    var unknown: Set<String> = []
    var unknownSuites: Set<String> = []

    init(_ facts: Facts) {
        for row in facts[TLSProtocolFact.self] {
            note("\(row.protocol)", answer: row.answer, reason: row.reason, positive: "\(row.protocol) \(row.answer)")
        }
        for row in facts[TLSCipherSuiteFact.self] { statements.insert("\(row.protocol) suite \(row.name)") }
        // By the hundred where a server refuses in silence: one line for each reason.
        for row in facts[TLSCipherSuiteUnknownFact.self] {
            unknown.insert("\(row.protocol) other suites: \(row.reason)")
            unknownSuites.insert("\(row.protocol) suite \(row.name)")
        }
        for row in facts[TLSGroupFact.self] {
            note(
                "\(row.protocol) group \(row.name)", answer: row.answer, reason: row.reason,
                positive: "\(row.protocol) group \(row.name)")
        }
        for row in facts[TLSPreferenceFact.self] {
            note(
                "\(row.protocol) order", answer: row.decides, reason: "",
                positive: "\(row.protocol) order of the \(row.decides)")
        }
        for row in facts[TLSEnumerationFact.self] where row.answer != "complete" {
            unknown.insert("\(row.protocol) every \(row.subject): \(row.reason)")
        }
        for row in facts[ServedChainFact.self] where !row.leafSha256.isEmpty {
            statements.insert("certificate \(row.leafSha256)")
        }
        orders = Self.orders(facts)
    }

    /// Whether it says of a statement that it does not know: of this very thing, or of all of its kind.
    func names(_ statement: String) -> Bool {
        let words = statement.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count > 1 else { return false }
        let subjects = ["suite": "cipher_suite", "group": "group", "order": "preference"]
        let all = "\(words[0]) every \(subjects[words[1]] ?? words[1]):"
        return unknownSuites.contains(statement)
            || unknown.contains { $0.hasPrefix("\(statement):") || $0.hasPrefix(all) }
    }

    private mutating func note(_ subject: String, answer: String, reason: String, positive: String) {
        if answer == "unknown" {
            unknown.insert("\(subject): \(reason)")
        } else {
            statements.insert(positive)
        }
    }

    private static func orders(_ facts: Facts) -> Set<String> {
        let ranked = facts[TLSCipherSuiteFact.self].filter { $0.position != nil }
        let versions = Dictionary(grouping: ranked, by: \.protocol).filter { $0.value.count > 1 }
        return Set(
            versions.map { version, rows in
                let names = rows.sorted { ($0.position ?? 0) < ($1.position ?? 0) }.map(\.name)
                return "\(version): \(names.joined(separator: " > "))"
            })
    }
}

/// What differs between the truth and what was seen.
struct Difference {
    let wrong: [String]
    let missing: [String]
    let unknown: [String]

    init(_ truth: Truth, _ sight: Sight) {
        let (true_, seen) = (truth.statements.union(truth.orders), sight.statements.union(sight.orders))
        wrong = seen.subtracting(true_).sorted()
        missing = true_.subtracting(seen).sorted()
        unknown = sight.unknown.sorted()
    }
}
