import Harmonisation
import Model
import Testing

private func contract(_ end: String, notice: Int? = nil) -> Contract? {
    Day(end).map { Contract(end: $0, noticeMonths: notice) }
}

@Test func `candidates rank by adoption, then support, then contracts that meet, then findings`() {
    let lists = [
        usage("me", "Mine", [(.live, "2020-01-01")], contract: contract("2027-12-31", notice: 6)),
        usage("a", "Many", [(.live, "2020-01-01")]), usage("b", "Many", [(.live, "2020-01-01")]),
        usage("c", "Long", [(.live, "2020-01-01")]), usage("d", "Short", [(.live, "2020-01-01")]),
        // Notice of f is due in 2028-06: its twelve months touch those of me, which end in 2027-06.
        usage("e", "Meets", [(.live, "2020-01-01")], contract: contract("2028-06-30")),
        usage("f", "Late", [(.live, "2020-01-01")], contract: contract("2031-06-30")),
        usage("g", "Dirty", [(.live, "2020-01-01")]), usage("h", "Same", [(.live, "2020-01-01")]),
    ]
    let comparison = SoftwareComparison(
        bodies: ["me", "a", "b", "c", "d", "e", "f", "g", "h"], usages: lists, on: today)
    let candidates = comparison.adoptionCandidates(
        for: "me", in: "finance",
        support: ["Long": Day(year: 2030, month: 1, day: 1), "Short": Day(year: 2026, month: 12, day: 3)],
        seen: [
            SeenInstallation(body: "g", product: "Dirty", endpoint: "g:443", openFindings: 4),
            SeenInstallation(body: "h", product: "Same", endpoint: "h:443", openFindings: 0),
        ])
    #expect(candidates.map(\.product) == ["Many", "Long", "Short", "Meets", "Same", "Dirty", "Late"])
    #expect(candidates.map(\.rank) == [1, 2, 3, 4, 5, 6, 7])
    #expect(candidates[2].supportDays == 10)
    #expect(candidates[3].meeting == ["e"])
    #expect(candidates[5].openFindings == 4)
}

@Test func `candidates that no reason tells apart share a rank, and one's own product is none`() {
    let candidates = comparison("X X Y Z -").adoptionCandidates(for: "b0", in: "finance")
    #expect(candidates.map(\.product) == ["Y", "Z"])
    #expect(candidates.map(\.rank) == [1, 1])
    let forNewcomer = comparison("X X Y Z -").adoptionCandidates(for: "b4", in: "finance")
    #expect(forNewcomer.map(\.product) == ["X", "Y", "Z"])
    #expect(forNewcomer.map(\.rank) == [1, 2, 2])
}

@Test func `declared and observed make three lists, and a centre's endpoint explains its consumers`() {
    let seen = [
        SeenInstallation(body: "c", product: "X", version: "24.1.3", endpoint: "x.c:443"),
        SeenInstallation(body: "b2", product: "Y", version: "3.10", endpoint: "y.b2:443"),
        SeenInstallation(body: "b3", product: "W", version: nil, endpoint: "w.b3:443"),
    ]
    let lists = comparison("X/24.1@c X/24.2@c Y/3.1 Z").declaredObserved(seen)
    #expect(lists.notSeen.map(\.body) == ["b3"])
    #expect(lists.notSeen.map(\.product) == ["Z"])
    #expect(lists.notDeclared.map(\.product) == ["W"])
    #expect(lists.otherVersion.map(\.declared.body) == ["b1", "b2"])
    #expect(lists.otherVersion.map { $0.seen.version } == ["24.1.3", "3.10"])
}

@Test func `further lists declare too, but not what a usage list names already`() {
    let seen = [
        SeenInstallation(body: "b0", product: "V", version: "1:9.2p1-2+deb12u10", endpoint: "v:22"),
        SeenInstallation(body: "b0", product: "W", version: "1.22.1-9", endpoint: "w:443"),
        SeenInstallation(body: "b1", product: "W", version: "1.22.1-9", endpoint: "w.b1:443"),
    ]
    func declared(_ product: String, _ version: String?) -> DeclaredObserved.Declared {
        DeclaredObserved.Declared(body: "b0", domain: "", product: product, version: version)
    }
    let lists = comparison("X/24.1 Y").declaredObserved(
        seen,
        lists: [
            declared("X", "23"), declared("V", "9.2"), declared("W", "1.2"), declared("W", "1.18"),
            declared("Z", "1"), declared("Z", "2"),
        ])
    #expect(lists.notSeen.map(\.product) == ["Z", "X", "Y"])
    #expect(lists.notSeen.map(\.version) == ["1, 2", "24.1", nil])
    #expect(lists.notDeclared.map(\.endpoint) == ["w.b1:443"])
    #expect(lists.otherVersion.map(\.declared.product) == ["W"])
    #expect(lists.otherVersion.map(\.declared.version) == ["1.18, 1.2"])
}

@Test(arguments: [
    ("24.1", "24.1", true), ("24.1", "24.1.3", true), ("24.1.3", "24.1", true), ("24.1", "24.10", false),
    ("24.10", "24.1", false), ("1.22.1", "1.22.1-9+deb12u3", true), ("9.2", "1:9.2p1-2", true),
    ("1:9.2p1", "9.2p1", true), ("15", "16", false), ("https://a:b", "https://c", false),
])
func `a version agrees with its own closer one`(declared: String, seen: String, agrees: Bool) {
    let place = SeenInstallation(body: "b0", product: "X", version: seen, endpoint: "x:443")
    let lists = comparison(".").declaredObserved(
        [place], lists: [.init(body: "b0", domain: "", product: "X", version: declared)])
    #expect(lists.otherVersion.isEmpty == agrees)
    #expect(lists.notSeen.isEmpty && lists.notDeclared.isEmpty)
}

@Test func `bodies can buy together in the months in which their windows overlap`() throws {
    let lists = [
        // Notice until 2027-06-30: window 2026-06 to 2027-06.
        usage("a", "X", [(.live, "2020-01-01")], contract: contract("2027-12-31", notice: 6)),
        // No notice known: window 2027-05 to 2028-05.
        usage("b", "Y", [(.live, "2020-01-01")], contract: contract("2028-05-31")),
        // Notice was due in October 2026: too late.
        usage("c", "Z", [(.live, "2020-01-01")], contract: contract("2027-01-15", notice: 3)),
    ]
    let comparison = SoftwareComparison(bodies: ["a", "b", "c"], usages: lists, on: today)
    #expect(comparison.commonMonths(in: "finance").map(\.month.description) == ["2027-05", "2027-06"])
    #expect(comparison.commonMonths(in: "finance").map(\.bodies) == [["a", "b"], ["a", "b"]])
    #expect(comparison.contracts().map(\.body) == ["c", "a", "b"])
    #expect(comparison.contracts().map { $0.isTooLate(on: today) } == [true, false, false])
}

@Test(arguments: [
    ("2027-12-31", 6, "2027-06-30"), ("2027-03-31", 1, "2027-02-28"), ("2028-03-31", 1, "2028-02-29"),
    ("2027-01-15", 3, "2026-10-15"), ("2027-06-30", 6, "2026-12-31"), ("2027-12-31", 0, "2027-12-31"),
])
func `notice is due a number of months before the end`(end: String, months: Int, due: String) throws {
    let contract = Contract(end: try #require(Day(end)), noticeMonths: months)
    #expect(contract.noticeBy.description == due)
}

@Test func `what falls with a provider falls for those who depend on it, and for their consumers in the same domain`() {
    let map = DependencyMap([
        Dependency(kind: .provider, on: "krz", body: "centre", what: "finance"),
        Dependency(kind: .provider, on: "centre", body: "a", what: "finance"),
        Dependency(kind: .provider, on: "centre", body: "b", what: "hr"),
        Dependency(kind: .nameServer, on: "ns1.example", body: "a", what: "a.example"),
    ])
    #expect(map.falls(with: "krz").map(\.body) == ["a", "centre"])
    #expect(map.falls(with: "centre").map(\.what) == ["finance", "hr"])
    #expect(map.falls(with: "ns1.example").map(\.body) == ["a"])
    #expect(map.falls(with: "nothing") == [])
    #expect(map.shared.map(\.on) == ["centre"])
}

@Test func `dependencies that run in a circle end`() {
    let map = DependencyMap([
        Dependency(kind: .provider, on: "a", body: "b", what: "dms"),
        Dependency(kind: .provider, on: "b", body: "a", what: "dms"),
    ])
    #expect(map.falls(with: "a").map(\.body) == ["b", "a"])
}
