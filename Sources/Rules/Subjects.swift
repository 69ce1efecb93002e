import Model
import Store

/// Who is to be judged and what is known of them; read once for all rules.
final class Subjects {
    private let database: ReadOnlyDatabase
    private var byScope: [String: [Int]] = [:]
    private var byProbe: [String: Answers] = [:]

    /// How a probe's conversations ended.
    struct Answers {
        var answered: Set<Int> = []
        var reasons: [Int: String] = [:]
    }

    init(_ database: ReadOnlyDatabase) { self.database = database }

    /// The endpoints of a scope, sorted.
    func scope(_ name: String) throws -> [Int] {
        if let known = byScope[name] { return known }
        var ids: [Int] = []
        let query = try database.prepare("SELECT endpoint_id FROM \(name) ORDER BY endpoint_id")
        try database.forEachRow(of: query) { row in ids += [row.integer(0)].compactMap { $0 } }
        byScope[name] = ids
        return ids
    }

    /// Why nothing can be said about an endpoint: the first of the probes that has no answer.
    func gap(_ endpoint: Int, probes: [String]) throws -> String? {
        for probe in probes {
            let answers = try answers(of: probe)
            if answers.answered.contains(endpoint) { continue }
            return answers.reasons[endpoint] ?? "\(probe) was not asked"
        }
        return nil
    }

    private func answers(of probe: String) throws -> Answers {
        if let known = byProbe[probe] { return known }
        var answers = Answers()
        let query = try database.prepare("SELECT endpoint_id, outcome, reason FROM observation WHERE probe = ?")
        try database.forEachRow(of: query, [.text(probe)]) { row in
            guard let endpoint = row.integer(0), let outcome = row.text(1) else { return }
            if outcome == Outcome.answered.rawValue {
                answers.answered.insert(endpoint)
            } else {
                let reason = row.text(2) ?? ""
                answers.reasons[endpoint] = reason.isEmpty ? outcome : reason
            }
        }
        byProbe[probe] = answers
        return answers
    }
}
