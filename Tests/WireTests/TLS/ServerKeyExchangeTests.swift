import Testing
import Wire

@Suite struct ServerKeyExchangeTests {
    private let signature: [UInt8] = [8, 4, 0, 2, 9, 9]

    private func read(_ body: [UInt8], _ suite: UInt16, _ version: TLSVersion = .tls12) -> ServerKeyExchange {
        ServerKeyExchange(parsing: body, suite: CipherSuite(rawValue: suite), version: version)
    }

    @Test func `ECDHE names its curve, and TLS 1.2 its signature scheme`() {
        let body: [UInt8] = [3, 0, 29, 2, 5, 6] + signature
        let read = read(body, 0xC02F)
        #expect(read.parameters == .ecdhe(group: .x25519, publicKey: [5, 6]))
        #expect(read.signatureScheme?.name == "rsa_pss_rsae_sha256")
        let older = self.read([3, 0, 23, 2, 5, 6, 0, 2, 9, 9], 0xC013, .tls10)
        #expect(older.parameters == .ecdhe(group: .secp256r1, publicKey: [5, 6]))
        #expect(older.signatureScheme == nil)
    }

    @Test func `DHE shows prime, generator and key`() {
        let body: [UInt8] = [0, 2, 0x17, 0x0B, 0, 1, 2, 0, 2, 5, 6]
        let parameters = ServerKeyExchange.Parameters.dhe(prime: [0x17, 0x0B], generator: [2], publicKey: [5, 6])
        #expect(read(body + signature, 0x009E).parameters == parameters)
        #expect(read(body + [0, 2, 9, 9], 0x0039, .ssl3).parameters == parameters)
        #expect(read(body, 0x003A).parameters == parameters)  // anonymous: not signed
    }

    @Test func `an export suite's temporary RSA key and the hints of pre-shared keys are read`() {
        #expect(
            read([0, 2, 1, 3, 0, 1, 3, 0, 1, 9], 0x0003, .tls10).parameters == .rsa(modulus: [1, 3], exponent: [3]))
        #expect(read([0, 2, 0x68, 0x69], 0x00A8).parameters == .psk(hint: [0x68, 0x69]))
        #expect(read([0, 0], 0x0095).parameters == .psk(hint: []))
        let body: [UInt8] = [0, 1, 0x68, 3, 0, 23, 1, 4]
        #expect(read(body, 0xC035).parameters == .ecdhe(group: .secp256r1, publicKey: [4]))
        #expect(
            read([0, 0, 0, 1, 7, 0, 1, 2, 0, 1, 5], 0x00AA).parameters
                == .dhe(prime: [7], generator: [2], publicKey: [5]))
    }

    @Test func `explicit curves, unknown suites and SRP are unreadable, as is every shorter prefix`() {
        #expect(read([1, 0, 0], 0xC02F).parameters == .unreadable)
        #expect(read([2], 0xC02F).parameters == .unreadable)
        #expect(read([3, 0, 23, 1, 4], 0xABCD).parameters == .unreadable)
        #expect(read([0, 1, 7], 0xC01D).parameters == .unreadable)
        let body: [UInt8] = [3, 0, 29, 2, 5, 6] + signature
        for prefix in body.everyShorterPrefix { #expect(read(prefix, 0xC02F).parameters == .unreadable) }
        #expect(read(body + [0], 0xC02F).parameters == .unreadable)
    }

    @Test func `no suite and no bytes trap`() {
        for suite in CipherSuite.all {
            for bytes in ForeignGreeting.all {
                for version in [TLSVersion.ssl3, .tls12] {
                    _ = ServerKeyExchange(parsing: bytes, suite: suite, version: version)
                }
            }
        }
    }
}
