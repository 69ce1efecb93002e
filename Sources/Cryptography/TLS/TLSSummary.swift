import Wire

/// What one finished handshake agreed on.
package struct TLSSummary: Sendable, Equatable {
    package let version: TLSVersion
    package let cipherSuite: CipherSuite
    /// `nil` for a key exchange without a group, or with parameters nobody has named.
    package let group: NamedGroup?
    /// Empty where none was chosen.
    package let alpn: String
    /// DER, in the order served.
    package let chain: [[UInt8]]
    /// RFC 5746; true for TLS 1.3.
    package let secureRenegotiation: Bool
    /// RFC 7627; true for TLS 1.3.
    package let extendedMasterSecret: Bool
    package let ocspStapled: Bool
    /// What the server said until the handshake was complete: its certificates, groups, tickets.
    package let messages: ServerMessages

    package init(
        version: TLSVersion, cipherSuite: CipherSuite, group: NamedGroup?, alpn: String, chain: [[UInt8]],
        secureRenegotiation: Bool, extendedMasterSecret: Bool, ocspStapled: Bool,
        messages: ServerMessages = ServerMessages()
    ) {
        self.version = version
        self.cipherSuite = cipherSuite
        self.group = group
        self.alpn = alpn
        self.chain = chain
        self.secureRenegotiation = secureRenegotiation
        self.extendedMasterSecret = extendedMasterSecret
        self.ocspStapled = ocspStapled
        self.messages = messages
    }
}
