import Model
import Store

/// The SQL behind `PublicViews`. Views hold no data, so they are made anew with the current state, not migrated.
enum PublicViewDefinitions {
    static let statements =
        [relation, finding, inheritedFinding, findingEvent, exception, run, coverage, body, usage, harmonisationTrend]
        + ImportViews.statements

    /// What a fleet file calls the machine of endpoint `e`: its name, else its address.
    static let host = "CASE WHEN e.server_name <> '' THEN e.server_name ELSE e.address END"

    static func runName(_ table: String) -> String { "\(table).day || '/' || \(table).number" }

    private static let finding = """
        CREATE VIEW finding AS SELECT 'F-' || f.finding_id AS finding_id, n.rule AS rule, f.severity AS severity,
          e.body AS body, f.endpoint_id AS endpoint_id,
              CASE WHEN e.transport = 'dns' THEN e.server_name
                WHEN e.server_name <> '' THEN e.server_name || ':' || e.port
                WHEN replace(e.address, ':', '') <> e.address THEN '[' || e.address || ']:' || e.port
                ELSE e.address || ':' || e.port END AS subject,
          CASE WHEN f.closed_run IS NULL THEN 'open' ELSE 'fixed' END AS state, f.measured AS measured,
          f.certain AS certain, f.judged AS judged,
          (SELECT r.provider FROM relation r WHERE r.consumer = e.body AND r.service = '' AND r.host = \(host))
            AS provider,
          f.exception AS exception, f.excepted_until AS excepted_until,
          \(runName("o")) AS opened_run, o.started AS opened_at, f.opened_because AS opened_because,
          \(runName("c")) AS closed_run, c.started AS closed_at, f.due AS due, f.evidence AS evidence
        FROM h_finding f JOIN h_rule_number n ON n.rule_number = f.rule_number
        JOIN h_endpoint e ON e.endpoint_id = f.endpoint_id
        JOIN h_run o ON o.run_id = f.opened_run LEFT JOIN h_run c ON c.run_id = f.closed_run
        """

    private static let relation = """
        CREATE VIEW relation AS SELECT provider, consumer, service, host FROM h_relation WHERE until_run IS NULL
        """

    /// A provider's finding at a host or domain that a consumer depends on.
    private static let inheritedFinding = """
        CREATE VIEW inherited_finding AS SELECT 'F-' || f.finding_id AS finding_id, r.consumer AS body,
          r.provider AS provider, min(r.service) AS service
        FROM h_finding f JOIN h_endpoint e ON e.endpoint_id = f.endpoint_id
        JOIN relation r ON r.provider = e.body AND r.service <> '' AND (r.host = '' OR r.host = \(host))
        GROUP BY f.finding_id, r.consumer, r.provider
        """

    private static let findingEvent = """
        CREATE VIEW finding_event AS SELECT 'F-' || v.finding_id AS finding_id, \(runName("r")) AS run, r.started AS at,
          v.kind AS kind, v.detail AS detail
        FROM h_finding_event v JOIN h_run r ON r.run_id = v.run_id
        """

    private static let exception = """
        CREATE VIEW exception AS SELECT exception, rule, subject, expires FROM h_exception WHERE until_run IS NULL
        """

    private static let run = """
        CREATE VIEW run AS SELECT \(runName("h_run")) AS run, started, finished, state, judged, planned, answered,
          tool_version, note FROM h_run
        """

    /// Outcome out_of_scope is what was kept back; every other outcome but answered is a gap.
    private static let coverage = """
        CREATE VIEW coverage AS SELECT e.body AS body, count(*) AS known,
          sum(CASE WHEN o.outcome = 'answered' THEN 1 ELSE 0 END) AS measured,
          sum(CASE WHEN o.outcome NOT IN ('answered', 'out_of_scope') THEN 1 ELSE 0 END) AS gaps,
          sum(CASE WHEN o.outcome = 'out_of_scope' THEN 1 ELSE 0 END) AS not_authorised
        FROM h_observation o JOIN h_endpoint e ON e.endpoint_id = o.endpoint_id
        WHERE o.until_run IS NULL GROUP BY e.body
        """

    private static let body = """
        CREATE VIEW body AS SELECT body, name, kind, ags, owner FROM h_body WHERE until_run IS NULL
        """

    private static let harmonisationTrend = """
        CREATE VIEW harmonisation_trend AS SELECT \(runName("r")) AS run, substr(r.started, 1, 10) AS day,
          \(HistoryTables.columns(of: HarmonisationDomainFact.table))
        FROM h_harmonisation_domain h JOIN h_run r
          ON r.run_id >= h.from_run AND (h.until_run IS NULL OR r.run_id < h.until_run)
        WHERE r.state = 'finished'
        """

    private static let usage = """
        CREATE VIEW usage AS SELECT body, domain, answer, product, version, operator, provider, status, since,
          contract_end, notice_by, owner, registered_by FROM h_usage WHERE until_run IS NULL
        """
}
