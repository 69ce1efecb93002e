import Model

/// What is smuggled behind STARTTLS in each protocol, and how an answer to it looks.
struct InjectionWords: Sendable {
    /// How the line ends that asks for TLS.
    let startTLS: String
    let injected: String
    let goodbye: String
    private let mark: Mark

    private enum Mark {
        case prefix([String])
        case word(String)
        /// Answers that cannot be told apart: more than the goodbye's are too many.
        case second([String])
    }

    /// `nil` for protocols without lines.
    init?(_ service: Service) {
        switch service {
        case .smtp, .submission:
            self.init("STARTTLS", "NOOP\r\n", "QUIT\r\n", .prefix(["250"]))
        case .imap:
            self.init("STARTTLS", "L8 NOOP\r\n", "L9 LOGOUT\r\n", .prefix(["L8 "]))
        case .pop3:
            self.init("STLS", "NOOP\r\n", "QUIT\r\n", .second(["+OK", "-ERR"]))
        case .sieve:
            self.init("STARTTLS", "NOOP \"lagebild\"\r\n", "LOGOUT\r\n", .word("lagebild"))
        case .ftp:
            self.init("AUTH TLS", "NOOP\r\n", "QUIT\r\n", .prefix(["200", "500", "530"]))
        case .nntp:
            self.init("STARTTLS", "DATE\r\n", "QUIT\r\n", .prefix(["111", "480", "500"]))
        default: return nil
        }
    }

    private init(_ startTLS: String, _ injected: String, _ goodbye: String, _ mark: Mark) {
        self.startTLS = startTLS
        self.injected = injected
        self.goodbye = goodbye
        self.mark = mark
    }

    func areAnswered(in lines: [String]) -> Bool {
        switch mark {
        case .prefix(let prefixes): lines.contains { line in prefixes.contains(where: line.hasPrefix) }
        case .word(let word): lines.contains { $0.contains(word) }
        case .second(let prefixes): lines.filter { line in prefixes.contains(where: line.hasPrefix) }.count > 1
        }
    }
}
