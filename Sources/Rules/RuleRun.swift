import Model
import Store

/// One rule over its whole scope.
struct RuleRun {
    /// Why a subject is not measured although its probes were answered.
    static let notEnoughKnown = "not enough known"

    private let rule: Rule
    private let database: ReadOnlyDatabase
    private let subjects: Subjects

    /// What the queries answered: evidence by endpoint.
    private typealias Answers = [RuleQuery.Role: [Int: String]]

    init(_ rule: Rule, _ database: ReadOnlyDatabase, _ subjects: Subjects) {
        self.rule = rule
        self.database = database
        self.subjects = subjects
    }

    /// A verdict for each subject, sorted. A rule that fails says `not measured` of all of them.
    func verdicts() throws -> ([RuleVerdict], Judgement.RuleError?) {
        let scope = try subjects.scope(rule.text.scope)
        do {
            let answers = try answers(within: Set(scope))
            let probes = rule.probes.sorted()
            return (try scope.map { try verdict(of: $0, answers, probes) }, nil)
        } catch {
            let message = (error as? SQLProblem)?.description ?? "\(error)"
            let verdicts = scope.map {
                RuleVerdict(rule: rule.id, endpointID: $0, verdict: .notMeasured, evidence: "rule error: \(message)")
            }
            return (verdicts, Judgement.RuleError(rule: rule.id, message: message))
        }
    }

    private func verdict(of endpoint: Int, _ answers: Answers, _ probes: [String]) throws -> RuleVerdict {
        func say(_ verdict: Verdict, _ evidence: String) -> RuleVerdict {
            RuleVerdict(rule: rule.id, endpointID: endpoint, verdict: verdict, evidence: evidence)
        }
        if let reason = try subjects.gap(endpoint, probes: probes) { return say(.notMeasured, reason) }
        for role in [RuleQuery.Role.notApplicable, .deviates, .phaseOut, .notListed] {
            if let evidence = answers[role]?[endpoint], let verdict = role.verdict { return say(verdict, evidence) }
        }
        if let known = answers[.needs], known[endpoint] == nil { return say(.notMeasured, Self.notEnoughKnown) }
        return say(.conforms, "")
    }

    private func answers(within scope: Set<Int>) throws -> Answers {
        var answers: Answers = [:]
        for (role, query) in rule.queries { answers[role] = try answer(of: query, role, within: scope) }
        return answers
    }

    private func answer(of query: RuleQuery, _ role: RuleQuery.Role, within scope: Set<Int>) throws -> [Int: String] {
        let prepared = try database.prepare(query.sql)
        guard let subject = prepared.columns.firstIndex(of: "endpoint_id") else {
            throw SQLProblem(.invalid, "\(role.rawValue) does not return the column endpoint_id")
        }
        let evidence = prepared.columns.firstIndex(of: "evidence")
        var answer: [Int: String] = [:]
        try database.forEachRow(of: prepared) { row in
            guard let endpoint = row.integer(subject) else {
                throw SQLProblem(.failed, "\(role.rawValue) returned an endpoint_id that is none")
            }
            guard scope.contains(endpoint) else {
                throw SQLProblem(
                    .failed, "\(role.rawValue) returned endpoint \(endpoint), which is not in \(rule.text.scope)")
            }
            let seen = evidence.map { row.text($0) } ?? ""
            guard let text = role.hasEvidence ? seen : "" else {
                throw SQLProblem(.failed, "\(role.rawValue) returned no text as evidence for endpoint \(endpoint)")
            }
            guard answer.updateValue(text, forKey: endpoint) == nil else {
                throw SQLProblem(.failed, "\(role.rawValue) returned endpoint \(endpoint) twice")
            }
        }
        return answer
    }
}
