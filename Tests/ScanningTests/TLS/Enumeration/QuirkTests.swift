import Testing
import Wire

@testable import Scanning

/// Servers that do not answer as they should, and what the interview makes of them.
@Suite struct QuirkTests {
    /// nginx with Mozilla's intermediate suites and an RSA key, as OpenSSL 3 runs it.
    private var intermediate: ServerShape {
        var shape = ServerShape()
        shape.suites = [
            .tls13: [0x1302, 0x1303, 0x1301].map(CipherSuite.init(rawValue:)),
            .tls12: [0xC02F, 0xC030, 0xCCA8].map(CipherSuite.init(rawValue:)),
        ]
        let curves: [NamedGroup] = [.x25519, .secp256r1, .x448, .secp521r1, .secp384r1]
        shape.curves = curves
        shape.groups13 = curves + Offers.finiteFields
        shape.rsaSchemes = [0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0301]
        shape.serverDecides = false
        shape.serverDecidesGroups = false
        shape.statesGroups = true
        return shape
    }

    private func accepted(_ interview: Interview<SimulatedServer>, _ version: TLSVersion) -> Set<CipherSuite> {
        Set(interview.eliminations[version]?.suites.accepted ?? [])
    }

    private func answer(_ feature: String, _ interview: Interview<SimulatedServer>) -> String? {
        interview.observed.features.first { $0.key.feature == feature }?.value.answer
    }

    @Test func `a usual server takes about twenty questions at consent light`() async throws {
        let server = SimulatedServer(intermediate, budget: 28)
        let interview = try await interview(server)
        for version in [TLSVersion.tls12, .tls13] {
            #expect(accepted(interview, version) == Set(intermediate.possible(version)))
            #expect(interview.eliminations[version]?.suites.gap == nil)
            #expect(interview.eliminations[version]?.groups.gap == nil)
            #expect(interview.eliminations[version]?.order.decider == .client)
        }
        #expect(server.asked.count <= 24)
    }

    @Test func `a budget that is too small proves classes and names what is left`() async throws {
        var shape = intermediate
        shape.suites[.tls12] = Array(Offers.suites(for: .tls12).filter { $0.authentication == "RSA" }.prefix(27))
        let server = SimulatedServer(shape, budget: 28)
        let interview = try await interview(server)
        let suites = try #require(interview.eliminations[.tls12]?.suites)
        let truth = Set(shape.possible(.tls12))
        #expect(server.asked.count <= 28)
        #expect(Set(suites.accepted).isSubset(of: truth))
        #expect(truth.subtracting(suites.accepted).isSubset(of: Set(suites.unknown.map(\.item))))
        #expect(suites.gap == "budget")
        #expect(!suites.unknown.contains { $0.item.encryption == "NULL" })
    }

    @Test func `a server that wants pauses gets them, and everything is found`() async throws {
        let server = SimulatedServer(intermediate, limit: 7)
        let interview = try await interview(server)
        #expect(accepted(interview, .tls12) == Set(intermediate.possible(.tls12)))
        #expect(interview.eliminations[.tls12]?.suites.gap == nil)
        #expect((1...20).contains(server.pauses))
    }

    @Test func `a server that has had enough for good leaves the rest unknown`() async throws {
        let server = SimulatedServer(intermediate, limit: 7, isForgiving: false)
        let interview = try await interview(server)
        #expect(server.pauses == 3)
        #expect(interview.interviewer.exhaustion == "rate limited")
        #expect(interview.versions.answers[.tls13] == .accepted)
        #expect(interview.versions.answers[.ssl2] == .unknown("rate limited"))
    }

    @Test func `a server that breaks off at long hellos is asked in parts`() async throws {
        var shape = intermediate
        shape.longestOffer = 100
        let server = SimulatedServer(shape)
        let interview = try await interview(server)
        #expect(answer("long_hello", interview) == "no")
        #expect(accepted(interview, .tls12) == Set(shape.possible(.tls12)))
        #expect(accepted(interview, .tls13) == Set(shape.possible(.tls13)))
        #expect(interview.eliminations[.tls12]?.suites.gap == nil)
    }

    @Test func `a server that wants a real key share gets one`() async throws {
        var shape = intermediate
        shape.dislikesEmptyKeyShare = true
        shape.statesGroups = false
        let interview = try await interview(SimulatedServer(shape))
        #expect(answer("empty_key_share", interview) == "no")
        #expect(accepted(interview, .tls13) == Set(shape.possible(.tls13)))
        #expect(Set(interview.eliminations[.tls13]?.groups.accepted ?? []) == Set(shape.groups13))
    }

    @Test func `closing without a word proves nothing`() async throws {
        var shape = intermediate
        shape.closesForNo = true
        let interview = try await interview(SimulatedServer(shape))
        #expect(accepted(interview, .tls12) == Set(shape.possible(.tls12)))
        #expect(interview.eliminations[.tls12]?.suites.gap == "closed")
        #expect(interview.versions.answers[.tls11] == .unknown("closed"))
    }
}
