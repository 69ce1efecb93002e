import Cryptography
import Model
import TLSTesting
import Testing

@Suite struct CertificateTests {
    @Test func `a certificate says all of itself`() async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue(
            "own", subject: "/C=DE/O=Kreis \u{FC}ber, Berg\\/Tal/CN=<script>", key: .rsa(2048),
            names: ["DNS:WWW.Example", "IP:2001:db8::1", "email:a@example.org"], from: "20260102030405Z",
            to: "20500101000000Z", digest: "sha384")
        let certificate = try await Certificate(der: workshop.der(issued))
        #expect(certificate.subject == #"CN=\<script\>,O=Kreis über\, Berg/Tal,C=DE"#)
        #expect(certificate.issuer == certificate.subject)
        #expect(certificate.notBefore.description == "2026-01-02T03:04:05Z")
        #expect(certificate.notAfter.description == "2050-01-01T00:00:00Z")
        #expect(certificate.key.type == "RSA")
        #expect(certificate.key.bits == 2048)
        #expect(certificate.key.curve == "")
        #expect(certificate.signatureAlgorithm == "sha384WithRSAEncryption")
        #expect(certificate.isSelfSigned)
        #expect(!certificate.isAuthority)
        #expect(certificate.names.map(\.name) == ["www.example", "2001:db8::1"])
        #expect(certificate.names.map(\.kind) == [.dns, .ip])
        #expect(certificate.covers(address: try #require(IPAddress("2001:db8::1"))))
        let text = try await workshop.openssl([
            "x509", "-in", issued.certificate, "-noout", "-serial", "-fingerprint", "-sha256",
        ])
        #expect(text.lowercased().contains("serial=\(certificate.serial)"))
        #expect(text.replacing(":", with: "").lowercased().contains("fingerprint=\(certificate.sha256)"))
    }

    @Test func `the key's own digest is that of SubjectPublicKeyInfo`() async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue("own", key: .ed25519, digest: "null")
        let certificate = try await Certificate(der: workshop.der(issued))
        #expect(certificate.key.type == "Ed25519")
        #expect(certificate.key.bits == 256)
        #expect(certificate.signatureAlgorithm == "ED25519")
        let key = workshop.path("public.pem")
        try await workshop.openssl(["x509", "-in", issued.certificate, "-noout", "-pubkey", "-out", key])
        let digest = try await workshop.openssl([
            "pkey", "-pubin", "-in", key, "-pubout", "-outform", "DER", "-out", key + ".der",
        ])
        #expect(digest == "")
        let sum = try await workshop.openssl(["dgst", "-sha256", "-r", key + ".der"])
        #expect(sum.hasPrefix(certificate.spkiSHA256))
    }

    @Test func `RSASSA-PSS is called by its standard name`() async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue(
            "pss", key: .rsa(2048), signatureOptions: ["-sigopt", "rsa_padding_mode:pss"])
        #expect(try await Certificate(der: workshop.der(issued)).signatureAlgorithm == "RSASSA-PSS")
    }

    @Test func `issued in its own name by another key is not self-signed`() async throws {
        let workshop = try Workshop()
        let root = try await workshop.root("root")
        let twin = try await workshop.issue("twin", by: root, subject: "/C=DE/O=Lagebild Test/CN=root")
        let certificate = try await Certificate(der: workshop.der(twin))
        #expect(certificate.subject == certificate.issuer)
        #expect(!certificate.isSelfSigned)
    }

    @Test func `no shorter or altered form traps, and more bytes are refused`() async throws {
        let workshop = try Workshop()
        let der = try await workshop.der(workshop.issue("own", names: ["DNS:www.example", "IP:192.0.2.1"]))
        for length in 0..<der.count {
            #expect(throws: CertificateError.self) { try Certificate(der: Array(der.prefix(length))) }
        }
        #expect(throws: CertificateError.self) { try Certificate(der: der + [0]) }
        for position in der.indices {
            var altered = der
            altered[position] ^= 0xFF
            _ = try? Certificate(der: altered)
        }
        #expect(throws: CertificateError.self) { try Certificate(der: Array("-----BEGIN CERTIFICATE-----".utf8)) }
    }

    @Test func `wildcards stand for one whole left-most label`() async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue(
            "own", names: ["DNS:*.example.org", "DNS:w*.example.net", "DNS:a.*.example"])
        let certificate = try await Certificate(der: workshop.der(issued))
        #expect(certificate.covers(name: "www.example.org"))
        #expect(certificate.covers(name: "www.example.org."))
        #expect(!certificate.covers(name: "example.org"))
        #expect(!certificate.covers(name: "a.b.example.org"))
        #expect(!certificate.covers(name: "www.example.net"))
        #expect(!certificate.covers(name: "a.b.example"))
        #expect(!certificate.covers(name: "own"))
        #expect(!certificate.covers(name: ""))
    }

    @Test func `a chain leads to the root of a store, whatever the dates and the order`() async throws {
        let workshop = try Workshop()
        let root = try await workshop.root("root")
        let middle = try await workshop.intermediate("middle", by: root)
        let leaf = try await workshop.issue("leaf", by: middle, from: "20100101000000Z", to: "20110101000000Z")
        let store = try TrustStore(onlyRootsIn: [root.certificate])
        let empty = try TrustStore(onlyRootsIn: [])
        func verdict(_ chain: [Workshop.Issued], _ store: TrustStore) async throws -> ChainVerdict {
            var certificates: [Certificate] = []
            for issued in chain { certificates.append(try Certificate(der: try await workshop.der(issued))) }
            return ChainVerdict(of: certificates, in: store)
        }
        #expect(try await verdict([leaf, middle], store).isTrusted)
        #expect(try await verdict([leaf, root, middle], store).isTrusted)
        #expect(try await verdict([leaf], store).end == .missingIssuer)
        #expect(try await verdict([leaf, middle], empty).end == .missingIssuer)
        #expect(try await verdict([leaf, middle, root], empty).end == .selfSigned)
        #expect(try await verdict([root], empty).end == .selfSigned)
        #expect(try await verdict([], store).end == .invalid)
        // An ordinary certificate cannot issue others.
        let child = try await workshop.issue("child", by: leaf)
        #expect(try await verdict([child, leaf, middle], store).end == .invalid)
    }

    @Test func `a store says which file it cannot use`() async throws {
        let workshop = try Workshop()
        let text = try workshop.write("roots.pem", "no certificate")
        #expect(throws: CertificateError("\(text): holds no certificate (PEM)")) { try TrustStore(onlyRootsIn: [text]) }
        #expect(throws: CertificateError.self) { try TrustStore(onlyRootsIn: [workshop.path("absent.pem")]) }
    }
}
