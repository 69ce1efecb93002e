import Model
import Store

/// The second net: changes a rule's queries a little and demands that an example notices.
package struct RuleMutation {
    /// A changed query that no example noticed.
    package struct Survivor: Sendable, CustomStringConvertible {
        package let rule: String
        package let role: RuleQuery.Role
        package let change: String
        package let sql: String

        package var description: String { "\(rule), \(role.rawValue): \(change)\n\(sql)" }
    }

    package struct Report: Sendable {
        package var killed = 0
        package var survivors: [Survivor] = []
        /// Entries of `equivalent:` that match no survivor any more.
        package var idleEquivalents: [String] = []

        package var total: Int { killed + survivors.count }
    }

    /// Asks the rule's examples about every mutant that is still a statement.
    package static func test(_ rule: Rule, vocabulary: Vocabulary) throws -> Report {
        let examples = try RuleExamples(rule, vocabulary: vocabulary)
        var report = Report()
        var excused: Set<String> = []
        for (role, query) in rule.queries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for mutant in QueryMutants(query.sql).all where examples.prepares(mutant.sql) {
                var changed = rule
                changed.queries[role] = RuleQuery(sql: mutant.sql, place: query.place)
                if try !examples.failures(of: changed).isEmpty {
                    report.killed += 1
                } else if let known = rule.equivalents.first(where: { $0.change == mutant.change }) {
                    excused.insert(known.change)
                } else {
                    report.survivors.append(
                        Survivor(rule: rule.id, role: role, change: mutant.change, sql: mutant.sql))
                }
            }
        }
        report.idleEquivalents = rule.equivalents.map(\.change).filter { !excused.contains($0) }
        return report
    }
}
