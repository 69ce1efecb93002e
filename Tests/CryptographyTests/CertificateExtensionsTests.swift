import Cryptography
import Model
import TLSTesting
import Testing

@Suite struct CertificateExtensionsTests {
    @Test func `every extension rules ask for is read`() async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue(
            "own",
            extensions: [
                "keyUsage=critical,digitalSignature,keyEncipherment",
                "extendedKeyUsage=serverAuth,clientAuth,1.3.6.1.4.1.99999.1",
                "tlsfeature=status_request",
                "authorityInfoAccess=caIssuers;URI:http://ca.example/ca.crt,OCSP;URI:http://ocsp.example/",
                "crlDistributionPoints=URI:http://crl.example/1.crl,URI:http://crl.example/2.crl",
                "certificatePolicies=2.23.140.1.2.1,1.3.6.1.4.1.44947.1.1.1",
            ])
        let extensions = try await Certificate(der: workshop.der(issued)).extensions
        #expect(extensions.keyUsage == ["digitalSignature", "keyEncipherment"])
        #expect(extensions.extendedKeyUsage == ["1.3.6.1.4.1.99999.1", "clientAuth", "serverAuth"])
        #expect(extensions.mustStaple)
        #expect(extensions.ocspURL == "http://ocsp.example/")
        #expect(extensions.crlURL == "http://crl.example/1.crl")
        #expect(extensions.policies == ["1.3.6.1.4.1.44947.1.1.1", "2.23.140.1.2.1"])
        #expect(extensions.timestamps == [])
    }

    @Test func `a certificate without extensions says nothing`() async throws {
        let workshop = try Workshop()
        let extensions = try await Certificate(der: workshop.der(workshop.issue("own"))).extensions
        #expect(extensions.keyUsage == [] && extensions.extendedKeyUsage == [] && extensions.policies == [])
        #expect(!extensions.mustStaple)
        #expect(extensions.ocspURL == "" && extensions.crlURL == "")
    }

    /// A list of two, written by hand from RFC 6962 section 3.3: version, log id of 32 bytes, time in milliseconds, no
    /// extensions, and a signature that no log made.
    static let timestampList: [UInt8] = {
        let one =
            [0] + [UInt8](repeating: 0xA1, count: 32) + [0, 0, 1, 0x8C, 0xC2, 0x51, 0xF4, 0] + [0, 0, 4, 3, 0, 1, 9]
        let two =
            [0] + [UInt8](repeating: 0xB2, count: 32) + [UInt8](repeating: 0xFF, count: 8) + [0, 0, 4, 3, 0, 1, 9]
        let entries = [one, two].flatMap { [UInt8($0.count >> 8), UInt8($0.count & 0xFF)] + $0 }
        return [UInt8(entries.count >> 8), UInt8(entries.count & 0xFF)] + entries
    }()

    @Test func `timestamps in a certificate are read; their times stay within RFC 3339`() async throws {
        let workshop = try Workshop()
        let list = Self.timestampList
        let wrapped = [0x04, UInt8(list.count)] + list
        let issued = try await workshop.issue(
            "own",
            extensions: ["1.3.6.1.4.1.11129.2.4.2=DER:" + wrapped.hex])
        let timestamps = try await Certificate(der: workshop.der(issued)).extensions.timestamps
        #expect(timestamps.map(\.logID) == [String(repeating: "a1", count: 32), String(repeating: "b2", count: 32)])
        #expect(timestamps.map(\.at.description) == ["2024-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
        for length in 0..<list.count { _ = SignedCertificateTimestamp.list(in: Array(list.prefix(length))) }
        #expect(SignedCertificateTimestamp.list(in: Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)) == [])
    }
}
