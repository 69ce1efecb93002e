import Testing

@testable import Patterns

@Suite struct PatternTests {
    @Test func `a match tells its groups, by number and by name`() throws {
        let pattern = try Pattern(#"nginx(?:/(?P<version>[0-9.]+))?( \(\w+\))?"#)
        let match = try #require(pattern.match(in: "Server: nginx/1.22.1"))
        #expect(match == PatternMatch(start: 8, end: 20, groups: ["nginx/1.22.1", "1.22.1", nil]))
        #expect(pattern.group(named: "version") == 1)
        #expect(pattern.group(named: "edition") == nil)
        #expect(pattern.match(in: "Apache") == nil)
    }

    @Test func `an empty group is not one that took no part`() throws {
        let match = try #require(try Pattern("a(x*)(y)?").match(in: "a"))
        #expect(match.groups == ["a", "", nil])
    }

    @Test func `case counts unless the pattern says otherwise`() throws {
        #expect(try Pattern("nginx").match(in: "NGINX") == nil)
        #expect(try Pattern("nginx", ignoringCase: true).match(in: "NGINX") != nil)
        #expect(try Pattern("ü", ignoringCase: true).match(in: "Ü") != nil)
    }

    @Test(arguments: [
        ("(a", "missing )"), ("a(?=b)", "invalid perl operator"), (#"(a)\1"#, "invalid escape sequence"),
        ("((a{100}){100}){100}", "invalid repetition size"), (#"\pL{1000}"#, "too large"),
        (String(repeating: "a", count: 5_000), "longer than 4096 bytes"),
    ])
    func `what cannot be matched in linear time or bounded memory is refused with a reason`(
        source: String, reason: String
    ) {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "taken")")
    }

    @Test func `nothing behind the longest text is looked at`() throws {
        let pattern = try Pattern("end")
        let fits = String(repeating: "a", count: Pattern.longestText - 3) + "end"
        #expect(pattern.match(in: fits) != nil)
        #expect(pattern.match(in: "a" + fits) == nil)
        #expect(PatternSet([pattern]).matching(fits) == [0])
        #expect(PatternSet([pattern]).matching("a" + fits).isEmpty)
    }

    @Test func `a set says the same as its patterns one by one`() throws {
        let sources = ["^nginx", "nginx/[0-9]", "Apache", "^$", "[a-z]+/\\d", "(?:x|y)z", "IIS"]
        let patterns = try sources.flatMap { [try Pattern($0), try Pattern($0, ignoringCase: true)] }
        let set = PatternSet(patterns)
        for text in ["nginx/1.2", "NGINX/1.2", "", "Apache yz IIS", "iis", "\u{1F600}", "xz\0yz"] {
            let alone = patterns.indices.filter { patterns[$0].match(in: text) != nil }
            #expect(set.matching(text) == alone, "\(text)")
        }
        #expect(PatternSet([]).matching("nginx").isEmpty)
    }

    @Test func `no text stalls hundreds of patterns, not even those made for backtracking`() throws {
        let nested = [#"^(a+)+$"#, #"(a|aa)+$"#, #"(a|a?)+b"#, #"(.*a){12}"#, #"(x+x+)+y"#]
        let words = try (0..<300).map { try Pattern(#"\bproduct\#($0)(?:/(?P<version>[0-9.]+))?"#, ignoringCase: true) }
        let set = PatternSet(try nested.map { try Pattern($0) } + words)
        let hostile = ["a", "x", "/", "product", "aab", "(", "\u{e4}"].map { String(repeating: $0, count: 8_192) }
        let clock = ContinuousClock()
        for text in hostile + hostile.map({ $0 + "!" }) {
            _ = set.matching(text)  // the automaton is built on the way
            let best = (0..<3).map { _ in clock.measure { _ = set.matching(text) } }.min() ?? .zero
            // Measured 0.1 to 3 ms; the worst linear case (every pattern by itself) is about 60 ms.
            #expect(best < .seconds(5), "\(text.prefix(10)): \(best)")
        }
    }
}
