import Cryptography
import Foundation
import Model
import TLSTesting
import Testing
import Transport

@testable import Scanning

/// Every chain a server hands out, against real servers with several certificates.
@Suite struct ServedChainTests {
    let workshop: Workshop
    let root: Workshop.Issued
    let intermediate: Workshop.Issued
    let now = Timestamp(seconds: Int(Date().timeIntervalSince1970))

    init() async throws {
        workshop = try Workshop()
        root = try await workshop.root("root")
        intermediate = try await workshop.intermediate("intermediate", by: root)
    }

    private func facts(of server: RealServer, name: String = "www.example") async throws -> Facts {
        let probe = TLSProbe(
            trust: try Trust(
                fleetRoots: [root.certificate], mozillaRoots: [root.certificate],
                weakKeys: DebianWeakKeys(folder: workshop.folder), now: { [now] in now }))
        let endpoint = Endpoint(
            body: "a", address: IPAddress("127.0.0.1"), port: server.port, serverName: name, service: .https)
        return try await onLoopback { dialer in try await probe.observe(endpoint, using: dialer) }
    }

    private func leaf(
        _ name: String, _ key: Workshop.Key = .ec("P-256"), names: [String] = ["DNS:www.example"],
        extensions: [String] = []
    ) async throws -> Workshop.Issued {
        try await workshop.issue(name, by: intermediate, key: key, names: names, extensions: extensions)
    }

    private func served(_ facts: Facts) -> [String] {
        facts[ServedChainFact.self].sorted { $0.chain < $1.chain }.map {
            "\($0.keyType) \($0.withServerName ? "by name" : "without") \($0.length)"
        }
    }

    @Test(arguments: ["TLSv1.3", "TLSv1.2 TLSv1.3", "TLSv1.2"])
    func `nginx with two certificates shows both, each chain once`(versions: String) async throws {
        let (rsa, ec) = (try await leaf("rsa", .rsa(2048)), try await leaf("ec"))
        let server = try await RealServer.nginx(
            in: workshop,
            "ssl_certificate \(rsa.certificate); ssl_certificate_key \(rsa.key); ssl_certificate \(ec.certificate); "
                + "ssl_certificate_key \(ec.key); ssl_protocols \(versions);")
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(Set(served(facts)) == ["EC by name 1", "RSA by name 1"])
        #expect(facts[CertificateChainFact.self].count == 6)
        #expect(facts[CertificateFact.self].allSatisfy { $0.position == 0 })
        #expect(Set(facts[ServedChainFact.self].map(\.chain)) == [0, 1])
    }

    @Test func `RSA, ECDSA and EdDSA beside each other in TLS 1.3`() async throws {
        let (rsa, ec, ed) = (try await leaf("rsa", .rsa(2048)), try await leaf("ec"), try await leaf("ed", .ed25519))
        let server = try await RealServer.nginx(
            in: workshop,
            [rsa, ec, ed].map { "ssl_certificate \($0.certificate); ssl_certificate_key \($0.key); " }.joined()
                + "ssl_protocols TLSv1.3;")
        defer { server.stop() }
        #expect(
            Set(served(try await facts(of: server))) == ["EC by name 1", "Ed25519 by name 1", "RSA by name 1"])
    }

    @Test func `a default certificate for who says no name is a chain of its own`() async throws {
        let (own, other) = (try await leaf("own"), try await leaf("other", names: ["DNS:other.example"]))
        let server = try await RealServer.openssl(
            other,
            ["-servername", "www.example", "-cert2", own.certificate, "-key2", own.key, "-tls1_3"]
                + ["-cert_chain", intermediate.certificate])
        defer { server.stop() }
        let facts = try await facts(of: server)
        let chains = facts[ServedChainFact.self].sorted { $0.chain < $1.chain }
        #expect(chains.map(\.withServerName) == [true, false])
        #expect(chains.map(\.nameMatches) == [true, false])
        #expect(Set(facts[CertificateNameFact.self].map(\.name)) == ["other.example", "www.example"])
        let alone = try await self.facts(of: server, name: "")
        #expect(alone[ServedChainFact.self].map(\.withServerName) == [true])
    }

    @Test func `a DSA certificate is seen`() async throws {
        let dsa = try await leaf("dsa", .dsa)
        let server = try await RealServer.openssl(dsa, ["-tls1_2", "-cipher", "ALL:@SECLEVEL=0"])
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(served(facts) == ["DSA by name 1"])
        #expect(facts[CertificateFact.self].map(\.keyBits) == [1024])
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a certificate message above a hundred kilobytes is read`(version: String) async throws {
        let bundle = try workshop.bundle("many.pem", Array(repeating: intermediate, count: 400))
        let server = try await RealServer.openssl(try await leaf("own"), [version, "-cert_chain", bundle])
        defer { server.stop() }
        let facts = try await facts(of: server)
        let chain = try #require(facts[ServedChainFact.self].first)
        #expect(chain.messageBytes > 100_000)
        #expect(chain.length == 401)
        #expect(facts[CertificateFact.self].count == 401)
        #expect(facts[CertificateChainFact.self].first { $0.store == "fleet" }?.trusted == true)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a stapled response, must-staple and its end are seen`(version: String) async throws {
        let own = try await leaf("own", extensions: ["tlsfeature=status_request"])
        let response = try await workshop.ocspResponse(about: own, issuer: intermediate, days: 3)
        let file = workshop.path("own.ocsp")
        try Data(response).write(to: URL(fileURLWithPath: file))
        let server = try await RealServer.openssl(
            own, [version, "-status_file", file, "-cert_chain", intermediate.certificate])
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(
            facts[OCSPStapleFact.self] == [
                OCSPStapleFact(chain: 0, status: "good", current: true, signatureHolds: true)
            ])
        #expect(facts[CertificateFact.self].first { $0.position == 0 }?.mustStaple == true)
        #expect(facts[TLSHandshakeFact.self].first?.ocspStapled == true)
        #expect(try await self.facts(of: server) == facts)
    }

    @Test func `the same chain costs one verdict, and stores say what they know`() async throws {
        let own = try await leaf("own")
        let server = try await RealServer.openssl(own, ["-cert_chain", intermediate.certificate])
        defer { server.stop() }
        let chains = try await facts(of: server)[CertificateChainFact.self]
        #expect(chains.map(\.store) == ["fleet", "mozilla", "system"])
        #expect(chains.map(\.trusted) == [true, true, false])
        #expect(chains.allSatisfy { $0.length == 2 && $0.inOrder })
    }

    @Test func `without a list of weak keys nobody says that an RSA key is none of them`() async throws {
        let server = try await RealServer.openssl(try await leaf("own", .rsa(2048)))
        defer { server.stop() }
        let certificates = try await facts(of: server)[CertificateFact.self]
        #expect(certificates.map(\.keyWeakness) == [""])
        #expect(certificates.map(\.keyWeaknessComplete) == [false])
    }

    @Test func `a key on a list of weak ones and an RSA key's numbers are seen`() async throws {
        let own = try await leaf("own", .rsa(2048))
        let modulus = try await workshop.openssl(["x509", "-in", own.certificate, "-noout", "-modulus"])
        let sum = try await workshop.openssl(["dgst", "-sha1", "-r", workshop.write("modulus.txt", modulus)])
        try workshop.write("blacklist.RSA-2048", "\(sum.prefix(40).suffix(20))\n")
        let server = try await RealServer.openssl(own)
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(facts[CertificateFact.self].map(\.keyWeakness) == ["debian"])
        #expect(facts[CertificateFact.self].map(\.keyWeaknessComplete) == [true])
        let key = try #require(facts[RSAKeyFact.self].first)
        #expect(facts[RSAKeyFact.self].count == 1 && key.exponent == "010001")
        #expect(modulus.lowercased().contains(key.modulus))
    }
}
