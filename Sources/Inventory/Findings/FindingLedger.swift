import Model
import Store

/// A finding that is open while a judgement is recorded.
struct OpenFinding {
    let id: Int
    let rule: String
    let endpointID: Int
    let endpoint: Endpoint
    let severity: Severity
    let evidence: String
    let openedDay: Day
    let due: Day?
    let measured: Bool
    let exception: String?
    let exceptedUntil: Day?

    /// From `FindingLedger.select`. The service plays no part here.
    init(_ row: SQLRow) throws {
        id = try row.integer("finding_id")
        rule = try row.text("rule")
        endpointID = try row.integer("endpoint_id")
        endpoint = Endpoint(
            body: try row.text("body"), address: IPAddress(try row.text("address")),
            port: UInt16(clamping: try row.integer("port")), transport: try row.word("transport"),
            serverName: try row.text("server_name"), service: .domain)
        severity = try row.word("severity")
        evidence = try row.text("evidence")
        openedDay = try row.time("opened").day
        due = try row.optionalDay("due")
        measured = try row.boolean("measured")
        exception = try row.optionalText("exception")
        exceptedUntil = try row.optionalDay("excepted_until")
    }
}

/// What can happen to a finding in a run.
package enum FindingEventKind: String, Sendable, CaseIterable {
    case opened, changed, fixed, reopened, excepted
    case exceptionEnded = "exception-ended"
    case notMeasured = "not-measured"
    case measuredAgain = "measured-again"
}

/// Writes findings and, for everything that happens to one, an event. What stays as it is writes nothing.
struct FindingLedger {
    let session: StoreSession
    let run: Run

    private static let select = """
        SELECT f.*, e.body, e.address, e.port, e.transport, e.server_name, r.started AS opened, c.started AS closed
        FROM h_finding f JOIN h_endpoint e ON e.endpoint_id = f.endpoint_id
        JOIN h_run r ON r.run_id = f.opened_run LEFT JOIN h_run c ON c.run_id = f.closed_run
        """

    func open() throws -> [OpenFinding] {
        try session.rows("\(Self.select) WHERE f.closed_run IS NULL ORDER BY f.finding_id", as: OpenFinding.init)
    }

    func closed(rule: String, endpointID: Int) throws -> (finding: OpenFinding, day: Day)? {
        try session.first(
            "\(Self.select) WHERE f.endpoint_id = ? AND f.rule = ? AND f.key = '' AND f.closed_run IS NOT NULL",
            endpointID, rule
        ) { (try OpenFinding($0), try $0.time("closed").day) }
    }

    func opened(_ verdict: RuleVerdict, severity: Severity, because: OpenedBecause, due: Day?) throws -> OpenFinding {
        try session.run(
            """
            INSERT INTO h_finding
              (endpoint_id, rule, key, severity, evidence, opened_run, opened_because, due, measured)
            VALUES (?, ?, '', ?, ?, ?, ?, ?, 1)
            """, verdict.endpointID, verdict.rule, severity.rawValue, verdict.evidence, run.sequence,
            because.rawValue, due)
        let id = session.lastInsertedID
        try event(.opened, of: id, because.rawValue)
        return try finding(id)
    }

    func reopened(_ finding: OpenFinding, _ verdict: RuleVerdict, severity: Severity, due: Day?) throws -> OpenFinding {
        try session.run(
            """
            UPDATE h_finding SET closed_run = NULL, severity = ?, evidence = ?, due = ?, measured = 1
            WHERE finding_id = ?
            """, severity.rawValue, verdict.evidence, due, finding.id)
        try event(.reopened, of: finding.id, verdict.evidence)
        return try self.finding(finding.id)
    }

    /// Still there: perhaps measured again, perhaps with other words or another severity.
    func seen(_ finding: OpenFinding, evidence: String, severity: Severity, due: Day?) throws -> OpenFinding {
        if finding.measured, finding.evidence == evidence, finding.severity == severity { return finding }
        try session.run(
            "UPDATE h_finding SET measured = 1, evidence = ?, severity = ?, due = ? WHERE finding_id = ?",
            evidence, severity.rawValue, due, finding.id)
        if !finding.measured { try event(.measuredAgain, of: finding.id, "") }
        if finding.evidence != evidence { try event(.changed, of: finding.id, evidence) }
        if finding.severity != severity {
            try event(.changed, of: finding.id, "severity \(finding.severity.rawValue) → \(severity.rawValue)")
        }
        return try self.finding(finding.id)
    }

    /// An exception of a fixed finding has nothing left to except.
    func fixed(_ finding: OpenFinding, by verdict: Verdict) throws {
        try session.run(
            """
            UPDATE h_finding SET closed_run = ?, measured = 1, exception = NULL, excepted_until = NULL
            WHERE finding_id = ?
            """, run.sequence, finding.id)
        try event(.fixed, of: finding.id, verdict.rawValue)
    }

    func unmeasured(_ finding: OpenFinding, because reason: String) throws -> OpenFinding {
        guard finding.measured else { return finding }
        try session.run("UPDATE h_finding SET measured = 0 WHERE finding_id = ?", finding.id)
        try event(.notMeasured, of: finding.id, reason)
        return try self.finding(finding.id)
    }

    func excepted(_ finding: OpenFinding, by exception: FleetException?) throws {
        if finding.exception == exception?.id, finding.exceptedUntil == exception?.expires { return }
        try session.run(
            "UPDATE h_finding SET exception = ?, excepted_until = ? WHERE finding_id = ?",
            exception?.id, exception?.expires, finding.id)
        if let exception {
            try event(.excepted, of: finding.id, "\(exception.id) until \(exception.expires)")
        } else {
            try event(.exceptionEnded, of: finding.id, finding.exception ?? "")
        }
    }

    private func finding(_ id: Int) throws -> OpenFinding {
        let finding = try session.first("\(Self.select) WHERE f.finding_id = ?", id, as: OpenFinding.init)
        guard let finding else { throw InventoryError.noSuchFinding("F-\(id)") }
        return finding
    }

    private func event(_ kind: FindingEventKind, of finding: Int, _ detail: String) throws {
        try session.run(
            "INSERT INTO h_finding_event (finding_id, run_id, kind, detail) VALUES (?, ?, ?, ?)",
            finding, run.sequence, kind.rawValue, detail)
    }
}
