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

    /// Four hex digits, upper case.
    package var code: String { rawValue.fourHexDigits }

    /// IANA's name, or the code where none is known here.
    package var name: String { Self.table[rawValue]?.name ?? code }

    /// Bits of the prime or of the curve's field, of a hybrid those of its classical half; 0 for pure ML-KEM and for
    /// what nobody has named.
    package var bits: Int { Self.table[rawValue]?.bits ?? 0 }

    /// Diffie-Hellman over a prime field (RFC 7919).
    package var isFiniteField: Bool { (0x0100...0x01FF).contains(rawValue) }

    /// ML-KEM or Kyber, alone or together with a classical curve.
    package var isPostQuantum: Bool { name.contains("MLKEM") || name.contains("Kyber") }

    package var tls13Only: Bool { Self.table[rawValue]?.versions == .only13 }

    /// TLS 1.2 and older only.
    package var tls12Only: Bool { Self.table[rawValue]?.versions == .upTo12 }
}

extension NamedGroup {
    /// `nil` where IANA has no group of this name.
    package init?(named name: String) {
        guard let code = Self.table.first(where: { $0.value.name == name })?.key else { return nil }
        self.init(rawValue: code)
    }

    /// Everything IANA names, by code, but the two numbers that stand for explicit curve parameters.
    package static let all: [NamedGroup] =
        table.keys.filter { $0 < 0xFF00 }.sorted().map(NamedGroup.init(rawValue:))

    /// What may be asked for in one version.
    package static func all(for version: TLSVersion) -> [NamedGroup] {
        all.filter { version >= .tls13 ? !$0.tls12Only : !$0.tls13Only }
    }
}
