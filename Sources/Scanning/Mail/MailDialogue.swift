import Model
import Transport
import Wire

/// What the mail protocols have in common for a scanner: a greeting, capabilities, a way into TLS and a goodbye.
protocol MailDialogue: Sendable {
    /// The capability that offers TLS in the running connection.
    var startTLSKeyword: String { get }
    /// The server's first words without status code. Throws `MailRefusal` where it declines to talk.
    func greeting(on conversation: Conversation) async throws -> String
    /// Throws `MailRefusal` where the server declines to tell.
    func capabilities(on conversation: Conversation) async throws -> [MailCapability]
    /// Asks for TLS; the handshake is the caller's. Throws `MailRefusal` where the server declines.
    func startTLS(on conversation: Conversation) async throws
    func quit(on conversation: Conversation) async throws
}

/// A mail server understood the question and said no.
struct MailRefusal: Error, Equatable {
    /// The server's words without parts that change by themselves; hostile text.
    let reply: String

    init(_ reply: String) { self.reply = reply.stableReply }
}

extension Service {
    /// `nil` for services that are no mail protocol.
    func mailDialogue(heloName: String) -> (any MailDialogue)? {
        switch self {
        case .smtp, .submission, .submissions: SMTPDialogue(heloName: heloName)
        case .imap, .imaps: IMAPDialogue()
        case .pop3, .pop3s: POP3Dialogue()
        default: nil
        }
    }
}
