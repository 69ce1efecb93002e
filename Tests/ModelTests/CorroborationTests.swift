import Model
import Testing

@Suite struct CorroborationTests {
    private func corroboration(_ signals: [(source: String, isStrong: Bool)]) -> Corroboration {
        signals.reduce(into: Corroboration()) { $0.add($1.source, isStrong: $1.isStrong) }
    }

    @Test(arguments: [
        ([], SoftwareConfidence.possible),
        ([("a", false)], .possible), ([("a", false), ("a", false)], .possible),
        ([("a", false), ("b", false)], .likely), ([("a", true)], .likely), ([("a", true), ("a", false)], .likely),
        ([("a", true), ("b", false)], .certain), ([("a", true), ("b", true)], .certain),
        ([("a", false), ("b", false), ("c", false)], .likely),
        ([("certificate subject", true), ("certificate issuer", true), ("certificate name", false)], .likely),
        ([("certificate subject", false), ("server header", true)], .certain),
    ])
    func `two kinds of signal before certain, one of them strong`(
        signals: [(String, Bool)], confidence: SoftwareConfidence
    ) {
        #expect(corroboration(signals).confidence == confidence)
        #expect(corroboration(signals.reversed()).confidence == confidence)
    }

    @Test func `what is written down is read back`() {
        let signals = corroboration([("server header", true), ("certificate issuer", true), ("cookie", false)])
        #expect(signals.strongText == "certificate,server header" && signals.weakText == "cookie")
        #expect(Corroboration(strong: signals.strongText, weak: signals.weakText) == signals)
        #expect(Corroboration(strong: "", weak: "").isEmpty)
    }

    @Test func `signals add up at a host, not beyond it, and nothing is said where none was written down`() {
        let (www, other) = (
            HostCorroboration.Host(body: "a", name: "www.example.org", address: "192.0.2.1"),
            HostCorroboration.Host(body: "a", name: "www.example.org", address: "192.0.2.2")
        )
        var sums = HostCorroboration()
        sums.add(Corroboration(weak: ["certificate"]), of: "fortigate", at: www)
        sums.add(Corroboration(strong: ["server header"]), of: "fortigate", at: www)
        sums.add(Corroboration(weak: ["certificate"]), of: "fortigate", at: other)
        sums.add(Corroboration(), of: "nginx", at: www)
        #expect(sums.confidence(of: "fortigate", at: www) == .certain)
        #expect(sums.confidence(of: "fortigate", at: other) == .possible)
        #expect(sums.confidence(of: "nginx", at: www) == nil)
    }
}
