/// A key exchange group (`supported_groups`) by its code point; unknown numbers and GREASE stay what they are.
package struct NamedGroup: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let secp256r1 = NamedGroup(rawValue: 23)
    package static let secp384r1 = NamedGroup(rawValue: 24)
    package static let secp521r1 = NamedGroup(rawValue: 25)
    package static let x25519 = NamedGroup(rawValue: 29)
    package static let x448 = NamedGroup(rawValue: 30)

    /// Every group an ordinary server may need, the usual ones first.
    package static let offered: [NamedGroup] =
        ([29, 23, 24, 25, 30, 0x11EC, 0x11EB, 0x11ED, 256, 257, 258, 259, 260, 26, 27, 28, 31, 32, 33, 22, 21, 19]
        as [UInt16]).map(NamedGroup.init(rawValue:))

    /// IANA's name, or the four hex digits where none is known here.
    package var name: String { Self.names[rawValue] ?? rawValue.fourHexDigits }

    /// IANA "TLS Supported Groups".
    fileprivate static let names: [UInt16: String] = [
        1: "sect163k1", 2: "sect163r1", 3: "sect163r2", 4: "sect193r1", 5: "sect193r2", 6: "sect233k1",
        7: "sect233r1", 8: "sect239k1", 9: "sect283k1", 10: "sect283r1", 11: "sect409k1", 12: "sect409r1",
        13: "sect571k1", 14: "sect571r1", 15: "secp160k1", 16: "secp160r1", 17: "secp160r2", 18: "secp192k1",
        19: "secp192r1", 20: "secp224k1", 21: "secp224r1", 22: "secp256k1", 23: "secp256r1", 24: "secp384r1",
        25: "secp521r1", 26: "brainpoolP256r1", 27: "brainpoolP384r1", 28: "brainpoolP512r1", 29: "x25519", 30: "x448",
        31: "brainpoolP256r1tls13", 32: "brainpoolP384r1tls13", 33: "brainpoolP512r1tls13",
        256: "ffdhe2048", 257: "ffdhe3072", 258: "ffdhe4096", 259: "ffdhe6144", 260: "ffdhe8192",
        0x0200: "MLKEM512", 0x0201: "MLKEM768", 0x0202: "MLKEM1024",
        0x11EB: "SecP256r1MLKEM768", 0x11EC: "X25519MLKEM768", 0x11ED: "SecP384r1MLKEM1024",
        0x11EE: "curveSM2MLKEM768", 0x6399: "X25519Kyber768Draft00",
    ]
}

extension NamedGroup {
    /// `nil` where IANA has no group of this name.
    package init?(named name: String) {
        guard let code = Self.names.first(where: { $0.value == name })?.key else { return nil }
        self.init(rawValue: code)
    }
}
