import Model
import Store

/// What rules say, each verdict with its evidence once: of most endpoints they say the same.
final class Sayings {
    private struct Key: Hashable {
        let verdict: String
        let evidence: String
    }

    private static let most = 10_000
    private let session: StoreSession
    private var known: [Key: Int] = [:]

    init(_ session: StoreSession) { self.session = session }

    /// Written where it was not there yet.
    func number(of said: RuleVerdict) throws -> Int {
        let key = Key(verdict: said.verdict.rawValue, evidence: said.evidence)
        if let number = known[key] { return number }
        let number = try stored(key) ?? write(key)
        if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
        known[key] = number
        return number
    }

    private func stored(_ key: Key) throws -> Int? {
        try session.first(
            "SELECT saying_id FROM h_saying WHERE evidence = ? AND verdict = ?", key.evidence, key.verdict
        ) { try $0.integer("saying_id") }
    }

    private func write(_ key: Key) throws -> Int {
        try session.run("INSERT INTO h_saying (verdict, evidence) VALUES (?, ?)", key.verdict, key.evidence)
        return session.lastInsertedID
    }
}
