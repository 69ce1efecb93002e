import Cryptography
import Model
import TLSTesting
import Testing
import Transport

@testable import Scanning

/// Every server of the table: what the TLS probe says is what the server is configured to do; nothing wrong, nothing
/// missing, and what it cannot know it names.
@Suite(.serialized) struct TruthTests {
    @Test(arguments: Specimen.all)
    func `what the probe sees is what the server does`(specimen: Specimen) async throws {
        let opened = try await specimen.open(Bench.shared)
        defer { opened.server.stop() }
        try await check(opened, against: specimen)
        let seen = try await look(at: opened, budget: specimen.budget)
        let difference = Difference(opened.truth, seen.sight)
        withKnownIssue("\(specimen.pending ?? "")", isIntermittent: true) {
            #expect(difference.wrong == [])
            #expect(difference.missing.filter { !seen.sight.names($0) } == [])
            #expect(Set(difference.unknown) == specimen.unknown.union(opened.truth.unknowable))
            #expect(seen.connections <= specimen.mostConnections)
        } when: {
            specimen.pending != nil
        }
        try TruthTable.note(specimen, opened.truth, connections: seen.connections)
    }

    @Test(arguments: [WebSpecimens.nginxIntermediate, WebSpecimens.apache, PlainSpecimens.postfix])
    func `forty connections show nothing wrong, and what they leave open is named`(specimen: Specimen) async throws {
        let opened = try await specimen.open(Bench.shared)
        defer { opened.server.stop() }
        let seen = try await look(at: opened, budget: 40)
        let difference = Difference(opened.truth, seen.sight)
        #expect(difference.wrong == [])
        let unnamed = difference.missing.filter { !seen.sight.names($0) }
        // A part of an order is as much as can be known of suites that are not all known.
        #expect(unnamed.filter { !$0.contains(" > ") } == [])
        #expect(seen.connections <= 39)
    }

    /// The truth comes from configurations; clients that are not ours must agree with it.
    private func check(_ opened: Specimen.Opened, against specimen: Specimen) async throws {
        let truth = opened.truth
        async let nmapSaid = Nmap(port: opened.otherPort)
        let client = SecondClient(port: opened.otherPort, start: opened.otherStart, serverName: opened.serverName)
        let second = try await client.ask(Truth.versions.filter { truth.suites[$0] != nil })
        for (version, names) in truth.suites {
            let found = second.suites[version] ?? []
            #expect(Set(found).subtracting(names) == [], "\(version) has more")
            #expect(Set(names).subtracting(found) == [], "\(version) has less")
            if truth.decides[version] == "server" { #expect(found == names, "\(version)") }
        }
        let rest = truth.statements.filter { $0.contains(" group ") || $0.contains(" order ") }
        #expect(second.rest.subtracting(rest).filter { !(specimen.refusesInSilence && $0.hasPrefix("odd ")) } == [])
        #expect(rest.subtracting(second.rest) == [])
        try compare(truth, try await nmapSaid, specimen.nmap)
    }

    /// Groups and certificates it does not ask for, and refusals it does not name.
    private func compare(_ truth: Truth, _ nmap: Nmap, _ sight: NmapSight) throws {
        let kinds = [" suite ", " order ", " accepted"]
        let visible = truth.statements.filter { line in kinds.contains { line.contains($0) } }
        var (misses, claims): (Set<String>, Set<String>) = ([], [])
        switch sight {
        case .everything: break
        case .except(let expectedMisses, let expectedClaims, _): (misses, claims) = (expectedMisses, expectedClaims)
        case .nothing:
            #expect(nmap.statements == [])
            return
        }
        #expect(visible.subtracting(nmap.statements) == misses)
        #expect(nmap.statements.subtracting(visible) == claims)
    }

    private func look(at opened: Specimen.Opened, budget: Int) async throws -> (sight: Sight, connections: Int) {
        let loops = try EventLoops(count: 1)
        let dialer = CountingDialer(loops: loops, budget: budget)
        let endpoint = Endpoint(
            body: "a", address: IPAddress("127.0.0.1"), port: opened.port,
            serverName: opened.serverName, service: opened.service)
        let result = await Task { try await TLSProbe(trust: .none).observe(endpoint, using: dialer) }.result
        await loops.shutdown()
        return (Sight(try result.get()), dialer.count)
    }
}

extension Specimen {
    static let all =
        WebSpecimens.all + OpenSSLSpecimens.all + GnuTLSSpecimens.all + NSSSpecimens.all + JavaSpecimens.all
        + PythonSpecimens.all + EmbeddedSpecimens.all + PlainSpecimens.all
}
