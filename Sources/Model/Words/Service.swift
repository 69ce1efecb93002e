/// What speaks at an endpoint, by its IANA service name where there is one; decides which probes are asked.
package enum Service: String, Sendable, Codable, CaseIterable {
    case http, https, ssh
    case smtp, submission, submissions
    case imap, imaps, pop3, pop3s
    /// Any other port that starts with a TLS handshake.
    case tls
    /// A name in the DNS; `mailDomain` where the fleet says that mail is received there.
    case domain
    case mailDomain = "mail_domain"

    /// The service IANA registers for a port; `nil` where the fleet has to say it.
    package static func registered(port: UInt16) -> Service? {
        switch port {
        case 22: .ssh
        case 25: .smtp
        case 80, 8080: .http
        case 110: .pop3
        case 143: .imap
        case 443, 8443: .https
        case 465: .submissions
        case 587: .submission
        case 636, 853, 990: .tls
        case 993: .imaps
        case 995: .pop3s
        default: nil
        }
    }

    /// How TLS begins here: at once, after STARTTLS, or never.
    package var security: TLSStart {
        switch self {
        case .https, .tls, .submissions, .imaps, .pop3s: .implicit
        case .smtp, .submission, .imap, .pop3: .startTLS
        case .http, .ssh, .domain, .mailDomain: .none
        }
    }

    /// Every service where TLS begins, at once or later.
    package static let withTLS = Set(allCases.filter { $0.security != .none })

    package enum TLSStart: String, Sendable { case implicit, startTLS = "starttls", none }
}
