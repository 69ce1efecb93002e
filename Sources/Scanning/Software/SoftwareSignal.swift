/// A piece of text in which a server may name the software it runs.
struct SoftwareSignal: Sendable, Equatable {
    /// Where it was read; the raw value is the word used in evidence.
    enum Source: String, Sendable {
        case server = "server header"
        case poweredBy = "x-powered-by header"
        case generatorHeader = "x-generator header"
        case generator = "generator"
        case cookie = "cookie"
        case sshBanner = "ssh banner"
        case smtpGreeting = "smtp greeting"
        case imapGreeting = "imap greeting"
        case pop3Greeting = "pop3 greeting"
    }

    let source: Source
    let text: String

    init(_ source: Source, _ text: String) {
        self.source = source
        self.text = String(text.prefix(500))
    }
}
