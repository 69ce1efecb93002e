import Model
import Store

/// How the subjects of one rule's scope came out in a run.
package struct RuleTally: Sendable, Equatable {
    package let rule: String
    package let pack: String
    package let status: RuleText.Status
    package let severity: Severity
    package let title: LocalizedText
    package let counts: [Verdict: Int]
    /// Why the rule could not be judged; then every subject is not measured.
    package let error: String?

    /// Size of the scope.
    package var assessed: Int { counts.values.reduce(0, +) }
}

extension InventoryStore {
    /// One line for each rule judged in a run, sorted by rule.
    package func tallies(of run: Run) throws -> [RuleTally] {
        try file.read { session in
            try session.rows(
                """
                SELECT t.*, u.pack, u.status, u.severity, u.title_de, u.title_en FROM h_tally t
                JOIN h_rule u ON u.rule = t.rule AND \(HistoryTables.holds("u"))
                WHERE \(HistoryTables.holds("t")) ORDER BY t.rule
                """, run.sequence, run.sequence, run.sequence, run.sequence
            ) { row in
                let error = try row.text("error")
                return RuleTally(
                    rule: try row.text("rule"), pack: try row.text("pack"), status: try row.word("status"),
                    severity: try row.word("severity"),
                    title: LocalizedText(de: try row.text("title_de"), en: try row.text("title_en")),
                    counts: try Self.counts(row), error: error.isEmpty ? nil : error)
            }
        }
    }

    /// The verdicts of a run that say something of an endpoint: deviations, possible ones, phase-outs, what is not listed,
    /// and what was not measured although its probes were answered. The tallies count the others.
    package func verdicts(of run: Run) throws -> [RuleVerdict] {
        try file.read { session in
            try session.rows(
                """
                SELECT n.rule, v.endpoint_id, s.verdict, s.evidence FROM h_verdict v
                JOIN h_rule_number n ON n.rule_number = v.rule_number JOIN h_saying s ON s.saying_id = v.saying_id
                WHERE \(HistoryTables.holds("v")) ORDER BY n.rule, v.endpoint_id
                """, run.sequence, run.sequence
            ) {
                RuleVerdict(
                    rule: try $0.text("rule"), endpointID: try $0.integer("endpoint_id"),
                    verdict: try $0.word("verdict"),
                    evidence: try $0.text("evidence"))
            }
        }
    }

    private static func counts(_ row: SQLRow) throws -> [Verdict: Int] {
        [
            .conforms: try row.integer("conforms"), .deviates: try row.integer("deviates"),
            .possible: try row.integer("possible"), .phaseOut: try row.integer("phase_out"),
            .notListed: try row.integer("not_listed"),
            .notApplicable: try row.integer("not_applicable"), .notMeasured: try row.integer("not_measured"),
        ]
    }
}
