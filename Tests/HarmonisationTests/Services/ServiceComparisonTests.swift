import Harmonisation
import Model
import Testing

private let catalogue = [
    service("hundesteuer", .basic, [.municipality]), service("wohngeld", .substantial, [.municipality, .county]),
    service("zulassung", .substantial, [.county]), service("mangel", .none, [.municipality]),
]

private func service(_ id: String, _ required: TrustLevel, _ kinds: [Body.Kind]) -> CatalogueService {
    CatalogueService(
        id: id, leika: nil, ozg: nil, name: LocalizedText(de: id, en: id), domain: nil, offeredBy: kinds,
        required: required, mark: .knowledge, source: "test")
}

/// `"body service platform provider level"`, `-` for nothing.
private func offered(
    _ text: String, _ state: OfferedService.Sighting.State? = nil, reach: TrustLevel? = nil, products: [String] = []
)
    -> OfferedService
{
    let words = text.split(separator: " ").map { $0 == "-" ? nil : String($0) }
    let offer = OnlineOffer(
        body: words[0] ?? "", service: words[1] ?? "", url: "https://p.example/",
        declared: words[4].flatMap(TrustLevel.init),
        platform: words[2])
    return OfferedService(
        offer: offer, provider: words[3],
        seen: state.map { .init(state: $0, detail: "", signIns: [], reach: reach, products: products) })
}

private func compare(_ offers: [OfferedService], platforms own: [String: Set<String>] = [:]) -> ServiceComparison {
    let bodies: [(String, Body.Kind)] = [
        ("a", .municipality), ("b", .municipality), ("c", .municipality), ("k", .county),
    ]
    return ServiceComparison(
        catalogue: catalogue, participants: bodies.map { .init(id: $0.0, kind: $0.1, platforms: own[$0.0] ?? []) },
        offers: offers, platforms: ["fs", "cit"])
}

@Test func `a service is live, listed or failing by what was seen`() {
    let comparison = compare([
        offered("a hundesteuer fs - -", .live), offered("b hundesteuer fs - -", .error),
        offered("c hundesteuer fs - -"), offered("a wohngeld fs - -", .elsewhere),
        offered("b wohngeld fs - -", .unknown),
    ])
    #expect(["a", "b", "c"].map { comparison.cell(of: "hundesteuer", at: $0)?.state } == [.live, .failing, .listed])
    #expect(["a", "b"].map { comparison.cell(of: "wohngeld", at: $0)?.state } == [.listed, .listed])
}

@Test func `what a body of its kind does not offer has no cell, unless it offers it all the same`() {
    let comparison = compare([offered("a zulassung - - -")])
    #expect(comparison.cell(of: "hundesteuer", at: "k") == nil)
    #expect(comparison.cell(of: "zulassung", at: "a")?.state == .listed)
    #expect(comparison.cell(of: "zulassung", at: "b") == nil)
    #expect(comparison.cells.count == 3 + 4 + 2 + 3)
}

@Test(
    arguments: [
        // Nobody has it.
        ([], [:], .missing),
        // Another platform, or none known.
        (["b hundesteuer cit - -"], ["a": ["fs"]], .elsewhere(at: "b")),
        (["b hundesteuer - - -"], ["a": ["fs"]], .elsewhere(at: "b")),
        // The platform runs here by the usage list, or because another service is offered on it.
        (["b hundesteuer fs - -"], ["a": ["fs"]], .adoptable(from: "b", platform: "fs")),
        (["b hundesteuer fs - -", "a wohngeld fs - -"], [:], .adoptable(from: "b", platform: "fs")),
        // A neighbour on the own platform comes before an earlier one on another.
        (["b hundesteuer cit - -", "c hundesteuer fs - -"], ["a": ["fs"]], .adoptable(from: "c", platform: "fs")),
        // The same provider comes before the fleet's order.
        (
            ["b hundesteuer fs p1 -", "c hundesteuer fs p2 -", "a wohngeld fs p2 -"], [:],
            .adoptable(from: "c", platform: "fs")
        ),
        // A body that is no participant is no neighbour.
        (["x hundesteuer fs - -"], ["a": ["fs"]], .missing),
    ] as [([String], [String: Set<String>], ServiceState)])
func `a missing service comes from the neighbour that fits best`(
    offers: [String], platforms: [String: Set<String>], state: ServiceState
) {
    #expect(compare(offers.map { offered($0) }, platforms: platforms).cell(of: "hundesteuer", at: "a")?.state == state)
}

@Test func `a neighbour seen live comes before one that is listed`() {
    let comparison = compare(
        [offered("b hundesteuer fs - -"), offered("c hundesteuer fs - -", .live)], platforms: ["a": ["fs"]])
    #expect(comparison.cell(of: "hundesteuer", at: "a")?.state == .adoptable(from: "c", platform: "fs"))
}

@Test func `a product seen is the platform where the list names none`() {
    let comparison = compare([offered("a hundesteuer - - -", .live, products: ["nginx", "cit", "fs"])])
    #expect(comparison.cell(of: "hundesteuer", at: "a")?.platform == "cit")
}

@Test(
    arguments: [
        // declared, reach seen, for wohngeld (substantial)
        (nil, nil, .unknown), ("basic", nil, .below), ("high", nil, .sufficient), (nil, TrustLevel.basic, .below),
        (nil, .high, .sufficient), (nil, TrustLevel.none, .unknown), ("high", .basic, .below), ("basic", .high, .below),
        ("substantial", TrustLevel.none, .sufficient),
    ] as [(String?, TrustLevel?, OfferedTrust)])
func `the trust level is below where the list or the sign-in stays below`(
    declared: String?, reach: TrustLevel?, trust: OfferedTrust
) {
    let comparison = compare([offered("a wohngeld - - \(declared ?? "-")", .live, reach: reach)])
    #expect(comparison.cell(of: "wohngeld", at: "a")?.trust == trust)
}

@Test func `where nobody has to sign in every level is enough`() {
    #expect(compare([offered("a mangel - - -")]).cell(of: "mangel", at: "a")?.trust == .sufficient)
    #expect(compare([]).cell(of: "mangel", at: "a")?.trust == .unknown)
}

@Test func `coverage and providers are what was counted by hand`() {
    let comparison = compare([
        offered("a hundesteuer fs p -", .live), offered("a wohngeld fs p basic", .error),
        offered("b hundesteuer fs p -"), offered("k zulassung - q -"),
    ])
    // a: hundesteuer, wohngeld, mangel.
    let a = comparison.coverage(of: "a")
    #expect([a.live, a.offered, a.adoptable, a.below, a.total] == [1, 2, 0, 1, 3])
    // b has wohngeld to take over from a; mangel nobody has.
    let b = comparison.coverage(of: "b")
    #expect([b.live, b.offered, b.adoptable, b.total] == [0, 1, 1, 3])
    #expect(comparison.coverage(of: "k").share == 0.5)
    #expect(comparison.coverage(ofService: "hundesteuer").offered == 2)
    #expect([comparison.coverage.offered, comparison.coverage.total] == [4, 11])
    #expect(comparison.coverage(of: "nobody").share == nil)
    #expect(comparison.providers.map { "\($0.provider) \($0.cells.count)" } == ["p 3", "q 1"])
}
