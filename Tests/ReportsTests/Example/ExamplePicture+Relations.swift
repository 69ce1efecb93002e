import Model

@testable import Reports

extension ExamplePicture {
    /// Counted by hand, so that the figures can be held against them.
    static let balances: [Picture.Balance] = [
        balance(
            .findings, 15,
            [
                (.change, 9), (.newRule, 2), (.newTarget, 1), (.reopened, 1), (.exceptionEnded, 1), (.fixed, -7),
                (.excepted, -1), (.ruleRetired, -2),
            ], 19),
        balance(.urgent, 2, [(.change, 5), (.exceptionEnded, 1)], 8),
        balance(.excepted, 1, [(.excepted, 1)], 2),
        balance(.possible, 0, [(.newRule, 2)], 2),
        balance(.known, 44, [(.added, 2), (.removed, -1)], 45),
        balance(.measured, 42, [(.added, 2), (.removed, -1), (.measured, 1), (.notMeasured, -2)], 42),
        balance(.certificates, 14, [(.added, 1)], 15),
        balance(.software, 11, [(.removed, -1), (.appeared, 2)], 12),
        balance(.exceptions, 6, [(.begun, 1), (.withdrawn, -1), (.expired, -1)], 5),
        balance(
            .findings, body: "lk-bernkastel-wittlich", 8,
            [(.change, 3), (.newTarget, 1), (.fixed, -5), (.excepted, -1)],
            6),
        balance(
            .findings, body: "lk-cochem-zell", 2, [(.change, 1), (.reopened, 1), (.fixed, -1), (.ruleRetired, -1)], 2),
        balance(.findings, body: "lk-vulkaneifel", 3, [(.change, 2), (.newRule, 2)], 7),
        balance(
            .findings, body: "eifelkreis-bitburg-pruem", 2, [(.change, 1), (.fixed, -1), (.ruleRetired, -1)], 1),
    ].compactMap(\.self)

    private static func balance(
        _ counted: Picture.Balance.Counted, body: String? = nil, _ before: Int, _ steps: [(Picture.Cause, Int)],
        _ after: Int
    ) -> Picture.Balance? {
        Picture.Balance(
            counted, body: body, before: before, steps: steps.map { Picture.Balance.Step($0.0, $0.1) }, after: after)
    }

    private static let renewed = [
        ("www.bernkastel-wittlich", "lk-bernkastel-wittlich"), ("www.cochem-zell", "lk-cochem-zell"),
        ("www.bitburg-pruem", "eifelkreis-bitburg-pruem"),
    ]

    static let movements: [Picture.Movement] =
        renewed.map { host, body in
            Picture.Movement(
                .certificateReplaced, what: "\(host).example:443", body: body,
                before: "CN=\(host).example, 2026-11-12", after: "CN=\(host).example, 2027-01-24")
        } + [
            Picture.Movement(
                .certificateNew, what: "www.vg-wittlich-land.example:443", body: "vg-wittlich-land",
                after: "CN=www.vg-wittlich-land.example, 2027-02-11"),
            Picture.Movement(
                .softwareChanged, what: "portal.bernkastel-wittlich.example:443", body: "lk-bernkastel-wittlich",
                before: "nginx 1.18.0", after: "nginx 1.22.1"),
            Picture.Movement(
                .softwareSeen, what: "www.vulkaneifel.example:443", body: "lk-vulkaneifel", after: "typo3"),
            Picture.Movement(
                .softwareSeen, what: "karte.vulkaneifel.example:22", body: "lk-vulkaneifel", after: "openssh 7.4"),
            Picture.Movement(
                .softwareGone, what: "alt.bitburg-pruem.example:22", body: "eifelkreis-bitburg-pruem",
                before: "openssh 6.7p1"),
            Picture.Movement(
                .endpointAdded, what: "www.vg-wittlich-land.example:80", body: "vg-wittlich-land", after: "http"),
            Picture.Movement(
                .endpointAdded, what: "www.vg-wittlich-land.example:443", body: "vg-wittlich-land", after: "https"),
            Picture.Movement(.endpointGone, what: "alt.bitburg-pruem.example:22", body: "eifelkreis-bitburg-pruem"),
            Picture.Movement(
                .exceptionBegun, what: "AUS-2026-013", body: "lk-bernkastel-wittlich", after: "2026-12-15"),
            Picture.Movement(.exceptionEnded, what: "AUS-2026-009", body: "zv-abfall-muster", after: "2026-11-15"),
            Picture.Movement(.exceptionRemoved, what: "AUS-2026-003", body: "lk-cochem-zell", after: "2026-12-31"),
            Picture.Movement(
                .measuredAgain, what: "jobs.bitburg-pruem.example:443", body: "eifelkreis-bitburg-pruem",
                before: "timeout", outcome: .silent),
            Picture.Movement(
                .noLongerMeasured, what: "katwarn.vulkaneifel.example:443", body: "lk-vulkaneifel", after: "timeout",
                outcome: .silent),
            Picture.Movement(
                .noLongerMeasured, what: "mail.stadt-wittlich.example:587", body: "stadt-wittlich",
                after: "STARTTLS not offered", outcome: .otherProtocol),
        ]

    static let commonEvents = [
        Picture.CommonEvent(
            kind: .opened, rule: "web-server-version-disclosed", day: day("2026-11-18"),
            bodies: ["stadt-wittlich", "vg-wittlich-land", "zv-abfall-muster"], findings: ["F-319", "F-320", "F-321"],
            shared: [Picture.Common(.provider, "it-krz-muster")])
    ]

    static let shared = [
        Picture.SharedThing(
            Picture.Common(.provider, "it-krz-muster"),
            bodies: ["lk-bernkastel-wittlich", "stadt-wittlich", "vg-wittlich-land", "zv-abfall-muster"],
            endpoints: [
                "geo.bernkastel-wittlich.example:443", "www.stadt-wittlich.example:443",
                "www.vg-wittlich-land.example:443", "kunden.abfall-muster.example:443",
            ], openFindings: ["F-306", "F-307", "F-312", "F-318", "F-319", "F-320", "F-321"]),
        Picture.SharedThing(
            Picture.Common(.key, String(repeating: "k11", count: 8)), bodies: ["stadt-wittlich", "vg-wittlich-land"],
            endpoints: ["www.stadt-wittlich.example:443", "www.vg-wittlich-land.example:443"],
            openFindings: ["F-319", "F-320"]),
        Picture.SharedThing(
            Picture.Common(.nameServer, "ns1.krz-muster.example"),
            bodies: ["stadt-wittlich", "vg-wittlich-land", "zv-abfall-muster"], endpoints: ["vg-wittlich-land.example"]),
        Picture.SharedThing(
            Picture.Common(.mailHost, "mail.krz-muster.example"), bodies: ["stadt-wittlich", "zv-abfall-muster"],
            endpoints: ["mail.stadt-wittlich.example:587"], openFindings: ["F-307"]),
    ]

    static let controls = [
        control(
            .grundschutz2023, "APP.3.2.A11", .measured,
            "Zeigt, welche Verschlüsselung Dienste nach außen annehmen; nicht, was innen gilt.",
            "Shows which encryption services accept from outside; not what holds inside.",
            ["tls-protocol-outdated", "certificate-expired", "web-https-redirect-missing"], (65, 54, 7, 4)),
        control(
            .grundschutz2023, "APP.3.2.A12", .measured, "Zeigt, ob ein Webserver seine Version nennt.",
            "Shows whether a web server tells its version.", ["web-server-version-disclosed"], (16, 10, 5, 1)),
        control(
            .grundschutz2023, "APP.5.3.A9", .partly,
            "Zeigt die Einträge im DNS; ob Mail danach behandelt wird, sieht nur der Mailserver.",
            "Shows the records in the DNS; only the mail server sees whether mail is treated by them.",
            ["mail-dmarc-missing"], (5, 4, 1, 0)),
        control(
            .grundschutz2023, "OPS.1.1.3.A15", .people,
            "Welche Pakete installiert und noch unterstützt sind, zeigt nur das System selbst.",
            "Only the system itself shows which packages are installed and still supported.", [], nil),
        control(
            .grundschutzPlusPlus, "KONF.14.1.1", .measured,
            "Zeigt Dienste, die unverschlüsselt oder mit alten Versionen antworten.",
            "Shows services that answer without encryption or with old versions.",
            ["tls-protocol-outdated", "mail-submission-starttls-missing"], (29, 21, 6, 2)),
        control(
            .wiba, "Serversysteme", .partly,
            "Etwa ein Viertel der Fragen lässt sich von außen beantworten; Sicherung, Rechte und Räume nicht.",
            "About a quarter of the questions can be answered from outside; backup, rights and rooms cannot.",
            ["tls-protocol-outdated", "web-server-version-disclosed", "web-hsts-missing"], (58, 40, 14, 4)),
        control(
            .wiba, "Backup", .people, "Ein Scan sieht keine Sicherungen.", "A scan sees no backups.", [], nil),
    ]

    private static func control(
        _ framework: Control.Framework, _ id: String, _ support: Control.Support, _ de: String,
        _ en: String, _ rules: [String], _ counts: (Int, Int, Int, Int)?
    ) -> Picture.Control {
        Picture.Control(
            framework: framework, id: id, support: support, note: LocalizedText(de: de, en: en), rules: rules,
            counts: counts.map {
                Picture.Control.Counts(assessed: $0.0, conforms: $0.1, deviates: $0.2, notMeasured: $0.3)
            })
    }
}
