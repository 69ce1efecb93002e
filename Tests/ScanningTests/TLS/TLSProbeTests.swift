import Cryptography
import Model
import TLSTesting
import Testing
import Transport

@testable import Scanning

/// The TLS probe against OpenSSL's own server and nginx, on loopback.
@Suite struct TLSProbeTests {
    let workshop: Workshop
    let root: Workshop.Issued
    let intermediate: Workshop.Issued
    let trust: Trust

    init() async throws {
        workshop = try Workshop()
        root = try await workshop.root("root")
        intermediate = try await workshop.intermediate("intermediate", by: root)
        trust = try Trust(
            fleetRoots: [root.certificate], now: { Timestamp(seconds: 1_795_000_000) })
    }

    private func leaf(_ key: Workshop.Key = .ec("P-256"), names: [String] = ["DNS:www.example"]) async throws
        -> Workshop.Issued
    {
        try await workshop.issue("leaf", by: intermediate, key: key, names: names)
    }

    private func facts(
        of server: RealServer, name: String = "www.example", service: Service = .https,
        software: any SoftwareRecogniser = NoSoftware()
    ) async throws -> Facts {
        let probe = TLSProbe(trust: trust, software: software)
        let endpoint = Endpoint(
            body: "a", address: IPAddress("127.0.0.1"), port: server.port, serverName: name, service: service)
        return try await onLoopback { dialer in try await probe.observe(endpoint, using: dialer) }
    }

    private func accepted(_ facts: Facts) -> Set<String> {
        Set(facts[TLSProtocolFact.self].filter { $0.answer == "accepted" }.map(\.protocol))
    }

    private func refused(_ facts: Facts) -> [String: String] {
        let rows = facts[TLSProtocolFact.self].filter { $0.answer == "refused" }
        return Dictionary(rows.map { ($0.protocol, $0.reason) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `a modern nginx: every fact of a good handshake`() async throws {
        let leaf = try await leaf(names: ["DNS:www.example", "DNS:*.www.example", "IP:127.0.0.1"])
        let bundle = try workshop.bundle("bundle.pem", [leaf, intermediate])
        let server = try await RealServer.nginx(
            in: workshop,
            "ssl_certificate \(bundle); ssl_certificate_key \(leaf.key); ssl_protocols TLSv1.2 TLSv1.3;")
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(accepted(facts) == ["TLSv1.2", "TLSv1.3"])
        let alert = "alert 70 protocol_version"
        #expect(refused(facts) == ["TLSv1.1": alert, "TLSv1.0": alert, "SSLv3": alert, "SSLv2": alert])
        #expect(
            facts[TLSHandshakeFact.self] == [
                TLSHandshakeFact(
                    protocol: "TLSv1.3", cipherSuite: "TLS_AES_256_GCM_SHA384", cipherSuiteCode: "1302",
                    keyExchangeGroup: "secp256r1", alpn: "h2", nameMatches: true, secureRenegotiation: true,
                    extendedMasterSecret: true, ocspStapled: false)
            ])
        let certificates = facts[CertificateFact.self]
        #expect(certificates.map(\.subject) == ["CN=leaf", "CN=intermediate"])
        #expect(certificates.map(\.issuer) == ["CN=intermediate", "CN=root,O=Lagebild Test,C=DE"])
        #expect(certificates.map(\.isCa) == [false, true])
        #expect(certificates.map(\.keyCurve) == ["secp256r1", "secp256r1"])
        #expect(certificates[0].sha256 == Digest.sha256(try await workshop.der(leaf)).hex)
        #expect(
            facts[CertificateNameFact.self].map { "\($0.kind) \($0.name)" } == [
                "dns *.www.example", "dns www.example", "ip 127.0.0.1",
            ])
        #expect(
            facts[CertificateChainFact.self] == [
                CertificateChainFact(
                    chain: 0, store: "fleet", trusted: true, end: "root", error: "", length: 2, inOrder: true),
                CertificateChainFact(
                    chain: 0, store: "system", trusted: false, end: "missing-issuer",
                    error: "unable to get local issuer certificate", length: 2, inOrder: true),
            ])
    }

    @Test(arguments: [
        ("-tls1", "TLSv1.0"), ("-tls1_1", "TLSv1.1"), ("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3"),
    ])
    func `a server of one version accepts that one and is proven to refuse the others`(
        option: String, version: String
    ) async throws {
        let server = try await RealServer.openssl(try await leaf(), [option, "-cipher", "ALL:@SECLEVEL=0"])
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(accepted(facts) == [version])
        #expect(
            Set(refused(facts).keys)
                == Set(["SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]).subtracting([version]))
        #expect(facts[TLSHandshakeFact.self].map(\.protocol) == [version])
    }

    @Test(arguments: [
        (Workshop.Key.rsa(2048), "RSA", 2048, ""), (.rsa(4096), "RSA", 4096, ""),
        (.ec("P-384"), "EC", 384, "secp384r1"), (.ed25519, "Ed25519", 256, ""),
    ])
    func `keys of every kind are named`(key: Workshop.Key, type: String, bits: Int, curve: String) async throws {
        let server = try await RealServer.openssl(try await leaf(key))
        defer { server.stop() }
        let certificate = try #require(try await facts(of: server)[CertificateFact.self].first)
        #expect(certificate.keyType == type)
        #expect(certificate.keyBits == bits)
        #expect(certificate.keyCurve == curve)
        #expect(certificate.signatureAlgorithm == "ecdsa-with-SHA256")
    }

    @Test func `RSA key transport has no group, and TLS 1.2 says whether renegotiation is safe`() async throws {
        let server = try await RealServer.openssl(
            try await leaf(.rsa(2048)), ["-tls1_2", "-cipher", "AES128-GCM-SHA256"])
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(accepted(facts) == ["TLSv1.2"])
        let handshake = try #require(facts[TLSHandshakeFact.self].first)
        #expect(handshake.cipherSuite == "TLS_RSA_WITH_AES_128_GCM_SHA256")
        #expect(handshake.cipherSuiteCode == "009C")
        #expect(handshake.keyExchangeGroup == "")
        #expect(handshake.secureRenegotiation)
        #expect(handshake.extendedMasterSecret)
        #expect(handshake.alpn == "")
    }

    @Test(arguments: [
        ("ECDHE-RSA-AES128-SHA256", "P-384", "secp384r1"), ("ECDHE-RSA-AES128-SHA256", "X25519", "x25519"),
    ])
    func `the group before TLS 1.3 is named too`(cipher: String, group: String, name: String) async throws {
        let server = try await RealServer.openssl(
            try await leaf(.rsa(2048)), ["-tls1_2", "-cipher", cipher, "-groups", group])
        defer { server.stop() }
        #expect(try await facts(of: server)[TLSHandshakeFact.self].map(\.keyExchangeGroup) == [name])
    }

    @Test func `an expired certificate is still trusted: dates are left to the rules`() async throws {
        let expired = try await workshop.issue(
            "expired", by: intermediate, names: ["DNS:www.example"], from: "20200101000000Z", to: "20200201000000Z")
        let server = try await RealServer.openssl(expired, ["-cert_chain", intermediate.certificate])
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(facts[CertificateFact.self].first?.notAfter == "2020-02-01T00:00:00Z")
        #expect(facts[CertificateFact.self].first?.notBefore == "2020-01-01T00:00:00Z")
        #expect(facts[CertificateChainFact.self].map(\.trusted) == [true, false])
    }

    @Test(arguments: [
        ("/CN=ASA Temporary Self Signed Certificate", "DNS:www.example", "cisco-asa likely certificate"),
        ("/CN=unifi.local", "DNS:www.example", "ubiquiti-unifi possible "),
        ("/CN=kube-apiserver", "DNS:kubernetes.default.svc", "kubernetes likely certificate"),
    ])
    func `the certificate a product makes for itself names it`(subject: String, name: String, found: String)
        async throws
    {
        let own = try await workshop.issue("own", subject: subject, names: [name])
        let server = try await RealServer.openssl(own)
        defer { server.stop() }
        let software = try await facts(of: server, software: .shipped)[SoftwareFact.self]
        #expect(software.map { "\($0.product) \($0.confidence) \($0.strongSignals)" } == [found])
        #expect(software.allSatisfy { $0.evidence.hasPrefix("certificate ") })
    }

    @Test func `a chain without its intermediate misses an issuer`() async throws {
        let server = try await RealServer.openssl(try await leaf())
        defer { server.stop() }
        let chains = try await facts(of: server)[CertificateChainFact.self]
        #expect(chains.map(\.end) == ["missing-issuer", "missing-issuer"])
        #expect(chains.map(\.length) == [1, 1])
    }

    @Test func `a self-signed certificate and an unknown root end alike, only one signs itself`() async throws {
        let own = try await workshop.issue("own", names: ["DNS:www.example"])
        let alone = try await RealServer.openssl(own)
        defer { alone.stop() }
        let first = try await facts(of: alone)
        #expect(first[CertificateFact.self].map(\.selfSigned) == [true])
        #expect(first[CertificateChainFact.self].map(\.end) == ["self-signed", "self-signed"])

        let other = try await workshop.root("other")
        let foreign = try await workshop.issue("foreign", by: other, names: ["DNS:www.example"])
        let server = try await RealServer.openssl(foreign, ["-cert_chain", other.certificate])
        defer { server.stop() }
        let second = try await facts(of: server)
        #expect(second[CertificateFact.self].map(\.selfSigned) == [false, true])
        #expect(second[CertificateChainFact.self].map(\.end) == ["self-signed", "self-signed"])
        #expect(second[CertificateChainFact.self].map(\.error).first == "self-signed certificate in certificate chain")
    }

    @Test func `a chain served in the wrong order is trusted and said to be out of order`() async throws {
        let leaf = try await leaf()
        let bundle = try workshop.bundle("bundle.pem", [root, intermediate])
        let server = try await RealServer.openssl(leaf, ["-cert_chain", bundle])
        defer { server.stop() }
        let chain = try #require(try await facts(of: server)[CertificateChainFact.self].first)
        #expect(chain.trusted)
        #expect(!chain.inOrder)
    }

    @Test(arguments: [
        ("www.example", true), ("WWW.example", true), ("deep.www.example", true), ("a.deep.www.example", false),
        ("other.example", false), ("", true),
    ])
    func `names are held against the alternative names only`(name: String, matches: Bool) async throws {
        let leaf = try await leaf(names: ["DNS:www.example", "DNS:*.www.example", "IP:127.0.0.1"])
        let server = try await RealServer.openssl(leaf)
        defer { server.stop() }
        #expect(try await facts(of: server, name: name)[TLSHandshakeFact.self].map(\.nameMatches) == [matches])
    }

    @Test func `a name that stands only in the common name does not match`() async throws {
        let old = try await workshop.issue("www.example", by: intermediate)
        let server = try await RealServer.openssl(old)
        defer { server.stop() }
        #expect(try await facts(of: server)[TLSHandshakeFact.self].map(\.nameMatches) == [false])
    }

    @Test func `a server that knows other names only proves nothing about versions`() async throws {
        let leaf = try await leaf()
        let server = try await RealServer.nginx(
            in: workshop,
            "ssl_certificate \(leaf.certificate); ssl_certificate_key \(leaf.key); ssl_reject_handshake on;")
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(accepted(facts) == [])
        #expect(facts[TLSHandshakeFact.self] == [])
        let rows = facts[TLSProtocolFact.self]
        #expect(rows.filter { $0.protocol >= "TLSv1.2" }.map(\.answer) == ["unknown", "unknown"])
        #expect(rows.contains { $0.reason == "alert 112 unrecognized_name" })
    }

    @Test func `a client certificate that is demanded and missing leaves the versions known`() async throws {
        let server = try await RealServer.openssl(try await leaf(), ["-tls1_2", "-Verify", "1"])
        defer { server.stop() }
        let facts = try await facts(of: server)
        #expect(accepted(facts) == ["TLSv1.2"])
        #expect(facts[TLSHandshakeFact.self] == [])
    }

    @Test func `two observations of an unchanged server are equal`() async throws {
        let server = try await RealServer.openssl(try await leaf())
        defer { server.stop() }
        #expect(try await facts(of: server) == facts(of: server))
    }
}
