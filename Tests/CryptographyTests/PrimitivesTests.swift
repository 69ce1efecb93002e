import Cryptography
import Foundation
import TLSTesting
import Testing
import Wire

/// What conversations led by hand are made of, against published examples.
@Suite struct PrimitivesTests {
    private func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.utf8.count, by: 2).compactMap { start in
            UInt8(hex.dropFirst(start).prefix(2), radix: 16)
        }
    }

    // RFC 2202 (MD5, SHA-1) and RFC 4231 (SHA-2), test case 2 of each.
    @Test(arguments: [
        (HashAlgorithm.md5, "750c783e6ab0b503eaa86e310a5db738"),
        (.sha1, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        (.sha256, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        (
            .sha384,
            "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649"
        ),
    ])
    func `HMAC is the published one`(hash: HashAlgorithm, expected: String) {
        #expect(hash.code(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)).hex == expected)
        #expect(hash.digest([]).count == hash.size)
    }

    // NIST SP 800-38A, F.2.1 and F.2.5, first two blocks.
    @Test(arguments: [
        (
            "2b7e151628aed2a6abf7158809cf4f3c",
            "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
        ),
        (
            "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
        ),
    ])
    func `AES in CBC mode is the published one, both ways`(key: String, encrypted: String) throws {
        let cipher = AESCBC(key: bytes(key))
        let iv = bytes("000102030405060708090a0b0c0d0e0f")
        let plain = bytes("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
        #expect(try cipher.encrypt(plain, iv: iv).hex == encrypted)
        #expect(try cipher.decrypt(bytes(encrypted), iv: iv) == plain)
        #expect(throws: TLSError.self) { _ = try cipher.decrypt([1, 2, 3], iv: iv) }
        #expect(throws: TLSError.self) { _ = try cipher.decrypt(plain, iv: []) }
    }

    // The test vector for P_SHA256 that went round the IETF's TLS working group.
    @Test func `the PRF of TLS 1_2 is the published one`() {
        let schedule = TLSKeySchedule(version: .tls12, hash: .sha256)
        let made = schedule.expand(
            bytes("9bbe436ba940f017b17652849a71db35"), label: "test label",
            seed: bytes("a0ba9f936cda311827a6f796ffd5198c"), count: 100)
        #expect(
            made.hex
                == "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af"
                + "0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66"
        )
    }

    @Test(arguments: EphemeralKey.groups)
    func `two halves of a key exchange lead to one secret, and rubbish to none`(group: NamedGroup) throws {
        let (one, other) = (try EphemeralKey(in: group), try EphemeralKey(in: group))
        #expect(try one.secret(with: other.publicKey) == other.secret(with: one.publicKey))
        for rubbish in [
            [], [4], Array(other.publicKey.dropLast()), [UInt8](repeating: 0, count: other.publicKey.count),
        ] {
            #expect(throws: TLSError.self) { _ = try one.secret(with: rubbish) }
        }
    }

    @Test func `a group without a key of ours is refused`() {
        #expect(throws: TLSError.self) { _ = try EphemeralKey(in: .x448) }
    }

    @Test func `RSA encrypts whole blocks only, with the certificate's key`() async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue("leaf", key: .rsa(1024))
        let key = try #require(RSAEncryption(certificate: try await workshop.der(issued)))
        #expect(key.size == 128)
        let secret = [UInt8](repeating: 7, count: 48)
        try Data(key.encrypt(secret)).write(to: URL(fileURLWithPath: workshop.path("secret")))
        try await workshop.openssl(
            [
                "pkeyutl", "-decrypt", "-inkey", issued.key, "-in", workshop.path("secret"), "-out",
                workshop.path("plain"),
            ])
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: workshop.path("plain")))) == secret)
        #expect(throws: TLSError.self) { _ = try key.encryptUnpadded([1]) }
        #expect(throws: TLSError.self) { _ = try key.encrypt([UInt8](repeating: 1, count: 120)) }
        #expect(RSAEncryption(certificate: [1, 2, 3]) == nil)
    }
}
