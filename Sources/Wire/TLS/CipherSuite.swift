/// A cipher suite by its code point; unknown numbers and GREASE stay what they are.
package struct CipherSuite: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// TLS_EMPTY_RENEGOTIATION_INFO_SCSV: no suite, but a signal (RFC 5746 section 3.3).
    package static let emptyRenegotiationInfo = CipherSuite(rawValue: 0x00FF)
    /// TLS_FALLBACK_SCSV: a signal too (RFC 7507).
    package static let fallback = CipherSuite(rawValue: 0x5600)

    /// Four hex digits, upper case.
    package var code: String { rawValue.fourHexDigits }

    /// IANA's name, or the code where nobody has named it.
    package var name: String { Self.known[rawValue]?.name ?? code }

    /// Everything that has a name, by code; without signals and GREASE.
    package static let all: [CipherSuite] = cipherSuiteNames.map { CipherSuite(rawValue: $0.code) }

    /// What may be chosen in one version.
    package static func all(for version: TLSVersion) -> [CipherSuite] {
        all.filter { $0.lowestVersion <= version && version <= $0.highestVersion }
    }

    /// What the name says; `nil` where nobody has named it.
    package var parts: CipherParts? { Self.known[rawValue]?.parts }

    private struct Known: Sendable {
        let name: String
        let parts: CipherParts
    }

    private static let known = Dictionary(
        cipherSuiteNames.map { ($0.code, Known(name: $0.name, parts: CipherParts(suiteName: $0.name))) },
        uniquingKeysWith: { first, _ in first })
}

/// The parts of a suite nobody has named are empty, and no version is too old or new for it.
extension CipherSuite {
    package var keyExchange: String { parts?.keyExchange ?? "" }
    package var authentication: String { parts?.authentication ?? "" }
    package var encryption: String { parts?.encryption ?? "" }
    package var encryptionBits: Int { parts?.encryptionBits ?? 0 }
    package var mode: String { parts?.mode ?? "" }
    package var hash: String { parts?.hash ?? "" }
    package var forwardSecrecy: Bool { parts?.forwardSecrecy ?? false }
    package var isExport: Bool { parts?.isExport ?? false }
    package var lowestVersion: TLSVersion { parts?.lowestVersion ?? .ssl3 }
    package var highestVersion: TLSVersion { parts?.highestVersion ?? .tls13 }
}
