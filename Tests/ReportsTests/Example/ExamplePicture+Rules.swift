import Model

@testable import Reports

extension ExamplePicture {
    /// Rule texts as short as they may be; the shipped ones are in `rules/`.
    static let rules: [Picture.Rule] = common.map(\.withHistory) + unusual

    private static let common: [Picture.Rule] = [
        rule(
            "tls-protocol-outdated", "bsi", .high, "Veraltete TLS-Version wird angenommen",
            "Outdated TLS version accepted",
            "TLS 1.0/1.1 abschalten", "Switch off TLS 1.0/1.1", scope: "tls_endpoint",
            sql:
                "SELECT endpoint_id, group_concat(protocol, ', ') AS evidence\nFROM tls_protocol\nWHERE answer = 'accepted' AND protocol IN ('SSLv3', 'TLSv1.0', 'TLSv1.1')\nGROUP BY endpoint_id",
            RuleText.Reference(
                document: "BSI TR-02102-2", edition: "2026-01", section: "3.1", url: "https://www.bsi.bund.de/"),
            conforms: 19, deviates: 5, notMeasured: 2),
        rule(
            "certificate-expired", "bsi", .critical, "Zertifikat ist abgelaufen", "Certificate has expired",
            "Abgelaufenes Zertifikat ersetzen", "Replace the expired certificate", scope: "tls_endpoint",
            sql:
                "SELECT endpoint_id, not_after AS evidence FROM certificate WHERE position = 0 AND days_until(not_after) < 0",
            RuleText.Reference(
                document: "RFC 5280", edition: nil, section: "4.1.2.5", url: "https://www.rfc-editor.org/rfc/rfc5280"),
            conforms: 23, deviates: 1, notMeasured: 2),
        rule(
            "certificate-expires-soon", "bsi", .medium, "Zertifikat läuft bald ab", "Certificate expires soon",
            "Zertifikat erneuern", "Renew the certificate", scope: "tls_endpoint",
            sql:
                "SELECT endpoint_id, not_after AS evidence FROM certificate WHERE position = 0 AND days_until(not_after) BETWEEN 0 AND 13",
            RuleText.Reference(document: "BSI TR-03145", edition: nil, section: nil, url: nil), conforms: 24,
            deviates: 0, notMeasured: 2),
        rule(
            "certificate-self-signed", "bsi", .high, "Zertifikat ist selbst ausgestellt", "Certificate is self-signed",
            "Zertifikat einer vertrauten Stelle einsetzen", "Install a certificate of a trusted issuer",
            scope: "tls_endpoint",
            sql: "SELECT endpoint_id, subject AS evidence FROM certificate WHERE position = 0 AND self_signed = 1",
            RuleText.Reference(document: "BSI TR-02102-2", edition: "2026-01", section: "4", url: nil), conforms: 23,
            deviates: 1, notMeasured: 2),
        rule(
            "mail-submission-starttls-missing", "mail", .high, "Mail wird unverschlüsselt angenommen",
            "Mail is accepted unencrypted",
            "STARTTLS am Mailserver einschalten", "Switch on STARTTLS at the mail server", scope: "submission_endpoint",
            sql: "SELECT endpoint_id, answer AS evidence FROM mail_starttls WHERE answer IN ('absent', 'refused')",
            RuleText.Reference(
                document: "RFC 8314", edition: nil, section: "4.1", url: "https://www.rfc-editor.org/rfc/rfc8314"),
            conforms: 2, deviates: 1, notMeasured: 0),
        rule(
            "mail-dmarc-missing", "mail", .high, "DMARC-Eintrag fehlt", "DMARC record missing",
            "DMARC-Eintrag anlegen",
            "Publish a DMARC record", scope: "mail_domain",
            sql: "SELECT endpoint_id, name AS evidence FROM dns_lookup WHERE record = 'DMARC' AND answer = 'absent'",
            RuleText.Reference(document: "RFC 7489", edition: nil, section: nil, url: nil), conforms: 4, deviates: 1,
            notMeasured: 0),
        rule(
            "web-hsts-missing", "web", .medium, "HSTS fehlt", "HSTS missing", "HSTS-Kopfzeile setzen",
            "Set the HSTS header",
            scope: "https_endpoint",
            sql: "SELECT endpoint_id, 'no Strict-Transport-Security' AS evidence FROM https_endpoint",
            RuleText.Reference(
                document: "RFC 6797", edition: nil, section: "6.1", url: "https://www.rfc-editor.org/rfc/rfc6797"),
            conforms: 11, deviates: 4, notMeasured: 1),
        rule(
            "web-https-redirect-missing", "web", .medium, "Keine Weiterleitung auf HTTPS", "No redirect to HTTPS",
            "Von HTTP auf HTTPS weiterleiten", "Redirect from HTTP to HTTPS", scope: "http_endpoint",
            sql: "SELECT endpoint_id, status AS evidence FROM http_response WHERE status < 300",
            RuleText.Reference(document: "BSI TR-03116-4", edition: "2025", section: nil, url: nil), conforms: 12,
            deviates: 1, notMeasured: 0),
        rule(
            "web-server-version-disclosed", "web", .low, "Server nennt seine Version", "Server discloses its version",
            "Versionsangabe abschalten", "Switch off the version banner", scope: "https_endpoint",
            sql: "SELECT endpoint_id, value AS evidence FROM http_header WHERE name = 'server'",
            RuleText.Reference(document: "OWASP WSTG", edition: "4.2", section: nil, url: nil), conforms: 13,
            deviates: 2, notMeasured: 1),
        rule(
            "ssh-kex-weak", "ssh", .medium, "Schwacher SSH-Schlüsseltausch", "Weak SSH key exchange",
            "Schwache SSH-Verfahren abschalten", "Switch off weak SSH algorithms", scope: "ssh_endpoint",
            sql:
                "SELECT endpoint_id, group_concat(name, ', ') AS evidence FROM ssh_algorithm WHERE kind = 'kex' GROUP BY endpoint_id",
            RuleText.Reference(document: "BSI TR-02102-4", edition: "2026-01", section: nil, url: nil), conforms: 3,
            deviates: 1, notMeasured: 0),
        Picture.Rule(
            text: text(
                "tls-cipher-suite-listed", "bsi", .info, "Nicht gelistete Cipher-Suite", "Cipher suite not listed",
                "Cipher-Suite prüfen", "Review the cipher suite", scope: "tls_endpoint", sql: "",
                [RuleText.Reference(document: "BSI TR-02102-2", edition: "2026-01", section: "3.3", url: nil)]),
            verdicts: [.conforms: 22, .notListed: 2, .notMeasured: 2],
            hints: [
                Picture.Hint(
                    verdict: .notListed, endpoint: "karte.vulkaneifel.example:443", body: "lk-vulkaneifel",
                    evidence: "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
                Picture.Hint(
                    verdict: .notListed, endpoint: "www.cochem-zell.example:443", body: "lk-cochem-zell",
                    evidence: "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
            ]),
    ]

    /// One rule that is rated otherwise here, one on trial, one that was retired, and one that gives only suspicions.
    private static let unusual: [Picture.Rule] = [
        Picture.Rule(
            text: text(
                "ssh-version-vulnerable", "ssh", .high, "OpenSSH-Version mit bekannter Lücke",
                "OpenSSH version with a known hole", "OpenSSH-Paket prüfen und aktualisieren",
                "Check and update the OpenSSH package", scope: "ssh_endpoint",
                sql: "SELECT endpoint_id, version AS evidence FROM software WHERE product = 'openssh'", []),
            verdicts: [.conforms: 2, .deviates: 2]),
        Picture.Rule(
            text: text(
                "web-csp-missing", "web", .low, "Content-Security-Policy fehlt", "Content-Security-Policy missing",
                "Content-Security-Policy setzen", "Set a Content-Security-Policy", scope: "https_endpoint",
                sql: "SELECT endpoint_id, 'no Content-Security-Policy' AS evidence FROM https_endpoint", [],
                status: .trial),
            verdicts: [.conforms: 12, .deviates: 2],
            hints: ["www.cochem-zell.example:443", "serviceportal.cochem-zell.example:443"].map {
                Picture.Hint(
                    verdict: .deviates, endpoint: $0, body: "lk-cochem-zell", evidence: "no Content-Security-Policy")
            }),
        Picture.Rule(
            text: text(
                "web-xss-header-missing", "web", .medium, "X-XSS-Protection fehlt", "X-XSS-Protection missing",
                "X-XSS-Protection setzen", "Set X-XSS-Protection", scope: "https_endpoint", sql: "", [],
                status: .retired), verdicts: [:]),
    ]

    fileprivate static let past = [("2026-09-23", 7), ("2026-10-23", 4)].map { date, deviates in
        Picture.PastVerdicts(
            run: "\(date)/1", day: day(date), verdicts: [.conforms: 24 - deviates, .deviates: deviates])
    }

    private static func rule(
        _ id: String, _ pack: String, _ severity: Severity, _ de: String, _ en: String, _ action: String,
        _ actionEn: String,
        scope: String, sql: String, _ reference: RuleText.Reference, conforms: Int, deviates: Int, notMeasured: Int
    ) -> Picture.Rule {
        Picture.Rule(
            text: text(id, pack, severity, de, en, action, actionEn, scope: scope, sql: sql, [reference]),
            verdicts: [.conforms: conforms, .deviates: deviates, .notMeasured: notMeasured])
    }

    private static func text(
        _ id: String, _ pack: String, _ severity: Severity, _ de: String, _ en: String, _ action: String,
        _ actionEn: String,
        scope: String, sql: String, _ references: [RuleText.Reference], status: RuleText.Status = .active
    ) -> RuleText {
        RuleText(
            id: id, pack: pack, status: status, severity: severity, title: LocalizedText(de: de, en: en),
            why: LocalizedText(
                de: "Hier steht, warum das stört und wen es trifft.",
                en: "This says why it matters and whom it affects."),
            fix: LocalizedText(
                de: "Hier steht, was einzustellen ist, mit Beispiel.", en: "This says what to set, with an example."),
            action: LocalizedText(de: action, en: actionEn), scope: scope, deviates: sql, references: references)
    }
}

extension Picture.Rule {
    /// The outdated versions have a past, and the missing record is rated otherwise here.
    fileprivate var withHistory: Self {
        switch id {
        case "tls-protocol-outdated":
            Self(
                text: text, verdicts: verdicts, judgedSince: ExamplePicture.day("2026-03-02"), past: ExamplePicture.past
            )
        case "mail-dmarc-missing":
            Self(
                text: text.weighed(
                    .medium, because: "Umstellung des Mailversands läuft bis März 2027 (Beschluss IT-Runde)"),
                verdicts: verdicts, judgedSince: ExamplePicture.day("2026-11-12"))
        default: self
        }
    }
}
