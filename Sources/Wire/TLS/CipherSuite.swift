/// A cipher suite by its code point; unknown numbers and GREASE stay what they are.
package struct CipherSuite: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Four hex digits, upper case.
    package var code: String { rawValue.fourHexDigits }

    /// IANA's name, or the code where IANA has none.
    package var name: String { Self.names[rawValue] ?? code }

    private static let names = Dictionary(
        cipherSuiteNames.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
}
