import Model

@testable import Reports

/// Usage lists of the example's four counties and two municipalities; invented like everything about their systems.
extension ExamplePicture {
    typealias Harmonisation = Picture.Harmonisation

    static let answering = [
        "lk-bernkastel-wittlich", "lk-cochem-zell", "lk-vulkaneifel", "eifelkreis-bitburg-pruem", "vg-wittlich-land",
        "stadt-wittlich",
    ]
    private static let centre = "it-krz-muster"

    /// By hand. Finance: 4 + 1 of 5: (16 + 1 − 5) / 20 = 0.60. DMS: 2 + 1 + 1 + 1 of 5: (4 + 3 − 5) / 20 = 0.10. Council:
    /// 2 + 1 of 3: (4 + 1 − 3) / 6 = 0.33. Forms: all alike, 1.00. Vehicle: 2 of 6 known. Mean of four: 0.51.
    static let harmonisation = Harmonisation(
        day: day("2026-11-23"), bodies: answering,
        domains: [
            Harmonisation.Domain(
                id: "council", name: LocalizedText(de: "Sitzungsdienst", en: "Council"),
                cells: cells([
                    (.alike, "Session", nil, nil), (.other, "ALLRIS", nil, nil), (.alike, "Session", nil, nil),
                    (.unknown, nil, nil, nil), (.none, nil, nil, nil), (.unknown, nil, nil, nil),
                ]), known: 4, withProduct: 3, onTarget: 0,
                shares: [share(["Session"], [0, 2]), share(["ALLRIS"], [1])], index: 1.0 / 3, whyNoIndex: nil,
                releaseLines: 0,
                installations: [
                    own("ALLRIS", 1), own("Session", 0), own("Session", 2),
                ], target: nil),
            Harmonisation.Domain(
                id: "dms", name: LocalizedText(de: "Dokumentenmanagement", en: "Document management"),
                cells: cells([
                    (.other, "d.velop documents", "2023.Q4", nil), (.onTarget, "enaio", "11.10", nil),
                    (.underWay, "regisafe", "5.4", nil), (.onTarget, "enaio", "11.10", centre),
                    (.other, "nscale", nil, nil), (.none, nil, nil, nil),
                ]), known: 6, withProduct: 5, onTarget: 2,
                shares: [
                    share(["enaio"], [1, 3]), share(["d.velop documents"], [0]), share(["nscale"], [4]),
                    share(["regisafe"], [2]),
                ], index: 0.1, whyNoIndex: nil, releaseLines: 3,
                installations: [
                    own("d.velop documents", 0), own("enaio", 1),
                    .init(product: "enaio", provider: centre, consumers: [answering[3]]), own("nscale", 4),
                    own("regisafe", 2),
                ],
                target: .init(
                    product: "enaio", agreedOn: day("2025-11-15"), by: day("2028-12-31"),
                    migrations: [
                        .init(
                            body: answering[0], from: ["d.velop documents"], stage: .open, since: nil, due: nil,
                            owner: nil),
                        .init(
                            body: answering[2], from: ["regisafe"], stage: .planned, since: day("2026-01-15"),
                            due: day("2027-07-01"), owner: "IT-Leitung Kreis Vulkaneifel"),
                        .init(
                            body: answering[4], from: ["nscale"], stage: .open, since: nil, due: nil, owner: nil),
                    ], burnDown: months("2026-06", 3, 0, until: "2027-06") + months("2027-07", 2, 0, until: "2027-11"))),
            Harmonisation.Domain(
                id: "finance", name: LocalizedText(de: "Finanzen", en: "Finance"),
                cells: cells([
                    (.onTarget, "Infoma newsystem", "24.1", nil), (.onTarget, "Infoma newsystem", "23.2", nil),
                    (.underWay, "FinanzPlus", nil, nil), (.onTarget, "Infoma newsystem", "24.1", nil),
                    (.onTarget, "Infoma newsystem", nil, answering[0]), (.unknown, nil, nil, nil),
                ]), known: 5, withProduct: 5, onTarget: 4,
                shares: [share(["Infoma newsystem"], [0, 1, 3, 4]), share(["FinanzPlus"], [2])], index: 0.6,
                whyNoIndex: nil, releaseLines: 2,
                installations: [
                    own("FinanzPlus", 2), own("Infoma newsystem", 1), own("Infoma newsystem", 3),
                    .init(
                        product: "Infoma newsystem", provider: answering[0],
                        consumers: [answering[0], answering[4]]),
                ],
                target: .init(
                    product: "Infoma newsystem", agreedOn: day("2025-06-01"), by: nil,
                    migrations: [
                        .init(
                            body: answering[2], from: ["FinanzPlus"], stage: .bought, since: day("2026-10-01"),
                            due: day("2027-02-01"), owner: "IT-Leitung Kreis Vulkaneifel")
                    ], burnDown: months("2026-06", 1, 1, until: "2027-01") + months("2027-02", 0, 1, until: "2027-11"))),
            Harmonisation.Domain(
                id: "forms", name: LocalizedText(de: "Formulare", en: "Forms"),
                cells: cells(Array(repeating: (.alike, "Form-Solutions", nil, centre), count: 6)), known: 6,
                withProduct: 6, onTarget: 0,
                shares: [share(["Form-Solutions"], Array(0..<6))], index: 1,
                whyNoIndex: nil, releaseLines: 0,
                installations: [.init(product: "Form-Solutions", provider: centre, consumers: answering.sorted())],
                target: nil),
            Harmonisation.Domain(
                id: "vehicle", name: LocalizedText(de: "Kfz-Zulassung", en: "Vehicle registration"),
                cells: cells([
                    (.alike, "IKOL-Kfz", nil, nil), (.alike, "IKOL-Kfz", nil, nil), (.unknown, nil, nil, nil),
                    (.unknown, nil, nil, nil), (.unknown, nil, nil, nil), (.unknown, nil, nil, nil),
                ]), known: 2, withProduct: 2, onTarget: 0,
                shares: [share(["IKOL-Kfz"], [0, 1])], index: nil, whyNoIndex: .coverage, releaseLines: 0,
                installations: [own("IKOL-Kfz", 0), own("IKOL-Kfz", 1)], target: nil),
        ], totals: .init(answers: 30, known: 23, withTarget: 10, onTarget: 6, indexed: 4),
        index: (1.0 / 3 + 0.1 + 0.6 + 1) / 4, workLists: workLists, adoption: adoption, contracts: contracts,
        commonMonths: commonMonths, failures: failures, trend: trend, drifts: drifts, skews: skews,
        compared: 3)

    private static func cells(
        _ words: [(Harmonisation.Cell.State, String?, String?, String?)]
    ) -> [Harmonisation.Cell] {
        zip(answering, words).map { body, word in
            .init(
                body: body, state: word.0,
                uses: word.1.map { [.init(product: $0, version: word.2, provider: word.3)] } ?? [])
        }
    }

    private static func share(_ products: [String], _ bodies: [Int]) -> Harmonisation.ProductShare {
        .init(products: products, bodies: bodies.map { answering[$0] })
    }

    private static func own(_ product: String, _ body: Int) -> Harmonisation.Installation {
        .init(product: product, provider: nil, consumers: [answering[body]])
    }

    private static func months(_ first: String, _ left: Int, _ unknown: Int, until last: String) -> [Harmonisation.Left]
    {
        let (start, end) = (Month(of: day(first + "-01")), Month(of: day(last + "-01")))
        return (0...start.months(until: end)).map {
            .init(month: start.adding($0), left: left, unknown: unknown)
        }
    }

    private static let workLists = Harmonisation.WorkLists(
        notSeen: [
            .init(body: answering[2], domain: "dms", product: "regisafe", version: "5.4"),
            .init(body: answering[1], domain: "finance", product: "Infoma newsystem", version: "23.2"),
        ],
        notDeclared: [
            .init(
                body: answering[1], product: "GeoServer", version: "2.22.0",
                endpoints: ["geo.cochem-zell.example:443"], openFindings: 1),
            .init(body: "it-krz-muster", product: "nginx", version: nil, endpoints: many(9), openFindings: 0),
        ],
        otherVersion: [
            .init(
                declared: .init(body: answering[1], domain: "dms", product: "enaio", version: "11.10"),
                seen: .init(
                    body: answering[1], product: "enaio", version: "11.0", endpoints: ["dms.cochem-zell.example:443"],
                    openFindings: 0))
        ])

    private static func many(_ count: Int) -> [String] { (1...count).map { "portal\($0).krz-muster.example:443" } }

    private static let adoption = [
        Harmonisation.Adoption(
            body: answering[1], domain: "council", today: ["ALLRIS"],
            candidates: [
                .init(
                    rank: 1, product: "Session", neighbours: [answering[0], answering[2]], isTarget: false,
                    supportDays: nil, meeting: [answering[0], answering[2]], endpoints: 0, openFindings: 0)
            ]),
        Harmonisation.Adoption(
            body: answering[0], domain: "dms", today: ["d.velop documents"],
            candidates: [
                .init(
                    rank: 1, product: "enaio", neighbours: [answering[1], answering[3]], isTarget: true,
                    supportDays: 768, meeting: [answering[1]], endpoints: 2, openFindings: 1),
                .init(
                    rank: 2, product: "nscale", neighbours: [answering[4]], isTarget: false, supportDays: -30,
                    meeting: [], endpoints: 1, openFindings: 0),
                .init(
                    rank: 3, product: "regisafe", neighbours: [answering[2]], isTarget: false, supportDays: nil,
                    meeting: [], endpoints: 0, openFindings: 0),
            ]),
    ]

    private static let contracts = [
        term(2, "dms", "regisafe", "2026-12-31", "2026-06-30"),
        term(0, "dms", "d.velop documents", "2027-12-31", "2027-06-30"),
        term(0, "council", "Session", "2027-12-31", "2027-09-30"),
        term(1, "council", "ALLRIS", "2027-12-31", "2027-09-30"),
        term(2, "council", "Session", "2027-12-31", "2027-09-30", cost: 12_400),
        term(1, "dms", "enaio", "2028-03-31", "2027-09-30"),
    ]

    private static func term(
        _ body: Int, _ domain: String, _ product: String, _ end: String, _ notice: String, cost: Int? = nil
    ) -> Harmonisation.ContractTerm {
        .init(
            body: answering[body], domain: domain, product: product, end: day(end), noticeBy: day(notice),
            sharedCost: cost)
    }

    /// Windows by hand: council of three bodies until September 2027; DMS of two until June 2027.
    private static let commonMonths =
        common("council", [0, 1, 2], 11) + common("dms", [0, 1], 8)

    private static func common(_ domain: String, _ bodies: [Int], _ count: Int) -> [Harmonisation.CommonMonth] {
        let first = Month(of: day("2026-11-01"))
        return (0..<count).map {
            .init(month: first.adding($0), domain: domain, bodies: bodies.map { answering[$0] }.sorted())
        }
    }

    private static let forms = LocalizedText(de: "Formulare", en: "Forms")
    private static let finance = LocalizedText(de: "Finanzen", en: "Finance")

    private static let failures = [
        Harmonisation.Failure(
            thing: Picture.Common(.provider, centre),
            losses: answering.sorted().map {
                .init(body: $0, what: forms, because: Picture.Common(.provider, centre))
            } + [
                .init(
                    body: answering[3], what: LocalizedText(de: "Dokumentenmanagement", en: "Document management"),
                    because: Picture.Common(.provider, centre)),
                .init(body: answering[0], what: finance, because: Picture.Common(.provider, centre)),
                .init(body: answering[4], what: finance, because: Picture.Common(.provider, answering[0])),
            ]),
        Harmonisation.Failure(
            thing: Picture.Common(.provider, answering[0]),
            losses: [.init(body: answering[4], what: finance, because: Picture.Common(.provider, answering[0]))]),
        Harmonisation.Failure(
            thing: Picture.Common(.nameServer, "ns1.krz-muster.example"),
            losses: answering.prefix(3).map {
                .init(body: $0, what: nil, because: Picture.Common(.nameServer, "ns1.krz-muster.example"))
            }),
    ]

    private static let trend = [
        Harmonisation.TrendPoint(
            run: "2026-08-23/1", day: day("2026-08-23"), index: 0.35, known: 15, answers: 30,
            indexes: ["dms": 0, "finance": 0.3, "forms": 0.75]),
        Harmonisation.TrendPoint(
            run: "2026-10-23/1", day: day("2026-10-23"), index: 0.45, known: 21, answers: 30,
            indexes: ["council": 1.0 / 3, "dms": 0.1, "finance": 0.4, "forms": 1]),
        Harmonisation.TrendPoint(
            run: "2026-11-23/1", day: day("2026-11-23"), index: (1.0 / 3 + 0.1 + 0.6 + 1) / 4, known: 23, answers: 30,
            indexes: ["council": 1.0 / 3, "dms": 0.1, "finance": 0.6, "forms": 1]),
    ]
}
