import Documents
import Model
import Store

/// Checks a rule against the vocabulary before it is ever run.
final class RuleCheck {
    private let vocabulary: Vocabulary
    private let log: DiagnosticLog
    private let database: ReadOnlyDatabase

    init(vocabulary: Vocabulary, log: DiagnosticLog) throws {
        self.vocabulary = vocabulary
        self.log = log
        database = try ReadOnlyDatabase(
            scratch: VocabularySchema.statements(for: vocabulary), rows: [], words: PublicWords(vocabulary),
            now: RuleExample.usualNow)
    }

    /// The rule with the probes it needs. What is wrong with it is in the log.
    func prepared(_ rule: Rule) -> Rule {
        var rule = rule
        checkExamples(rule)
        if rule.queries.keys.allSatisfy({ $0.verdict == nil || $0 == .notApplicable }) {
            log.error(
                at: rule.place, "the rule '\(rule.id)' has no query that can find anything",
                hint: "give it 'deviates', 'possible', 'phase_out' or 'not_listed'")
        }
        guard let scope = vocabulary.scope(rule.text.scope) else {
            let names = vocabulary.scopes.map(\.name)
            log.error(
                at: rule.place, "the rule '\(rule.id)' has the unknown scope '\(rule.text.scope)'",
                hint: Suggestion.hint(for: rule.text.scope, among: names))
            return rule
        }
        var tables: Set<String> = []
        var functions: Set<String> = []
        for (role, query) in rule.queries.sorted(by: { $0.value.place < $1.value.place }) {
            let read = checked(query, role)
            tables.formUnion(read.tables)
            functions.formUnion(read.functions)
        }
        rule.tables = tables
        rule.isOwnRowsOnly =
            functions.isDisjoint(with: SQLFunction.dayDependent)
            && !tables.compactMap(vocabulary.table).contains { $0.isDerived || $0.isWeighed }
            && tables.isDisjoint(with: vocabulary.figures.map(\.name))
            && rule.queries.values.allSatisfy { QueryReach.isOwnRowsOnly($0.sql) }
        rule.probes = probes(filling: tables, in: scope, rule)
        return rule
    }

    private func checked(
        _ query: RuleQuery, _ role: RuleQuery.Role
    ) -> (tables: Set<String>, functions: Set<String>) {
        do {
            let prepared = try database.prepare(query.sql)
            for column in ["endpoint_id"] + (role.hasEvidence ? ["evidence"] : [])
            where !prepared.columns.contains(column) {
                log.error(
                    at: query.place(ofLine: 0), "\(role.rawValue) does not return the column \(column)",
                    hint: "SELECT endpoint_id, <text> AS evidence FROM ...")
            }
            return (prepared.tables, prepared.functions)
        } catch let problem as SQLProblem {
            log.error(
                at: query.place(ofLine: problem.line(in: query.sql)), "\(role.rawValue): \(problem.message)",
                hint: problem.hint)
        } catch {
            log.error(at: query.place(ofLine: 0), "\(role.rawValue): \(error)")
        }
        return ([], [])
    }

    /// A table that several probes fill counts as filled by the probe of the rule's scope.
    private func probes(filling tables: Set<String>, in scope: Scope, _ rule: Rule) -> Set<String> {
        var probes: Set<String> = []
        for table in tables.sorted() {
            let filling = vocabulary.probesByTable[table] ?? []
            if filling.contains(scope.probe) {
                probes.insert(scope.probe)
            } else if filling.count == 1 {
                probes.formUnion(filling)
            } else if filling.count > 1 {
                log.error(
                    at: rule.place,
                    "\(table) is filled by the probes \(filling.joined(separator: ", ")), but \(scope.name) is asked by \(scope.probe)",
                    hint: "choose the scope of one of these probes")
            }
        }
        return probes.isEmpty ? [scope.probe] : probes
    }

    private func checkExamples(_ rule: Rule) {
        let shown = Set(rule.examples.map(\.verdict))
        for verdict in rule.possibleVerdicts where !shown.contains(verdict) {
            log.error(
                at: rule.place, "the rule '\(rule.id)' has no example with the verdict '\(verdict.rawValue)'",
                hint: "a rule shows every verdict it can give")
        }
        for example in rule.examples where !rule.possibleVerdicts.contains(example.verdict) {
            log.error(
                at: example.place, "the rule '\(rule.id)' can never say '\(example.verdict.rawValue)'",
                hint: "it has no query for that verdict")
        }
    }
}
