import Cryptography
import Testing

@Suite struct DigestTests {
    // FIPS 180-4 examples as published by NIST.
    @Test func `SHA-256 of "abc" is the published one`() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Digest.sha256(Array("abc".utf8)).hex == expected)
        #expect(Digest.sha256([]).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    // RFC 4648 section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
    ])
    func `base64 pads as RFC 4648 says`(plain: String, encoded: String) {
        #expect(plain.utf8.base64 == encoded)
    }
}
