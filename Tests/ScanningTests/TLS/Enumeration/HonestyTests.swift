import Model
import Testing
import Wire

@testable import Scanning

/// Whatever a server does and however early the questions end: what is called refused or complete is so.
@Suite struct HonestyTests {
    /// A made-up server and how it behaves; the number says which.
    private func server(_ seed: UInt64) -> SimulatedServer {
        var dice = SeededGenerator(seed: seed &+ 1_000_003)
        var shape = ServerShape.random(seed)
        shape.closesForNo = Int.random(in: 0..<4, using: &dice) == 0
        shape.dislikesEmptyKeyShare = Int.random(in: 0..<4, using: &dice) == 0
        let hasLimit = Int.random(in: 0..<3, using: &dice) == 0
        return SimulatedServer(
            shape, budget: Int.random(in: 1...40, using: &dice),
            limit: hasLimit ? Int.random(in: 1...20, using: &dice) : nil, isForgiving: Bool.random(using: &dice))
    }

    @Test(arguments: 0..<8)
    func `nothing is refused or complete that is not`(batch: UInt64) async throws {
        for seed in batch * 10..<(batch + 1) * 10 {
            let server = server(seed)
            // Some are given up at once, which claims nothing.
            guard let interview = try? await interview(server) else { continue }
            let facts = EnumerationRows(interview).facts
            for version in TLSVersion.known {
                #expect(faults(facts, server.shape, version) == [], "seed \(seed)")
            }
        }
    }

    private func faults(_ facts: Facts, _ shape: ServerShape, _ version: TLSVersion) -> [String] {
        let name = version.description
        let truth = shape.possible(version)
        let answer = facts[TLSProtocolFact.self].first { $0.protocol == name }?.answer
        var faults: [String] = []
        if answer == "refused", !truth.isEmpty { faults.append("\(name) refused") }
        if answer == "accepted", truth.isEmpty { faults.append("\(name) accepted") }
        let isListed = facts[TLSEnumerationFact.self].contains { $0.protocol == name }
        guard isListed else { return faults }
        let suites = facts[TLSCipherSuiteFact.self].filter { $0.protocol == name }.map(\.code)
        let unknown = facts[TLSCipherSuiteUnknownFact.self].filter { $0.protocol == name }.map(\.code)
        faults += claims(
            "\(name) suites", suites, unknown, truth.map(\.code), isComplete(facts, name, "cipher_suite"))
        let groups = facts[TLSGroupFact.self].filter { $0.protocol == name }
        faults += claims(
            "\(name) groups", groups.filter { $0.answer == "accepted" }.map(\.code),
            groups.filter { $0.answer == "unknown" }.map(\.code), self.groups(shape, version, truth),
            isComplete(facts, name, "group"))
        if version == .tls12 {
            let schemes = facts[TLSSignatureSchemeFact.self].filter { $0.protocol == name }
            faults += claims(
                "\(name) schemes", schemes.filter { $0.answer == "accepted" }.map(\.code),
                schemes.filter { $0.answer == "unknown" }.map(\.code), self.schemes(shape, truth),
                isComplete(facts, name, "signature_scheme"))
        }
        let decides = facts[TLSPreferenceFact.self].first { $0.protocol == name }?.decides
        if isComplete(facts, name, "preference"), truth.count > 1, suites.count > 1 {
            let own = shape.serverDecides ? "server" : "client"
            if decides != own { faults.append("\(name) order of the \(decides ?? "nobody"), not the \(own)") }
        }
        return faults
    }

    private func claims(
        _ what: String, _ accepted: [String], _ unknown: [String], _ truth: [String], _ isComplete: Bool
    ) -> [String] {
        let missing = Set(truth).subtracting(accepted)
        var faults: [String] = []
        if !Set(accepted).isSubset(of: truth) { faults.append("\(what): \(Set(accepted).subtracting(truth)) accepted") }
        if isComplete, !missing.isEmpty { faults.append("\(what) complete without \(missing)") }
        if !missing.isSubset(of: unknown) { faults.append("\(what): \(missing.subtracting(unknown)) refused") }
        return faults
    }

    private func isComplete(_ facts: Facts, _ version: String, _ subject: String) -> Bool {
        facts[TLSEnumerationFact.self].contains {
            $0.protocol == version && $0.subject == subject && $0.answer == "complete"
        }
    }

    private func groups(_ shape: ServerShape, _ version: TLSVersion, _ truth: [CipherSuite]) -> [String] {
        let isUsed = version == .tls13 || truth.contains { $0.keyExchange.hasPrefix("ECDHE") }
        guard version > .ssl3, isUsed else { return [] }
        let own = version == .tls13 ? shape.groups13 : shape.curves
        return Set(own).intersection(Offers.groups(for: version)).map(\.code)
    }

    private func schemes(_ shape: ServerShape, _ truth: [CipherSuite]) -> [String] {
        func has(_ authentication: String) -> Bool {
            truth.contains { $0.isSigned && $0.authentication == authentication }
        }
        let own = (has("RSA") ? shape.rsaSchemes : []) + (has("ECDSA") ? shape.ecdsaSchemes : [])
        return (own + (has("DSS") ? [0x0402] : [])).map { SignatureScheme(rawValue: $0).code }
    }
}
