import Model

@testable import Reports

/// The cooperation of the committed example: four counties, two municipalities, an association and a provider.
///
/// Made up by hand; names of counties are real, everything about their systems is invented. Hosts are `.example` names
/// and documentation addresses.
enum ExamplePicture {
    static let run = Picture.Run(
        id: "2026-11-23/1", started: time("2026-11-23T04:12:00Z"), finished: time("2026-11-23T04:21:40Z"),
        zone: Picture.Zone(name: "Europe/Berlin", secondsFromUTC: 3_600), tool: "0.1.0",
        comparison: Picture.Comparison(run: "2026-10-23/1", day: day("2026-10-23")))

    static let picture = Picture(
        cooperation: Picture.Cooperation(
            id: "ikz-emh", name: "IKZ Eifel-Mosel-Hunsrück", tlp: .amber, contact: "isb@ikz-emh.example"),
        run: run, packs: packs, probes: probes, method: method, bodies: bodies, endpoints: endpoints,
        findings: findings,
        changes: changes, certificates: certificates, software: software, exceptions: exceptions,
        authorisations: authorisations, exclusions: exclusions, rules: rules, history: history, balances: balances,
        movements: movements, commonEvents: commonEvents, shared: shared, controls: controls,
        onlineServices: onlineServices, processes: processes, chains: chains,
        harmonisation: harmonisation)

    static func time(_ text: String) -> Timestamp { Timestamp(rfc3339: text) ?? Timestamp(seconds: 0) }
    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static let packs = [
        Picture.Pack(name: "bsi", version: "2026-01", active: 17, trial: 0, pin: "2026-01"),
        Picture.Pack(
            name: "mail", version: "2026-11", active: 14, trial: 3,
            changelog: [
                release("2026-11", "Neue Regel: DMARC-Eintrag fehlt.", "New rule: DMARC record missing."),
                release("2026-03", "Erste Fassung.", "First version."),
            ]),
        Picture.Pack(name: "ssh", version: "2026-01", active: 7, trial: 0),
        Picture.Pack(
            name: "web", version: "2026-11", active: 13, trial: 1,
            changelog: [
                release(
                    "2026-11", "X-XSS-Protection zurückgezogen: Browser werten es nicht mehr aus.",
                    "X-XSS-Protection retired: browsers no longer heed it.")
            ]),
    ]

    private static func release(_ version: String, _ de: String, _ en: String) -> Picture.PackRelease {
        Picture.PackRelease(version: version, day: day("\(version)-12"), text: LocalizedText(de: de, en: en))
    }

    static let probes = [
        Picture.Probe(
            name: "dns", services: [.domain, .mailDomain], consent: .passive, connections: 0,
            sends: LocalizedText(
                de:
                    "Fragt den benannten Resolver nach Adressen, MX, CAA, SPF, DMARC, MTA-STS und TLSA; die Systeme selbst werden nicht kontaktiert.",
                en:
                    "Asks the named resolver for addresses, MX, CAA, SPF, DMARC, MTA-STS and TLSA; the systems themselves are not contacted."
            )),
        Picture.Probe(
            name: "http", services: [.http, .https], consent: .light, connections: 6,
            sends: LocalizedText(
                de: "Ein GET auf die Startseite, folgt höchstens fünf Weiterleitungen innerhalb der Freigabe.",
                en: "One GET for the start page; follows at most five redirects within the authorised scope.")),
        Picture.Probe(
            name: "ssh", services: [.ssh], consent: .light, connections: 1,
            sends: LocalizedText(
                de: "Tauscht Kennung und Algorithmenlisten aus und legt auf; es wird kein Benutzername gesendet.",
                en: "Exchanges identification and algorithm lists and hangs up; no user name is sent.")),
        Picture.Probe(
            name: "tls", services: [.https, .tls, .smtp, .submission, .imaps], consent: .light, connections: 6,
            sends: LocalizedText(
                de: "Ein vollständiger Handshake und je TLS-Version eine Begrüßung, die nach der Antwort endet.",
                en: "One full handshake, and one greeting for each TLS version that ends after the answer.")),
    ]

    static let method = Picture.Method(
        scannerContact: "scan@ikz-emh.example", scannerURL: "https://scan.ikz-emh.example/info", limits: .polite,
        timeoutSeconds: 8, retries: 1, window: "01:00-05:30", resolvers: ["192.0.2.53"])

    static let bodies = [
        body(
            "lk-bernkastel-wittlich", "Landkreis Bernkastel-Wittlich", .county, "07231",
            it: "Kreis Bernkastel-Wittlich", "FRG-2026-01"),
        body("lk-cochem-zell", "Landkreis Cochem-Zell", .county, "07135", it: "Kreis Cochem-Zell", "FRG-2026-02"),
        body("lk-vulkaneifel", "Landkreis Vulkaneifel", .county, "07233", it: "Kreis Vulkaneifel", "FRG-2026-03"),
        body(
            "eifelkreis-bitburg-pruem", "Eifelkreis Bitburg-Prüm", .county, "07232", it: "Eifelkreis Bitburg-Prüm",
            "FRG-2026-04",
            tlp: .amberStrict),
        body(
            "vg-wittlich-land", "Verbandsgemeinde Wittlich-Land (Beispiel)", .municipality, nil,
            it: "Kreis Bernkastel-Wittlich",
            "FRG-2026-01", parent: "lk-bernkastel-wittlich"),
        body(
            "stadt-wittlich", "Stadt Wittlich (Beispiel)", .municipality, nil, it: "Kreis Bernkastel-Wittlich",
            "FRG-2026-01",
            parent: "lk-bernkastel-wittlich"),
        body(
            "zv-abfall-muster", "Zweckverband Abfallwirtschaft Muster", .specialPurposeAssociation, nil,
            it: "Kreis Bernkastel-Wittlich", "FRG-2026-01"),
        Picture.Body(
            id: "it-krz-muster", name: "Kommunales Rechenzentrum Muster", kind: .itProvider, key: nil, parent: nil,
            owner: "Leitstelle Rechenzentrum", authorisation: "FRG-2026-05", tlp: .amberStrict),
    ]

    private static func body(
        _ id: String, _ name: String, _ kind: Body.Kind, _ key: String?, it: String, _ authorisation: String,
        parent: String? = nil, tlp: TLP = .amber
    ) -> Picture.Body {
        Picture.Body(
            id: id, name: name, kind: kind, key: key, parent: parent, owner: "IT-Leitung \(it)",
            reportTo: ["Informationssicherheitsbeauftragte IKZ"], providers: ["it-krz-muster"],
            authorisation: authorisation,
            tlp: tlp)
    }

    static let history: [Picture.HistoryPoint] = {
        let counts: [(String, [String: Int])] = [
            ("2026-06-23", ["bkw": 11, "town": 1, "coc": 5, "vul": 4, "bit": 4, "krz": 2]),
            ("2026-07-23", ["bkw": 12, "town": 1, "coc": 5, "vul": 5, "bit": 5, "krz": 2]),
            ("2026-08-23", ["bkw": 11, "town": 1, "coc": 4, "vul": 5, "bit": 6, "krz": 3]),
            ("2026-09-23", ["bkw": 9, "town": 1, "coc": 5, "vul": 4, "bit": 5, "krz": 2]),
            ("2026-10-23", ["bkw": 8, "coc": 2, "vul": 3, "bit": 2]),
            ("2026-11-23", ["bkw": 2, "town": 2, "vg": 2, "coc": 2, "vul": 7, "bit": 1, "zv": 2, "krz": 1]),
        ]
        let ids = [
            "bkw": "lk-bernkastel-wittlich", "town": "stadt-wittlich", "coc": "lk-cochem-zell", "vul": "lk-vulkaneifel",
            "bit": "eifelkreis-bitburg-pruem", "krz": "it-krz-muster", "zv": "zv-abfall-muster",
            "vg": "vg-wittlich-land",
        ]
        return counts.map { date, open in
            let named = open.compactMap { short, count in ids[short].map { ($0, count) } }
            return Picture.HistoryPoint(
                run: "\(date)/1", day: day(date), open: Dictionary(named, uniquingKeysWith: { first, _ in first }))
        }
    }()
}
