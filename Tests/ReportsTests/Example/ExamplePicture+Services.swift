import Model

@testable import Reports

extension ExamplePicture {
    private static let counties = [
        "lk-bernkastel-wittlich", "lk-cochem-zell", "lk-vulkaneifel", "eifelkreis-bitburg-pruem",
    ]

    /// Four counties and six services; a waste association is not asked for them.
    static let onlineServices = Picture.OnlineServices(
        services: [
            service(
                "ikfz-zulassung", "99036010000000", "Fahrzeug online zulassen", "Register a vehicle online", .high,
                .source),
            service("bauantrag", nil, "Bauantrag stellen", "Apply for a building permit", .substantial),
            service("wohngeld", "99107023037000", "Wohngeld beantragen", "Apply for housing benefit", .substantial),
            service(
                "kita-vormerkung", nil, "Kind in einer Kita vormerken", "Reserve a place in a day-care centre", .basic),
            service("maengelmelder", nil, "Mangel melden", "Report a defect", .none),
            service("jagdschein", nil, "Jagdschein verlängern", "Renew a hunting licence", .basic),
        ],
        bodies: counties,
        cells: [
            cell("ikfz-zulassung", 0, .live, .sufficient, .high, .high, ["bundid", "eid"], by: true),
            cell("ikfz-zulassung", 1, .live, .sufficient, .high, .high, ["bundid"], by: true),
            cell("ikfz-zulassung", 2, .failing, .unknown, nil, nil, [], by: true),
            cell("ikfz-zulassung", 3, .adoptable(from: counties[0], platform: "Muster-Formularserver")),
            cell("bauantrag", 0, .live, .below, .basic, .basic, ["own_password"]),
            cell("bauantrag", 1, .adoptable(from: counties[0], platform: "Muster-Formularserver")),
            cell("bauantrag", 2, .adoptable(from: counties[0], platform: "Muster-Formularserver")),
            cell("bauantrag", 3, .elsewhere(at: counties[0])),
            cell("wohngeld", 0, .listed, .below, .basic, nil, [], by: true),
            cell("wohngeld", 1, .listed, .unknown, nil, nil, [], by: true),
            cell("wohngeld", 2, .adoptable(from: counties[0], platform: "Muster-Formularserver")),
            cell("wohngeld", 3, .live, .sufficient, .substantial, .high, ["bundid", "own_password"]),
            cell("kita-vormerkung", 1, .live, .sufficient, .basic, .basic, ["own_password"]),
            cell("kita-vormerkung", 2, .elsewhere(at: counties[1])),
            cell("maengelmelder", 0, .live, .sufficient, TrustLevel.none),
            cell("maengelmelder", 1, .listed, .sufficient, TrustLevel.none),
            cell("maengelmelder", 2, .live, .sufficient, TrustLevel.none), cell("maengelmelder", 3, .missing),
            cell("jagdschein", 0, .missing), cell("jagdschein", 1, .missing), cell("jagdschein", 2, .missing),
            cell("jagdschein", 3, .missing),
        ],
        counts: [
            counties[0]: .init(total: 5, offered: 4, live: 3, below: 2),
            counties[1]: .init(total: 6, offered: 4, live: 2, adoptable: 1),
            counties[2]: .init(total: 6, offered: 2, live: 1, adoptable: 2),
            counties[3]: .init(total: 5, offered: 1, live: 1, adoptable: 1),
        ])

    private static func service(
        _ id: String, _ leika: String?, _ de: String, _ en: String, _ required: TrustLevel,
        _ mark: CatalogueService.Mark = .knowledge
    ) -> CatalogueService {
        CatalogueService(
            id: id, leika: leika, ozg: nil, name: LocalizedText(de: de, en: en), domain: nil, offeredBy: [.county],
            required: required, mark: mark, source: "Beispiel")
    }

    private static func cell(
        _ service: String, _ county: Int, _ state: ServiceState,
        _ trust: OfferedTrust = .unknown, _ declared: TrustLevel? = nil, _ seen: TrustLevel? = nil,
        _ signIns: [String] = [], by provider: Bool = false
    ) -> Picture.OnlineServices.Cell {
        let body = counties[county]
        return Picture.OnlineServices.Cell(
            service: service, body: body, state: state, trust: trust, declared: declared, seen: seen, signIns: signIns,
            platform: state.isOffered && service != "maengelmelder" ? "Muster-Formularserver" : nil,
            provider: provider ? "it-krz-muster" : nil,
            url: !state.isOffered
                ? ""
                : provider
                    ? "https://portal.krz-muster.example/\(body)/\(service)"
                    : "https://service.\(body).example/\(service)")
    }

    static let chains = [
        Picture.Chain(
            name: "Digitale Post", bodies: counties,
            links: [
                link(
                    "Scannen", ["Muster-Scan", "Muster-Scan", nil, "Muster-Scan"], [.sound, .sound, .unknown, .sound]),
                link(
                    "Dokumentenmanagement", ["enaio", "d.velop documents", "enaio", "nscale"],
                    [.sound, .ending, .sound, .sound], urgent: [0, nil, 0, nil]),
                link(
                    "E-Mail-Gateway", Array(repeating: "NoSpamProxy", count: 4), Array(repeating: .atRisk, count: 4),
                    by: "it-krz-muster", urgent: [1, 1, 1, 1]),
                link(
                    "Langzeitarchiv", ["Doxis", "Doxis", "Doxis", nil], [.sound, .sound, .sound, .missing],
                    by: "it-krz-muster"),
            ], weakest: 2,
            failures: [.init(provider: "it-krz-muster", links: [2, 3], bodies: counties)])
    ]

    private static func link(
        _ name: String, _ products: [String?], _ states: [LinkState], by provider: String? = nil,
        urgent: [Int?] = [nil, nil, nil, nil]
    ) -> Picture.Chain.Link {
        Picture.Chain.Link(
            name: name,
            cells: counties.indices.map { position in
                ChainCell(
                    body: counties[position], state: states[position],
                    products: products[position].map { [$0] } ?? [],
                    provider: products[position] == nil ? nil : provider, urgent: urgent[position])
            })
    }
}
