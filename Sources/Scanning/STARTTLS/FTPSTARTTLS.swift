import Transport
import Wire

/// FTP (RFC 4217): AUTH TLS at once; only where that fails, FEAT says whether it is offered at all.
struct FTPSTARTTLS: STARTTLSDialogue {
    func begin(on conversation: Conversation) async throws {
        let greeting = try await reply(on: conversation)
        guard greeting.code == 220 else { throw STARTTLSError.turnedAway(greeting.text) }
        try await conversation.send(line: "AUTH TLS")
        let answer = try await reply(on: conversation)
        if answer.code == 234 { return }
        guard answer.code != 421 else { throw STARTTLSError.turnedAway(answer.text) }
        guard try await isOffered(on: conversation) else { throw STARTTLSError.notOffered }
        throw STARTTLSError.refused(answer.text)
    }

    /// Servers without TLS refuse AUTH with many codes, 530 (log in first) among them.
    private func isOffered(on conversation: Conversation) async throws -> Bool {
        try await conversation.send(line: "FEAT")
        return try await reply(on: conversation).lines.contains { line in
            let words = String(visible: line).uppercased().split { " ;".contains($0) }
            return words.first == "AUTH" && words.dropFirst().contains { $0.hasPrefix("TLS") || $0.hasPrefix("SSL") }
        }
    }

    private struct Reply {
        let code: Int
        /// Its first line.
        let text: String
        let lines: [[UInt8]]
    }

    private func reply(on conversation: Conversation) async throws -> Reply {
        let first = try FTPReplyLine(parsing: await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
        let text = "\(first.code) \(first.text)".stableReply
        guard !first.isLast else { return Reply(code: first.code, text: text, lines: []) }
        var lines: [[UInt8]] = []
        while lines.count < PlainTextLimits.lines {
            let line = try await conversation.receiveLine(limit: PlainTextLimits.lineBytes)
            if first.isEnded(by: line) { return Reply(code: first.code, text: text, lines: lines) }
            lines.append(line)
        }
        throw NetworkError.tooLong(limit: PlainTextLimits.lines)
    }
}
