/// What speaks at an endpoint, by its IANA service name where there is one; decides which probes are asked.
package enum Service: String, Sendable, Codable, CaseIterable {
    case http, https, ssh
    case smtp, submission, submissions
    case imap, imaps, pop3, pop3s
    /// ManageSieve (RFC 5804).
    case sieve
    case ftp, ftps
    case ldap, ldaps
    case xmppClient = "xmpp-client"
    case xmppServer = "xmpp-server"
    /// XMPP that starts with TLS, by the name of its SRV record (XEP-0368).
    case xmppsClient = "xmpps-client"
    /// PostgreSQL and MySQL or MariaDB.
    case postgresql, mysql
    case nntp, nntps
    /// DNS over TLS (RFC 7858).
    case domainS = "domain-s"
    case ircsU = "ircs-u"
    /// Any other port that starts with a TLS handshake.
    case tls
    /// A name in the DNS; `mailDomain` where the fleet says that mail is received there.
    case domain
    case mailDomain = "mail_domain"

    /// The service a port stands for, as IANA registers it or everybody uses it; `nil` where the fleet has to say it.
    package static func registered(port: UInt16) -> Service? { ports[port] }

    /// What a port can be said to speak: everything but names in the DNS.
    package static let atPorts = allCases.filter { $0 != .domain && $0 != .mailDomain }

    private static let ports: [UInt16: Service] = [
        21: .ftp, 22: .ssh, 25: .smtp, 80: .http, 110: .pop3, 119: .nntp, 143: .imap, 389: .ldap, 443: .https,
        465: .submissions, 563: .nntps, 587: .submission, 636: .ldaps, 853: .domainS, 990: .ftps, 993: .imaps,
        995: .pop3s, 3306: .mysql, 4190: .sieve, 5222: .xmppClient, 5223: .xmppsClient, 5269: .xmppServer,
        5432: .postgresql, 6697: .ircsU, 8080: .http, 8443: .https,
    ]

    /// How TLS begins here: at once, after STARTTLS, or never.
    package var security: TLSStart {
        switch self {
        case .https, .submissions, .imaps, .pop3s, .ftps, .ldaps, .xmppsClient, .nntps, .domainS, .ircsU, .tls:
            .implicit
        case .smtp, .submission, .imap, .pop3, .sieve, .ftp, .ldap, .xmppClient, .xmppServer, .postgresql, .mysql,
            .nntp:
            .startTLS
        case .http, .ssh, .domain, .mailDomain: .none
        }
    }

    /// Every service where TLS begins, at once or later.
    package static let withTLS = Set(allCases.filter { $0.security != .none })

    package enum TLSStart: String, Sendable { case implicit, startTLS = "starttls", none }
}
