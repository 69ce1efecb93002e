import Wire

/// What a TLS client offers and asks for. The standard values are the scanner's one ordinary handshake.
package struct TLSClientOptions: Sendable, Hashable {
    /// For SNI; `nil` sends none.
    package var serverName: String?
    /// In order of preference; empty sends none.
    package var alpn: [String]
    package var lowestVersion: TLSVersion
    package var highestVersion: TLSVersion
    /// OpenSSL's cipher string for TLS 1.2 and older.
    package var ciphers: String
    /// OpenSSL's names of groups, by preference.
    package var groups: String
    /// OpenSSL's names of signature algorithms, by preference; empty offers its usual ones.
    package var signatureAlgorithms: String
    /// The session_ticket extension of TLS 1.2 and older; a server that hands out a ticket gives no session id.
    package var asksForTicket: Bool

    package init(
        serverName: String? = nil, alpn: [String] = [], lowestVersion: TLSVersion = .tls10,
        highestVersion: TLSVersion = .tls13, ciphers: String = everyAuthenticatedCipher,
        groups: String = usualGroups, signatureAlgorithms: String = "", asksForTicket: Bool = true
    ) {
        self.serverName = serverName
        self.alpn = alpn
        self.lowestVersion = lowestVersion
        self.highestVersion = highestVersion
        self.ciphers = ciphers
        self.groups = groups
        self.signatureAlgorithms = signatureAlgorithms
        self.asksForTicket = asksForTicket
    }

    /// Whatever OpenSSL can do with authentication and encryption, so that weak servers can be seen too.
    package static let everyAuthenticatedCipher = "ALL:COMPLEMENTOFDEFAULT:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0"
    package static let usualGroups = "X25519:P-256:P-384:P-521:X448"
}
