import Transport
import Wire

/// The words of POP3 (RFC 1939), CAPA (RFC 2449) and STLS (RFC 2595).
struct POP3Dialogue: MailDialogue {
    let startTLSKeyword = "STLS"

    func greeting(on conversation: Conversation) async throws -> String {
        try await positive(on: conversation)
    }

    func capabilities(on conversation: Conversation) async throws -> [MailCapability] {
        try await conversation.send(line: "CAPA")
        guard try await status(on: conversation).isPositive else { return [] }  // a server older than CAPA
        var capabilities: [MailCapability] = []
        for _ in 0..<PlainTextLimits.lines {
            let line = String(visible: try await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
            if line == "." { return capabilities }
            if let capability = MailCapability(parsing: line) { capabilities.append(capability) }
        }
        throw NetworkError.tooLong(limit: PlainTextLimits.lines)
    }

    func startTLS(on conversation: Conversation) async throws {
        try await conversation.send(line: "STLS")
        _ = try await positive(on: conversation)
    }

    func quit(on conversation: Conversation) async throws {
        try await conversation.send(line: "QUIT")
        _ = try await status(on: conversation)
    }

    private func positive(on conversation: Conversation) async throws -> String {
        let status = try await status(on: conversation)
        guard status.isPositive else { throw MailRefusal("-ERR \(status.text)") }
        return status.text
    }

    private func status(on conversation: Conversation) async throws -> POP3StatusLine {
        try POP3StatusLine(parsing: await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
    }
}
