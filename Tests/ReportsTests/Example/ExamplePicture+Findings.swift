import Model

@testable import Reports

extension ExamplePicture {
    private typealias Line = (
        id: String, rule: String, endpoint: String, body: String, opened: String, due: String, evidence: String
    )

    private static let open: [Line] = [
        (
            "F-301", "tls-protocol-outdated", "mail.bernkastel-wittlich.example:25", "lk-bernkastel-wittlich",
            "2026-10-21", "2026-11-04", "TLSv1.0, TLSv1.1"
        ),
        (
            "F-302", "tls-protocol-outdated", "mail.bernkastel-wittlich.example:993", "lk-bernkastel-wittlich",
            "2026-10-21", "2026-11-04", "TLSv1.0, TLSv1.1"
        ),
        (
            "F-303", "tls-protocol-outdated", "geo.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich",
            "2026-05-02", "2026-05-16", "TLSv1.1"
        ),
        (
            "F-304", "tls-protocol-outdated", "serviceportal.cochem-zell.example:443", "lk-cochem-zell", "2026-11-16",
            "2026-11-30", "TLSv1.1"
        ),
        (
            "F-305", "certificate-self-signed", "karte.vulkaneifel.example:443", "lk-vulkaneifel", "2026-11-02",
            "2026-11-16", "CN=karte.vulkaneifel.example"
        ),
        (
            "F-306", "certificate-expired", "kunden.abfall-muster.example:443", "zv-abfall-muster", "2026-11-03",
            "2026-11-06", "not_after 2026-11-02T12:00:00Z"
        ),
        (
            "F-307", "mail-submission-starttls-missing", "mail.stadt-wittlich.example:587", "stadt-wittlich",
            "2026-11-19", "2026-12-03", "STARTTLS absent"
        ),
        (
            "F-308", "web-hsts-missing", "www.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich", "2026-10-01",
            "2026-11-30", "no Strict-Transport-Security"
        ),
        (
            "F-309", "web-hsts-missing", "www.vulkaneifel.example:443", "lk-vulkaneifel", "2026-10-01", "2026-11-30",
            "no Strict-Transport-Security"
        ),
        (
            "F-310", "web-hsts-missing", "karte.vulkaneifel.example:443", "lk-vulkaneifel", "2026-08-12", "2026-10-11",
            "no Strict-Transport-Security"
        ),
        (
            "F-311", "web-hsts-missing", "jobs.bitburg-pruem.example:443", "eifelkreis-bitburg-pruem", "2026-11-10",
            "2027-01-09", "no Strict-Transport-Security"
        ),
        (
            "F-312", "web-https-redirect-missing", "www.vg-wittlich-land.example:80", "vg-wittlich-land", "2026-11-20",
            "2027-01-19", "200 without redirect"
        ),
        (
            "F-313", "web-server-version-disclosed", "karte.vulkaneifel.example:443", "lk-vulkaneifel", "2026-06-01",
            "2026-11-28", "Apache/2.4.41 (Ubuntu)"
        ),
        (
            "F-314", "web-server-version-disclosed", "serviceportal.cochem-zell.example:443", "lk-cochem-zell",
            "2026-11-02", "2027-05-01", "Apache/2.4.62 (Debian)"
        ),
        (
            "F-315", "mail-dmarc-missing", "vulkaneifel.example", "lk-vulkaneifel", "2026-11-12", "2027-01-11",
            "no record at _dmarc.vulkaneifel.example"
        ),
        (
            "F-316", "ssh-kex-weak", "karte.vulkaneifel.example:22", "lk-vulkaneifel", "2026-11-12", "2027-01-11",
            "diffie-hellman-group14-sha1, diffie-hellman-group1-sha1"
        ),
        (
            "F-317", "tls-protocol-outdated", "katwarn.vulkaneifel.example:443", "lk-vulkaneifel", "2026-11-09",
            "2026-11-23", "TLSv1.0"
        ),
        (
            "F-318", "tls-protocol-outdated", "hosting.krz-muster.example:443", "it-krz-muster", "2026-11-18",
            "2026-12-02", "TLSv1.1"
        ),
        (
            "F-319", "web-server-version-disclosed", "www.stadt-wittlich.example:443", "stadt-wittlich", "2026-11-18",
            "2027-05-17", "nginx/1.18.0"
        ),
        (
            "F-320", "web-server-version-disclosed", "www.vg-wittlich-land.example:443", "vg-wittlich-land",
            "2026-11-18", "2027-05-17", "nginx/1.18.0"
        ),
        (
            "F-321", "web-server-version-disclosed", "kunden.abfall-muster.example:443", "zv-abfall-muster",
            "2026-11-18", "2027-05-17", "nginx/1.18.0"
        ),
        (
            "F-401", "ssh-version-vulnerable", "karte.vulkaneifel.example:22", "lk-vulkaneifel", "2026-11-12",
            "2026-12-12", "OpenSSH_7.4"
        ),
        (
            "F-402", "ssh-version-vulnerable", "portal.bernkastel-wittlich.example:22", "lk-bernkastel-wittlich",
            "2026-11-12", "2026-12-12", "OpenSSH_9.2p1 Debian-2+deb12u3"
        ),
    ]

    private static let fixed:
        [(id: String, rule: String, endpoint: String, body: String, opened: String, closed: String)] = [
            (
                "F-201", "web-hsts-missing", "portal.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich",
                "2026-10-20", "2026-10-29"
            ),
            (
                "F-202", "web-hsts-missing", "termine.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich",
                "2026-10-20", "2026-10-29"
            ),
            (
                "F-203", "web-server-version-disclosed", "www.bernkastel-wittlich.example:443",
                "lk-bernkastel-wittlich", "2026-10-02", "2026-11-03"
            ),
            (
                "F-204", "web-server-version-disclosed", "portal.bernkastel-wittlich.example:443",
                "lk-bernkastel-wittlich", "2026-10-20", "2026-11-03"
            ),
            (
                "F-205", "certificate-expires-soon", "www.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich",
                "2026-10-12", "2026-11-04"
            ),
            (
                "F-206", "web-https-redirect-missing", "www.cochem-zell.example:80", "lk-cochem-zell", "2026-10-09",
                "2026-10-30"
            ),
            (
                "F-207", "mail-dmarc-missing", "bitburg-pruem.example", "eifelkreis-bitburg-pruem", "2026-09-01",
                "2026-11-12"
            ),
        ]

    static let findings: [Picture.Finding] =
        open.map(standing)
        + fixed.map { line in
            Picture.Finding(
                id: line.id, rule: line.rule, endpoint: line.endpoint, address: address(line.endpoint), body: line.body,
                severity: severity(line.rule), state: .fixed, measured: true, openedRun: "\(line.opened)/1",
                opened: day(line.opened), cause: .change, due: day(line.opened), closed: day(line.closed), evidence: "",
                owner: owner(line.body))
        }

    private static func standing(_ line: Line) -> Picture.Finding {
        let unmeasured = line.id == "F-317"
        let possible = line.id.hasPrefix("F-4")
        let accepted = ["F-303": ("AUS-2026-007", "2026-12-31"), "F-308": ("AUS-2026-013", "2026-12-15")][line.id]
        return Picture.Finding(
            id: line.id, rule: line.rule, endpoint: line.endpoint, address: address(line.endpoint), body: line.body,
            severity: severity(line.rule), state: .open, measured: !unmeasured, gap: unmeasured ? "timeout" : "",
            exception: accepted.map { Picture.Accepted(id: $0.0, until: day($0.1)) },
            openedRun: "\(line.opened)/1", opened: day(line.opened), cause: cause(line.id), due: day(line.due),
            evidence: line.evidence, owner: owner(line.body), affects: line.id == "F-318" ? hosted : [],
            possible: possible, events: events(line.id, opened: line.opened, possible: possible),
            exceptionBlock: possible || accepted != nil ? "" : block(line))
    }

    /// Bodies with systems at the provider.
    private static let hosted = ["lk-bernkastel-wittlich", "stadt-wittlich", "vg-wittlich-land", "zv-abfall-muster"]

    private static func block(_ line: Line) -> String {
        let parts = line.endpoint.split(separator: ":").map(String.init)
        let port = parts.count > 1 ? ", port: \(parts[1])" : ""
        return """
            - id: AUS-2026-016
              rule: \(line.rule)
              where: {body: \(line.body), host: \(parts[0])\(port)}
              reason: "..."
              compensating: "..."
              residual_risk: "..."
              plan: {what: "...", by: 2027-02-14}
              requested_by: "..."
              accepted_by: "..."
              approved_on: 2026-11-23
              expires: 2027-02-28
            """
    }

    private static func cause(_ id: String) -> Picture.OpeningCause {
        switch id {
        case "F-315", "F-316": .newRule
        case "F-312": .newTarget
        case "F-306": .exceptionExpired
        default: .change
        }
    }

    private static func address(_ endpoint: String) -> String {
        endpoints.first { $0.label == endpoint }?.address ?? ""
    }
    private static func severity(_ rule: String) -> Severity { rules.first { $0.id == rule }?.text.severity ?? .info }
    private static func owner(_ body: String) -> String { bodies.first { $0.id == body }?.owner ?? "" }

    /// The log of a finding; a few have a longer life than most.
    private static func events(_ id: String, opened: String, possible: Bool) -> [Picture.Event] {
        func event(_ date: String, _ kind: Picture.Event.Kind, _ detail: String = "") -> Picture.Event {
            Picture.Event(run: "\(date)/1", day: day(date), kind: kind, detail: detail)
        }
        let first = event(opened, possible ? .possible : .opened)
        return switch id {
        case "F-301": [first, event("2026-11-02", .changed, "TLSv1.0, TLSv1.1")]
        case "F-303": [first, event("2026-05-04", .excepted, "AUS-2026-007")]
        case "F-306":
            [
                first, event("2026-11-03", .excepted, "AUS-2026-009"),
                event("2026-11-16", .exceptionEnded, "AUS-2026-009"),
            ]
        case "F-308": [first, event("2026-11-05", .excepted, "AUS-2026-013")]
        case "F-314": [event("2026-06-08", .opened), event("2026-08-20", .fixed), event(opened, .reopened)]
        case "F-317": [first, event("2026-11-23", .notMeasured, "timeout")]
        default: [first]
        }
    }

    static let changes: [Picture.Change] =
        findings.compactMap { finding in
            let closed = finding.closed
            guard let when = closed ?? (finding.opened > day("2026-10-23") ? finding.opened : nil), !finding.possible
            else { return nil }
            let kinds: [String: Picture.Change.Kind] = ["F-314": .reopened, "F-306": .exceptionEnded]
            return Picture.Change(
                kind: closed == nil ? kinds[finding.id] ?? .opened : .fixed,
                cause: closed == nil ? finding.cause : nil, finding: finding.id, rule: finding.rule,
                endpoint: finding.endpoint,
                body: finding.body, severity: finding.severity, day: when)
        } + [
            Picture.Change(
                kind: .ruleRetired, cause: nil, finding: "F-199", rule: "web-xss-header-missing",
                endpoint: "www.bitburg-pruem.example:443", body: "eifelkreis-bitburg-pruem", severity: .medium,
                day: day("2026-11-12")),
            Picture.Change(
                kind: .ruleRetired, cause: nil, finding: "F-198", rule: "web-xss-header-missing",
                endpoint: "www.cochem-zell.example:443", body: "lk-cochem-zell", severity: .medium,
                day: day("2026-11-12")),
            Picture.Change(
                kind: .excepted, cause: nil, finding: "F-308", rule: "web-hsts-missing",
                endpoint: "www.bernkastel-wittlich.example:443", body: "lk-bernkastel-wittlich", severity: .medium,
                day: day("2026-11-05")),
        ]
}
