import Model

@testable import Reports

extension ExamplePicture {
    private static let officer = "Informationssicherheitsbeauftragte IKZ"

    /// One in each standing.
    static let exceptions = [
        Picture.Exception(
            id: "AUS-2026-007", rule: "tls-protocol-outdated", bodies: ["lk-bernkastel-wittlich"],
            subject: "geo.bernkastel-wittlich.example:443",
            reason: "Feldgeräte der Straßenmeisterei sprechen nur TLS 1.1; Austausch beauftragt (Vorgang IT-4711)",
            compensating: "Zugriff nur aus dem VPN, Firewall-Regel FW-118",
            requestedBy: "IT-Leitung Kreis Bernkastel-Wittlich", acceptedBy: officer, approvedOn: day("2026-05-04"),
            expires: day("2026-12-31"), findings: ["F-303"], standing: .active,
            residualRisk: "Wer im VPN mitliest, kann Messwerte verfälschen; keine personenbezogenen Daten",
            planWhat: "Austausch der 14 Feldgeräte", planBy: day("2026-12-15")),
        Picture.Exception(
            id: "AUS-2026-009", rule: "certificate-expired", bodies: ["zv-abfall-muster"],
            subject: "kunden.abfall-muster.example", reason: "Abschaltung zum 15.11.2026 beschlossen",
            compensating: nil, requestedBy: "IT-Leitung Kreis Bernkastel-Wittlich", acceptedBy: officer,
            approvedOn: day("2026-10-20"), expires: day("2026-11-15"), findings: ["F-306"], standing: .ended,
            residualRisk: "Kunden gewöhnen sich an die Warnung des Browsers", planWhat: "Abschaltung",
            planBy: day("2026-11-15")),
        Picture.Exception(
            id: "AUS-2026-012", rule: "mail-dmarc-missing", bodies: ["lk-cochem-zell"], subject: "cochem-zell.example",
            reason: "Umstellung des Mailversands läuft", compensating: nil, requestedBy: nil, acceptedBy: officer,
            approvedOn: day("2026-09-01"), expires: day("2027-03-31"), findings: [], standing: .idle),
        Picture.Exception(
            id: "AUS-2026-013", rule: "web-hsts-missing", bodies: ["lk-bernkastel-wittlich"],
            subject: "www.bernkastel-wittlich.example:443", reason: "Umzug der Seite auf den neuen Server",
            compensating: "Weiterleitung auf HTTPS ist an", requestedBy: "IT-Leitung Kreis Bernkastel-Wittlich",
            acceptedBy: officer, approvedOn: day("2026-11-05"), expires: day("2026-12-15"), findings: ["F-308"],
            standing: .endingSoon, residualRisk: "Erster Aufruf kann abgefangen werden",
            planWhat: "Umzug mit HSTS", planBy: day("2026-12-10")),
        Picture.Exception(
            id: "AUS-2026-014", rule: "ssh-kex-weak", bodies: ["eifelkreis-bitburg-pruem"],
            subject: "alt.bitburg-pruem.example:22", reason: "Altes System, wird abgelöst", compensating: nil,
            requestedBy: nil, acceptedBy: officer, approvedOn: day("2026-07-01"), expires: day("2027-06-30"),
            findings: [], standing: .unmatched),
        Picture.Exception(
            id: "AUS-2026-015", rule: "tls-protocol-outdated", bodies: ["lk-vulkaneifel"],
            subject: "archiv.vulkaneifel.example:443", reason: "Archiv spricht nur TLS 1.1; Ablösung 2027",
            compensating: "Nur im Verwaltungsnetz erreichbar", requestedBy: "IT-Leitung Kreis Vulkaneifel",
            acceptedBy: officer, approvedOn: day("2026-08-01"), expires: day("2027-07-31"), findings: [],
            standing: .notMeasured, residualRisk: "Mitlesen im Verwaltungsnetz", planWhat: "Neues Archivsystem",
            planBy: day("2027-06-30")),
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
