import Model
import Testing

@testable import Harmonisation

/// b0, b1 and b2 work with X at the centre `c`, b3 runs Y itself.
@Suite struct SharedCentreTests {
    private let shared = comparison("X@c X@c X@c Y")
    private let seen = [
        SeenInstallation(body: "c", product: "X", endpoint: "x.c.example:443", openFindings: 3),
        SeenInstallation(body: "c", product: "X", endpoint: "x2.c.example:443", openFindings: 1),
        // A consumer's own name for the same product.
        SeenInstallation(body: "b1", product: "X", endpoint: "x.b1.example:443", openFindings: 2),
        SeenInstallation(body: "b3", product: "Y", endpoint: "y.b3.example:443", openFindings: 5),
        // Neither in use at the centre for anybody nor of the domain.
        SeenInstallation(body: "c", product: "Z", endpoint: "z.c.example:443", openFindings: 7),
    ]

    /// Two endpoints of the centre and one of b1: 3 + 1 + 2, not three times the centre's.
    @Test func `what goes away at a shared centre is counted once for all who leave it`() {
        let answer = shared.whatIf("finance", moveTo: "Y", seen: seen)
        #expect(answer.migrations == ["b0", "b1", "b2"])
        #expect(answer.installations == 2)
        #expect(answer.endpoints == 3)
        #expect(answer.findings == 6)
    }

    @Test func `who joins the centre leaves only what it runs itself`() {
        let answer = shared.whatIf("finance", moveTo: "X", seen: seen)
        #expect(answer.migrations == ["b3"])
        #expect(answer.installationsThen == 1)
        #expect(answer.endpoints == 1)
        #expect(answer.findings == 5)
    }

    @Test func `a candidate at a shared centre shows the findings of the centre, once`() throws {
        let candidate = try #require(shared.adoptionCandidates(for: "b3", in: "finance", seen: seen).first)
        #expect(candidate.product == "X")
        #expect(candidate.neighbours == ["b0", "b1", "b2"])
        #expect(candidate.endpoints == 3)
        #expect(candidate.openFindings == 6)
    }

    @Test func `what another centre runs says nothing of it`() throws {
        let elsewhere = [SeenInstallation(body: "d", product: "X", endpoint: "x.d.example:443", openFindings: 9)]
        let candidate = try #require(shared.adoptionCandidates(for: "b3", in: "finance", seen: elsewhere).first)
        #expect(candidate.endpoints == 0)
        #expect(shared.whatIf("finance", moveTo: "Y", seen: elsewhere).findings == 0)
    }

    /// X with 4 findings at 1 endpoint of its centre ranks behind W with 1 at 1: two bodies each, nothing else known.
    @Test func `findings at the centre move a candidate down`() {
        let candidates = comparison("X@c X@c W W Y").adoptionCandidates(
            for: "b4", in: "finance",
            seen: [
                SeenInstallation(body: "c", product: "X", endpoint: "x.c.example:443", openFindings: 4),
                SeenInstallation(body: "b2", product: "W", endpoint: "w.b2.example:443", openFindings: 1),
            ])
        #expect(candidates.map(\.product) == ["W", "X"])
        #expect(candidates.map(\.rank) == [1, 2])
        #expect(candidates.map(\.openFindings) == [1, 4])
    }
}
