import Model
import Store

/// A finding that is open while a judgement is recorded.
struct OpenFinding {
    let id: Int
    let endpointID: Int
    let severity: Severity
    let evidence: String
    let due: Day?
    /// The last judgement measured it.
    var measured: Bool
    /// A proven deviation; else a possible one.
    let certain: Bool
    /// Its rule is active.
    var judged: Bool
    let exception: String?
    let exceptedUntil: Day?

    init(_ row: SQLRow) throws {
        id = try row.integer("finding_id")
        endpointID = try row.integer("endpoint_id")
        severity = try row.word("severity")
        evidence = try row.text("evidence")
        due = try row.optionalDay("due")
        measured = try row.boolean("measured")
        certain = try row.boolean("certain")
        judged = try row.boolean("judged")
        exception = try row.optionalText("exception")
        exceptedUntil = try row.optionalDay("excepted_until")
    }

    init(id: Int, _ verdict: RuleVerdict, severity: Severity, due: Day?, exception: (String, Day)? = nil) {
        self.id = id
        endpointID = verdict.endpointID
        self.severity = severity
        evidence = verdict.evidence
        self.due = due
        measured = true
        certain = verdict.verdict == .deviates
        judged = true
        self.exception = exception?.0
        exceptedUntil = exception?.1
    }
}

/// Writes findings and, for everything that happens to one, an event. What stays as it is writes nothing.
struct FindingLedger {
    let session: StoreSession
    let run: Run

    private static let select = "SELECT * FROM h_ruled_finding"

    func open(_ rule: String) throws -> [OpenFinding] {
        try session.rows("\(Self.select) WHERE rule = ? AND closed_run IS NULL", rule, as: OpenFinding.init)
    }

    /// By rule.
    func open(endpoints: [Int]) throws -> [String: [OpenFinding]] {
        var open: [String: [OpenFinding]] = [:]
        for endpoint in endpoints {
            try session.forEach("\(Self.select) WHERE endpoint_id = ? AND closed_run IS NULL", endpoint) { row in
                open[try row.text("rule"), default: []].append(try OpenFinding(row))
            }
        }
        return open
    }

    func rulesWithExceptedFindings() throws -> Set<String> {
        Set(
            try session.rows(
                "SELECT DISTINCT rule FROM h_ruled_finding WHERE exception IS NOT NULL AND closed_run IS NULL"
            ) { try $0.text("rule") })
    }

    func rulesWithOpenFindings() throws -> [String] {
        try session.rows("SELECT DISTINCT rule FROM h_ruled_finding WHERE closed_run IS NULL ORDER BY rule") {
            try $0.text("rule")
        }
    }

    func closed(rule: String, endpointID: Int) throws -> (finding: OpenFinding, day: Day)? {
        try session.first(
            """
            SELECT f.*, c.started AS closed FROM h_ruled_finding f JOIN h_run c ON c.run_id = f.closed_run
            WHERE f.endpoint_id = ? AND f.rule = ? AND f.key = ''
            """, endpointID, rule
        ) { (try OpenFinding($0), try $0.time("closed").day) }
    }

    func openedDay(_ finding: OpenFinding) throws -> Day {
        let day = try session.first(
            """
            SELECT r.started FROM h_finding f JOIN h_run r ON r.run_id = f.opened_run WHERE f.finding_id = ?
            """, finding.id
        ) { try $0.time("started").day }
        guard let day else { throw InventoryError.noSuchFinding("F-\(finding.id)") }
        return day
    }

    func opened(_ verdict: RuleVerdict, severity: Severity, because: OpenedBecause, due: Day?) throws -> OpenFinding {
        let certain = verdict.verdict == .deviates
        try session.run(
            """
            INSERT INTO h_finding
              (endpoint_id, rule_number, key, severity, evidence, opened_run, opened_because, due, measured, certain)
            VALUES (?, ?, '', ?, ?, ?, ?, ?, 1, ?)
            """, verdict.endpointID, session.number(ofRule: verdict.rule), severity.rawValue, verdict.evidence,
            run.sequence,
            because.rawValue, due, certain)
        let finding = OpenFinding(id: session.lastInsertedID, verdict, severity: severity, due: due)
        try event(certain ? .opened : .possible, of: finding.id, because.rawValue)
        return finding
    }

    func reopened(_ finding: OpenFinding, _ verdict: RuleVerdict, severity: Severity, due: Day?) throws -> OpenFinding {
        let certain = verdict.verdict == .deviates
        try session.run(
            """
            UPDATE h_finding SET closed_run = NULL, room = x'0000', severity = ?, evidence = ?, due = ?, measured = 1,
              certain = ?, judged = 1
            WHERE finding_id = ?
            """, severity.rawValue, verdict.evidence, due, certain, finding.id)
        try event(certain ? .reopened : .possible, of: finding.id, verdict.evidence)
        if finding.severity != severity {
            try event(.severity, of: finding.id, "\(finding.severity.rawValue) → \(severity.rawValue)")
        }
        return OpenFinding(id: finding.id, verdict, severity: severity, due: due)
    }

    /// Still there: perhaps measured again, perhaps with other words, another severity or another certainty.
    func seen(_ finding: OpenFinding, _ verdict: RuleVerdict, severity: Severity, due: Day?) throws -> OpenFinding {
        let now = OpenFinding(
            id: finding.id, verdict, severity: severity, due: due,
            exception: finding.exception.flatMap { id in finding.exceptedUntil.map { (id, $0) } })
        if finding.measured, finding.evidence == now.evidence, finding.severity == severity,
            finding.certain == now.certain
        {
            return finding
        }
        try session.run(
            "UPDATE h_finding SET measured = 1, evidence = ?, severity = ?, due = ?, certain = ? WHERE finding_id = ?",
            now.evidence, severity.rawValue, due, now.certain, finding.id)
        if !finding.measured { try event(.measuredAgain, of: finding.id, "") }
        if finding.evidence != now.evidence { try event(.changed, of: finding.id, now.evidence) }
        if finding.severity != severity {
            try event(.severity, of: finding.id, "\(finding.severity.rawValue) → \(severity.rawValue)")
        }
        if finding.certain != now.certain {
            try event(now.certain ? .confirmed : .possible, of: finding.id, now.evidence)
        }
        return now
    }

    /// An exception of a fixed finding has nothing left to except.
    func fixed(_ finding: OpenFinding, by verdict: Verdict) throws {
        try session.run(
            """
            UPDATE h_finding SET closed_run = ?, room = NULL, measured = 1, exception = NULL, excepted_until = NULL
            WHERE finding_id = ?
            """, run.sequence, finding.id)
        try event(.fixed, of: finding.id, verdict.rawValue)
    }

    func unmeasured(_ finding: OpenFinding, because reason: String) throws -> OpenFinding {
        guard finding.measured else { return finding }
        try session.run("UPDATE h_finding SET measured = 0 WHERE finding_id = ?", finding.id)
        try event(.notMeasured, of: finding.id, reason)
        var finding = finding
        finding.measured = false
        return finding
    }

    /// Nobody asks any more: it stays as it was and does not count.
    func ruleRetired(_ finding: OpenFinding, because reason: String) throws -> OpenFinding {
        guard finding.judged else { return finding }
        try session.run("UPDATE h_finding SET judged = 0, measured = 0 WHERE finding_id = ?", finding.id)
        try event(.ruleRetired, of: finding.id, reason)
        var finding = finding
        (finding.judged, finding.measured) = (false, false)
        return finding
    }

    func ruleRestored(_ finding: OpenFinding) throws -> OpenFinding {
        guard !finding.judged else { return finding }
        try session.run("UPDATE h_finding SET judged = 1 WHERE finding_id = ?", finding.id)
        try event(.ruleRestored, of: finding.id, "")
        var finding = finding
        finding.judged = true
        return finding
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

    private func event(_ kind: FindingEventKind, of finding: Int, _ detail: String) throws {
        try session.run(
            "INSERT INTO h_finding_event (finding_id, run_id, kind, detail) VALUES (?, ?, ?, ?)",
            finding, run.sequence, kind.rawValue, detail)
    }
}
