import Model
import Store

extension InventoryStore {
    /// Most severe first, then by rule and endpoint.
    package func findings(_ filter: FindingFilter = FindingFilter()) throws -> [FindingRecord] {
        try file.read { session in
            let state =
                switch filter.state {
                case .open: "WHERE f.closed_run IS NULL"
                case .fixed: "WHERE f.closed_run IS NOT NULL"
                case nil: ""
                }
            var findings: [FindingRecord] = []
            try session.forEach("\(StoreSession.findingSelect) \(state)") { row in
                let finding = try FindingRecord(row)
                if filter.admits(finding) { findings.append(finding) }
            }
            return findings.sorted(by: FindingRecord.byUrgency)
        }
    }

    /// By its id, `F-12`.
    package func finding(_ id: String) throws -> FindingRecord {
        guard let number = Self.number(of: id), let finding = try file.read({ try $0.finding(number) }) else {
            throw InventoryError.noSuchFinding(id)
        }
        return finding
    }

    /// What happened to a finding, oldest first.
    package func events(of finding: FindingRecord) throws -> [FindingEvent] {
        try file.read { session in
            try session.rows(
                """
                SELECT v.kind, v.detail, r.day AS run_day, r.number AS run_number, r.started AS run_started
                FROM h_finding_event v JOIN h_run r ON r.run_id = v.run_id WHERE v.finding_id = ? ORDER BY v.event_id
                """, finding.number
            ) { row in
                guard let run = try row.moment("run") else { throw SQLRow.missing("the run of an event") }
                return FindingEvent(run: run, kind: try row.word("kind"), detail: try row.text("detail"))
            }
        }
    }

    private static func number(of id: String) -> Int? { id.hasPrefix("F-") ? Int(id.dropFirst(2)) : nil }
}

extension FindingRecord {
    static func byUrgency(_ left: FindingRecord, _ right: FindingRecord) -> Bool {
        if left.severity != right.severity { return left.severity > right.severity }
        if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
        return left.endpoint == right.endpoint ? left.number < right.number : left.endpoint < right.endpoint
    }
}

extension StoreSession {
    static let findingSelect = """
        SELECT f.*, \(endpointColumns), h.provider, coalesce(p.owner, b.owner) AS owner,
          o.day AS opened_day, o.number AS opened_number, o.started AS opened_started,
          c.day AS closed_day, c.number AS closed_number, c.started AS closed_started,
          u.pack, u.status, u.title_de, u.title_en, u.why_de, u.why_en, u.fix_de, u.fix_en, u.action_de, u.action_en,
          u.sources
        FROM h_ruled_finding f JOIN h_endpoint e ON e.endpoint_id = f.endpoint_id
        JOIN h_run o ON o.run_id = f.opened_run LEFT JOIN h_run c ON c.run_id = f.closed_run
        JOIN h_rule u ON u.rule = f.rule AND u.from_run = (SELECT max(x.from_run) FROM h_rule x WHERE x.rule = f.rule)
        LEFT JOIN h_body b ON b.body = e.body AND b.until_run IS NULL
        LEFT JOIN h_relation h ON h.consumer = e.body AND h.service = '' AND h.host = \(PublicViewDefinitions.host)
          AND h.until_run IS NULL
        LEFT JOIN h_body p ON p.body = h.provider AND p.until_run IS NULL
        """

    func finding(_ number: Int) throws -> FindingRecord? {
        try first("\(Self.findingSelect) WHERE f.finding_id = ?", number, as: FindingRecord.init)
    }
}
