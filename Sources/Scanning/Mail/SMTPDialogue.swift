import Transport
import Wire

/// The words of SMTP (RFC 5321) and its STARTTLS (RFC 3207).
struct SMTPDialogue: MailDialogue {
    let heloName: String
    let startTLSKeyword = "STARTTLS"

    func greeting(on conversation: Conversation) async throws -> String {
        let reply = try await reply(on: conversation)
        guard reply.code == 220 else { throw MailRefusal(reply.description) }
        return reply.texts.joined(separator: " ").spacesFolded
    }

    func capabilities(on conversation: Conversation) async throws -> [MailCapability] {
        try await conversation.send(line: "EHLO \(heloName)")
        let reply = try await reply(on: conversation)
        switch reply.code {
        case 250: return reply.texts.dropFirst().compactMap(MailCapability.init(parsing:))
        case 500, 502, 504: return []  // a server without extensions (RFC 5321 3.2)
        default: throw MailRefusal(reply.description)
        }
    }

    func startTLS(on conversation: Conversation) async throws {
        try await conversation.send(line: "STARTTLS")
        let reply = try await reply(on: conversation)
        guard reply.code == 220 else { throw MailRefusal(reply.description) }
    }

    func quit(on conversation: Conversation) async throws {
        try await conversation.send(line: "QUIT")
        _ = try await reply(on: conversation)
    }

    private struct Reply: CustomStringConvertible {
        let code: Int
        let texts: [String]
        var description: String { "\(code) \(texts.joined(separator: " ").spacesFolded)" }
    }

    private func reply(on conversation: Conversation) async throws -> Reply {
        var texts: [String] = []
        while texts.count < PlainTextLimits.lines {
            let line = try SMTPReplyLine(parsing: await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
            texts.append(line.text)
            if line.isLast { return Reply(code: line.code, texts: texts) }
        }
        throw NetworkError.tooLong(limit: PlainTextLimits.lines)
    }
}
