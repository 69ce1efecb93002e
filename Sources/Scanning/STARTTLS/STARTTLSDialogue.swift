import Model
import Transport
import Wire

/// What one protocol says in plain text to bring a fresh connection to the point where the TLS handshake begins.
protocol STARTTLSDialogue: Sendable {
    /// Throws `STARTTLSError` where the server answers and TLS does not begin. What it says beyond its consent to TLS
    /// is left in the conversation, where `startTLSDialogue` looks for it.
    func begin(on conversation: Conversation) async throws
}

/// Why a conversation in plain text did not lead to TLS.
enum STARTTLSError: Error, Equatable {
    /// The server does not know it.
    case notOffered
    /// The server knows it and declined, with its words.
    case refused(String)
    /// The server did not want to talk at all, so it could not be asked.
    case turnedAway(String)
    /// The server went on in plain text after it had consented: whoever believes that takes it for encrypted.
    case followedByPlainText
}

/// Leads a fresh connection to the point where the TLS handshake begins.
///
/// `heloName` is how the scanner introduces itself to SMTP servers: `heloName(from: dialer.userAgent)`.
func startTLSDialogue(_ endpoint: Endpoint, on conversation: Conversation, heloName: String) async throws {
    guard let dialogue = endpoint.startTLSDialogue(heloName: heloName) else {
        preconditionFailure("\(endpoint.service) does not begin in plain text")
    }
    try await dialogue.begin(on: conversation)
    guard conversation.isDrained else { throw STARTTLSError.followedByPlainText }
}

extension Endpoint {
    /// `nil` for services that start with TLS or never come to it.
    fileprivate func startTLSDialogue(heloName: String) -> (any STARTTLSDialogue)? {
        switch service {
        case .smtp, .submission, .imap, .pop3:
            service.mailDialogue(heloName: heloName).map(MailSTARTTLS.init)
        case .sieve: SieveSTARTTLS()
        case .ftp: FTPSTARTTLS()
        case .ldap: LDAPSTARTTLS()
        case .xmppClient: XMPPSTARTTLS(host: host, namespace: "jabber:client")
        case .xmppServer: XMPPSTARTTLS(host: host, namespace: "jabber:server")
        case .postgresql: PostgreSQLSTARTTLS()
        case .mysql: MySQLSTARTTLS()
        case .nntp: NNTPSTARTTLS()
        case .http, .https, .ssh, .submissions, .imaps, .pop3s, .ftps, .ldaps, .xmppsClient, .nntps, .domainS, .ircsU,
            .tls, .domain, .mailDomain:
            nil
        }
    }
}

/// How much a server may say in plain text before we stop listening.
enum PlainTextLimits {
    static let lines = 100
    static let lineBytes = 4_096
    static let messageBytes = 65_536
}

extension String {
    /// What a server said, for a reason column: without parts that change by themselves; hostile text.
    var stableReply: String { String(MailGreeting.normalised(self).prefix(200)) }
}
