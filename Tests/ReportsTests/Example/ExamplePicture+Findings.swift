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
                "2026-11-01", "2026-11-04"
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
        return Picture.Finding(
            id: line.id, rule: line.rule, endpoint: line.endpoint, address: address(line.endpoint), body: line.body,
            severity: severity(line.rule), state: .open, measured: !unmeasured, gap: unmeasured ? "timeout" : "",
            exception: line.id == "F-303" ? Picture.Accepted(id: "AUS-2026-007", until: day("2026-12-31")) : nil,
            openedRun: "\(line.opened)/1", opened: day(line.opened), cause: cause(line.id), due: day(line.due),
            evidence: line.evidence, owner: owner(line.body))
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

    static let changes: [Picture.Change] =
        findings.compactMap { finding in
            let closed = finding.closed
            guard let when = closed ?? (finding.opened > day("2026-10-23") ? finding.opened : nil) else { return nil }
            return Picture.Change(
                kind: closed == nil ? (finding.id == "F-314" ? .reopened : .opened) : .fixed,
                cause: closed == nil ? finding.cause : nil, finding: finding.id, rule: finding.rule,
                endpoint: finding.endpoint,
                body: finding.body, severity: finding.severity, day: when)
        } + [
            Picture.Change(
                kind: .withdrawn, cause: nil, finding: "F-199", rule: "ssh-kex-weak",
                endpoint: "alt.bitburg-pruem.example:22",
                body: "eifelkreis-bitburg-pruem", severity: .medium, day: day("2026-11-02"))
        ]

    static let exceptions = [
        Picture.Exception(
            id: "AUS-2026-007", rule: "tls-protocol-outdated", bodies: ["lk-bernkastel-wittlich"],
            subject: "geo.bernkastel-wittlich.example:443",
            reason: "Feldgeräte der Straßenmeisterei sprechen nur TLS 1.1; Austausch beauftragt (Vorgang IT-4711)",
            compensating: "Zugriff nur aus dem VPN, Firewall-Regel FW-118",
            requestedBy: "IT-Leitung Kreis Bernkastel-Wittlich",
            acceptedBy: "Informationssicherheitsbeauftragte IKZ", approvedOn: day("2026-05-04"),
            expires: day("2026-12-31"),
            findings: ["F-303"]),
        Picture.Exception(
            id: "AUS-2026-009", rule: "certificate-expired", bodies: ["zv-abfall-muster"],
            subject: "kunden.abfall-muster.example",
            reason: "Abschaltung zum 15.11.2026 beschlossen", compensating: nil, requestedBy: nil,
            acceptedBy: "Informationssicherheitsbeauftragte IKZ", approvedOn: day("2026-10-20"),
            expires: day("2026-11-15"),
            findings: ["F-306"]),
        Picture.Exception(
            id: "AUS-2026-012", rule: "mail-dmarc-missing", bodies: ["lk-cochem-zell"], subject: "cochem-zell.example",
            reason: "Umstellung des Mailversands läuft", compensating: nil, requestedBy: nil,
            acceptedBy: "Informationssicherheitsbeauftragte IKZ", approvedOn: day("2026-09-01"),
            expires: day("2027-03-31"),
            findings: []),
    ]

    static let authorisations = [
        permission(
            "FRG-2026-01", "Landkreis Bernkastel-Wittlich", "2026-12-31", .full,
            ["lk-bernkastel-wittlich", "vg-wittlich-land", "stadt-wittlich", "zv-abfall-muster"]),
        permission("FRG-2026-02", "Landkreis Cochem-Zell", "2026-12-31", .light, ["lk-cochem-zell"]),
        permission("FRG-2026-03", "Landkreis Vulkaneifel", "2027-01-31", .full, ["lk-vulkaneifel"]),
        permission("FRG-2026-04", "Eifelkreis Bitburg-Prüm", "2026-11-30", .light, ["eifelkreis-bitburg-pruem"]),
        permission("FRG-2026-05", "KRZ Muster GmbH", "2027-02-28", .light, ["it-krz-muster"]),
    ]

    private static func permission(
        _ id: String, _ name: String, _ until: String, _ consent: Consent, _ bodies: [String]
    ) -> Picture.Authorisation {
        Picture.Authorisation(
            id: id, grantedBy: name, signedBy: "IT-Leitung", document: "freigaben/\(id).pdf",
            validFrom: day("2026-01-01"),
            validUntil: day(until), consent: consent, bodies: bodies)
    }

    static let exclusions = [
        Picture.Exclusion(
            body: "lk-bernkastel-wittlich", what: "198.51.100.32/29",
            reason: "Telefonanlage reagiert auf Verbindungen mit Neustart", until: day("2027-03-31"))
    ]
}
