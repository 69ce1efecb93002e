import Transport
import Wire

/// The words of IMAP (RFC 9051).
struct IMAPDialogue: MailDialogue {
    let startTLSKeyword = "STARTTLS"

    func greeting(on conversation: Conversation) async throws -> String {
        let line = try await line(on: conversation)
        guard line.tag == "*", ["OK", "PREAUTH", "BYE"].contains(line.keyword) else {
            throw WireError.unexpected(field: "keyword", of: "IMAP greeting", found: "\(line.tag) \(line.keyword)")
        }
        guard line.keyword != "BYE" else { throw MailRefusal("BYE \(line.text)") }
        return line.text
    }

    func capabilities(on conversation: Conversation) async throws -> [MailCapability] {
        try await command("CAPABILITY", tag: "L1", on: conversation)
    }

    func startTLS(on conversation: Conversation) async throws {
        _ = try await command("STARTTLS", tag: "L2", on: conversation)
    }

    func quit(on conversation: Conversation) async throws {
        _ = try await command("LOGOUT", tag: "L3", on: conversation)
    }

    /// Sends a command, reads until its completion, and returns the capabilities stated on the way.
    private func command(_ command: String, tag: String, on conversation: Conversation) async throws -> [MailCapability]
    {
        try await conversation.send(line: "\(tag) \(command)")
        var capabilities: [MailCapability] = []
        for _ in 0..<PlainTextLimits.lines {
            let line = try await line(on: conversation)
            capabilities += line.capabilities ?? []
            if line.tag == tag {
                guard line.keyword == "OK" else { throw MailRefusal("\(line.keyword) \(line.text)") }
                return capabilities
            }
            if line.tag == "*", line.keyword == "BYE", command != "LOGOUT" { throw MailRefusal("BYE \(line.text)") }
        }
        throw NetworkError.tooLong(limit: PlainTextLimits.lines)
    }

    private func line(on conversation: Conversation) async throws -> IMAPLine {
        try IMAPLine(parsing: await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
    }
}
