extension NamedGroup {
    /// What the registry and the specifications say about one group.
    struct Entry: Sendable {
        enum Versions { case upTo12, only13, any }

        let name: String
        let bits: Int
        let versions: Versions

        init(_ name: String, _ bits: Int, _ versions: Versions = .any) {
            self.name = name
            self.bits = bits
            self.versions = versions
        }
    }

    /// IANA "TLS Supported Groups". RFC 8446 section 4.2.7 ends the curves up to 22 and the first brainpool numbers.
    static let table: [UInt16: Entry] = [
        1: Entry("sect163k1", 163, .upTo12), 2: Entry("sect163r1", 163, .upTo12), 3: Entry("sect163r2", 163, .upTo12),
        4: Entry("sect193r1", 193, .upTo12), 5: Entry("sect193r2", 193, .upTo12), 6: Entry("sect233k1", 233, .upTo12),
        7: Entry("sect233r1", 233, .upTo12), 8: Entry("sect239k1", 239, .upTo12), 9: Entry("sect283k1", 283, .upTo12),
        10: Entry("sect283r1", 283, .upTo12), 11: Entry("sect409k1", 409, .upTo12),
        12: Entry("sect409r1", 409, .upTo12), 13: Entry("sect571k1", 571, .upTo12),
        14: Entry("sect571r1", 571, .upTo12), 15: Entry("secp160k1", 160, .upTo12),
        16: Entry("secp160r1", 160, .upTo12), 17: Entry("secp160r2", 160, .upTo12),
        18: Entry("secp192k1", 192, .upTo12), 19: Entry("secp192r1", 192, .upTo12),
        20: Entry("secp224k1", 224, .upTo12), 21: Entry("secp224r1", 224, .upTo12),
        22: Entry("secp256k1", 256, .upTo12), 23: Entry("secp256r1", 256), 24: Entry("secp384r1", 384),
        25: Entry("secp521r1", 521), 26: Entry("brainpoolP256r1", 256, .upTo12),
        27: Entry("brainpoolP384r1", 384, .upTo12), 28: Entry("brainpoolP512r1", 512, .upTo12),
        29: Entry("x25519", 255), 30: Entry("x448", 448), 31: Entry("brainpoolP256r1tls13", 256, .only13),
        32: Entry("brainpoolP384r1tls13", 384, .only13), 33: Entry("brainpoolP512r1tls13", 512, .only13),
        34: Entry("GC256A", 256), 35: Entry("GC256B", 256), 36: Entry("GC256C", 256), 37: Entry("GC256D", 256),
        38: Entry("GC512A", 512), 39: Entry("GC512B", 512), 40: Entry("GC512C", 512),
        41: Entry("curveSM2", 256, .only13),
        256: Entry("ffdhe2048", 2048), 257: Entry("ffdhe3072", 3072), 258: Entry("ffdhe4096", 4096),
        259: Entry("ffdhe6144", 6144), 260: Entry("ffdhe8192", 8192),
        0x0200: Entry("MLKEM512", 0, .only13), 0x0201: Entry("MLKEM768", 0, .only13),
        0x0202: Entry("MLKEM1024", 0, .only13),
        0x11EB: Entry("SecP256r1MLKEM768", 256, .only13), 0x11EC: Entry("X25519MLKEM768", 255, .only13),
        0x11ED: Entry("SecP384r1MLKEM1024", 384, .only13), 0x11EE: Entry("curveSM2MLKEM768", 256, .only13),
        0x6399: Entry("X25519Kyber768Draft00", 255, .only13), 0x639A: Entry("SecP256r1Kyber768Draft00", 256, .only13),
        0xFF01: Entry("arbitrary_explicit_prime_curves", 0, .upTo12),
        0xFF02: Entry("arbitrary_explicit_char2_curves", 0, .upTo12),
    ]
}
