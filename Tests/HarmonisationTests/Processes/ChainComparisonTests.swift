import Harmonisation
import Model
import Testing

/// Bodies `a`, `b`, ... by link: `X` in use, `X@p` run by p, `X<` under a contract that ends in half a year, `~X` phased
/// out, `>X` in a pilot, `!X` with an urgent finding, `#X` without support, `-` nothing, `.` in no list; `X?` is not
/// measured, everything else is.
private func chain(_ links: [String], bodies named: [String] = []) -> ChainComparison {
    let words = links.map { $0.split(separator: " ").map(String.init) }
    let bodies = (0..<(words.first?.count ?? 0)).map { ["a", "b", "c", "d"][$0] }
    func word(_ link: ProcessChain.Link, _ body: String) -> String {
        let row = words[Int(link.domain.dropFirst(4)) ?? 0]
        return bodies.firstIndex(of: body).map { row[$0] } ?? "."
    }
    let all = words.indices.map { ProcessChain.Link(name: "L\($0 + 1)", domain: "link\($0)") }
    let usages = all.flatMap { link in bodies.compactMap { usage(word(link, $0), of: $0, in: link.domain) } }
    return ChainComparison(
        ProcessChain(id: "post", name: "Post", links: all, bodies: named),
        in: SoftwareComparison(bodies: bodies, usages: usages, on: today),
        isUnsupported: { $0.product?.hasPrefix("#") == true },
        urgent: { link, body in
            let word = word(link, body)
            return word.hasSuffix("?") ? nil : word.hasPrefix("!") ? 2 : 0
        })
}

private func usage(_ word: String, of body: String, in domain: String) -> Usage? {
    guard word != "." else { return nil }
    if word == "-" { return Usage(body: body, domain: domain, answer: .none) }
    let parts = word.split { "~>!<?@".contains($0) }.map(String.init)
    let status: UsageStatus = word.hasPrefix("~") ? .phasingOut : word.hasPrefix(">") ? .pilot : .live
    return Usage(
        body: body, domain: domain, answer: .product(parts[0]),
        operation: word.contains("@") ? .provider(parts[1]) : .own, history: [UsageStep(status, since: longAgo)],
        contract: word.hasSuffix("<") ? Contract(end: today.adding(months: 6), noticeMonths: nil) : nil)
}

@Test(
    arguments: [
        ("X", .sound), ("X@p", .sound), ("X?", .sound), ("X<", .ending), ("~X", .ending), ("!X", .atRisk),
        ("#X", .unsupported), (">X", .notLive), (".", .unknown), ("-", .missing),
    ] as [(String, LinkState)])
func `a link holds at a body only where nothing speaks against it`(word: String, state: LinkState) {
    #expect(chain([word]).links.map { $0.map(\.state) } == [[state]])
}

@Test func `what is in use is told with who runs it and what was found there`() {
    let cell = chain(["!Mail@p"]).links[0][0]
    #expect(cell.products == ["Mail"] && cell.provider == "p" && cell.urgent == 2)
    #expect(chain(["Mail?"]).links[0][0].urgent == nil)
    #expect(chain([">Mail"]).links[0][0].products == ["Mail"])
}

@Test(
    arguments: [
        // Holds for 4, 3, 2 and 3 of 4.
        (["X X X X", "X X X ~X", "X ~X ~X X", "X X - X"], 2),
        // The same number of bodies: the worse state counts, however late it comes.
        (["X ~X", "X -", "X !X"], 1),
        // All alike: the earlier one.
        (["X X", "~X X", "X ~X"], 1),
        // One body that nobody asked is enough.
        (["X X", "X ."], 1),
        (["X X", "Y Z?"], nil),
        ([], nil),
    ] as [([String], Int?)])
func `the weakest link holds for the fewest bodies`(links: [String], weakest: Int?) {
    #expect(chain(links).weakest == weakest)
}

@Test func `each body has its own weakest links, all of the same state`() {
    let comparison = chain(["X ~X", "- ~X", "- X"])
    #expect(comparison.weakest(of: "a") == [1, 2])
    #expect(comparison.weakest(of: "b") == [0, 1])
    #expect(comparison.weakest(of: "nobody") == [])
}

@Test func `who runs links for others is told with everyone they fail for, itself included`() {
    let comparison = chain(["X@p Y@q Z", "M@p M@p M@p", "S S@a S@a"])
    #expect(
        comparison.failures == [
            .init(provider: "a", links: [2], bodies: ["a", "b", "c"]),
            .init(provider: "p", links: [0, 1], bodies: ["a", "b", "c"]),
        ])
    #expect(chain(["- S@a"]).failures.isEmpty, "one body alone, and the provider has nothing of its own")
}

@Test func `a chain can be that of some bodies alone`() {
    let comparison = chain(["X -", "X X"], bodies: ["a"])
    #expect(comparison.bodies == ["a"] && comparison.weakest == nil)
}
