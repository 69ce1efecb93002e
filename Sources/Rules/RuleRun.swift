import Model
import Store

/// One rule over its whole scope.
struct RuleRun {
    private let rule: Rule
    private let database: ReadOnlyDatabase
    private let subjects: Subjects

    init(_ rule: Rule, _ database: ReadOnlyDatabase, _ subjects: Subjects) {
        self.rule = rule
        self.database = database
        self.subjects = subjects
    }

    /// A verdict for each subject. A rule that fails says `not measured` of all of them.
    func judgement() throws -> RuleJudgement {
        let scope = try subjects.scope(rule.text.scope, database)
        let probes = rule.probes.sorted()
        do {
            var paper = Paper(scope)
            for gap in try subjects.gaps(in: rule.text.scope, probes: probes, database) {
                paper.decide(gap.position, .notMeasured, gap.reason)
            }
            for role in RuleQuery.Role.inOrderOfWeight {
                guard let query = rule.queries[role] else { continue }
                try answer(query, role, on: &paper)
            }
            return paper.judgement(of: rule.id, probes, everythingElseConforms: rule.queries[.needs] == nil)
        } catch {
            let message = (error as? SQLProblem)?.description ?? "\(error)"
            return RuleJudgement(
                rule: rule.id, probes: probes, subjects: scope, verdicts: scope.map { _ in .notMeasured }, words: [:],
                error: message)
        }
    }

    private func answer(_ query: RuleQuery, _ role: RuleQuery.Role, on paper: inout Paper) throws {
        let prepared = try database.prepare(query.sql)
        guard let subject = prepared.columns.firstIndex(of: "endpoint_id") else {
            throw SQLProblem(.invalid, "\(role.rawValue) does not return the column endpoint_id")
        }
        let evidence = role.hasEvidence ? prepared.columns.firstIndex(of: "evidence") : nil
        var cursor = SubjectCursor(paper.subjects)
        var seen = [Bool](repeating: false, count: paper.subjects.count)
        try database.forEachRow(of: prepared) { row in
            guard let endpoint = row.integer(subject) else {
                throw SQLProblem(.failed, "\(role.rawValue) returned an endpoint_id that is none")
            }
            guard let position = cursor.position(of: endpoint) else {
                if try subjects.leftOut(of: rule.text.scope, database).contains(endpoint) { return }
                throw SQLProblem(
                    .failed, "\(role.rawValue) returned endpoint \(endpoint), which is not in \(rule.text.scope)")
            }
            guard !seen[position] else {
                throw SQLProblem(.failed, "\(role.rawValue) returned endpoint \(endpoint) twice")
            }
            seen[position] = true
            var words = ""
            if role.hasEvidence {
                guard let text = evidence.flatMap({ row.text($0) }) else {
                    throw SQLProblem(.failed, "\(role.rawValue) returned no text as evidence for endpoint \(endpoint)")
                }
                words = text
            }
            if let verdict = role.verdict { paper.decide(position, verdict, words) } else { paper.know(position) }
        }
    }
}

/// What is decided of each subject so far; the first word stands.
private struct Paper {
    let subjects: [Int]
    private var verdicts: [Verdict?]
    private var known: [Bool]
    private var words: [Int: String] = [:]

    init(_ subjects: [Int]) {
        self.subjects = subjects
        verdicts = Array(repeating: nil, count: subjects.count)
        known = Array(repeating: false, count: subjects.count)
    }

    mutating func decide(_ position: Int, _ verdict: Verdict, _ evidence: String) {
        guard verdicts[position] == nil else { return }
        verdicts[position] = verdict
        if verdict != .notApplicable { words[subjects[position]] = evidence }
    }

    mutating func know(_ position: Int) { known[position] = true }

    func judgement(of rule: String, _ probes: [String], everythingElseConforms: Bool) -> RuleJudgement {
        RuleJudgement(
            rule: rule, probes: probes, subjects: subjects,
            verdicts: verdicts.indices.map { position in
                verdicts[position] ?? (everythingElseConforms || known[position] ? .conforms : .notMeasured)
            }, words: words)
    }
}
