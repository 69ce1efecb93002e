import Model
import Wire

@testable import Scanning

/// What the TLS probe says it saw, in the words of `Truth`.
struct Sight {
    var statements: Set<String> = []
    var orders: Set<String> = []
    /// What the probe says it does not know, with its reasons.
    var unknown: Set<String> = []
    var unnamed: Set<String> = []

    init(_ facts: Facts) {
        for row in facts[TLSProtocolFact.self] {
            note(row.protocol, answer: row.answer, reason: row.reason, positive: "\(row.protocol) \(row.answer)")
        }
        for row in facts[TLSCipherSuiteFact.self] { statements.insert("\(row.protocol) suite \(row.name)") }
        // Unknown suites and groups come by the hundred where a server refuses in silence: one line for each reason.
        for row in facts[TLSCipherSuiteUnknownFact.self] {
            unknown.insert("\(row.protocol) other suites: \(Self.stable(row.reason))")
            unnamed.insert("\(row.protocol) suite \(row.name)")
        }
        for row in facts[TLSGroupFact.self] {
            let statement = "\(row.protocol) group \(row.name)"
            if row.answer == "unknown" {
                unknown.insert("\(row.protocol) other groups: \(Self.stable(row.reason))")
                unnamed.insert(statement)
            } else {
                statements.insert(statement)
            }
        }
        for row in facts[TLSPreferenceFact.self] {
            let order = "\(row.protocol) order"
            note(order, answer: row.decides, reason: "", positive: "\(order) of the \(row.decides)")
        }
        for row in facts[TLSEnumerationFact.self] where row.answer != "complete" {
            unknown.insert("\(row.protocol) every \(row.subject): \(Self.stable(row.reason))")
        }
        for row in facts[ServedChainFact.self] where !row.leafSha256.isEmpty {
            statements.insert("certificate \(row.leafSha256)")
        }
        orders = Self.orders(facts)
    }

    /// Whether a closed connection is seen as closed or as reset is a matter of timing.
    private static func stable(_ reason: String) -> String { reason == "reset" ? "closed" : reason }

    /// Whether it says of a statement that it does not know: of this very thing, or of all of its kind.
    func names(_ statement: String) -> Bool {
        let words = statement.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count > 1 else { return false }
        // A version that is not proven to be refused.
        if words[1] == "refused", unknown.contains(where: { $0.hasPrefix("\(words[0]): ") }) { return true }
        let subjects = ["suite": "cipher_suite", "group": "group", "order": "preference"]
        let all = "\(words[0]) every \(subjects[words[1]] ?? words[1]):"
        return unnamed.contains(statement)
            || unknown.contains { $0.hasPrefix("\(statement):") || $0.hasPrefix(all) }
    }

    private mutating func note(_ subject: String, answer: String, reason: String, positive: String) {
        if answer == "unknown" {
            unknown.insert("\(subject): \(Self.stable(reason))")
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
        wrong = (sight.statements.subtracting(truth.statements).union(Self.wrongOrders(truth, sight))).sorted()
        missing = (truth.statements.subtracting(sight.statements).union(truth.orders.subtracting(sight.orders)))
            .sorted()
        unknown = sight.unknown.sorted()
    }

    /// A part of an order is not wrong as long as each stands where it stands in the whole.
    private static func wrongOrders(_ truth: Truth, _ sight: Sight) -> Set<String> {
        sight.orders.filter { seen in
            let version = seen.prefix { $0 != ":" }
            let names = seen.dropFirst(version.count + 2).split(separator: " > ")
            let whole = truth.suites[String(version)] ?? []
            guard truth.decides[String(version)] == "server" else { return true }
            let known = Set(names.map(String.init))
            return whole.filter(known.contains) != names.map(String.init)
        }
    }
}
