import Transport
import Wire

/// News (RFC 4642): STARTTLS at once; only where that fails, CAPABILITIES says whether it is offered at all.
struct NNTPSTARTTLS: STARTTLSDialogue {
    func begin(on conversation: Conversation) async throws {
        let greeting = try await status(on: conversation)
        guard [200, 201].contains(greeting.code) else { throw STARTTLSError.turnedAway(reply(greeting)) }
        try await conversation.send(line: "STARTTLS")
        let answer = try await status(on: conversation)
        if answer.code == 382 { return }
        guard answer.code != 400 else { throw STARTTLSError.turnedAway(reply(answer)) }
        // 580 says that it cannot now, so the command is known.
        var isKnown = answer.code == 580
        if !isKnown { isKnown = try await isOffered(on: conversation) }
        guard isKnown else { throw STARTTLSError.notOffered }
        throw STARTTLSError.refused(reply(answer))
    }

    private func isOffered(on conversation: Conversation) async throws -> Bool {
        try await conversation.send(line: "CAPABILITIES")
        guard try await status(on: conversation).code == 101 else { return false }  // older than RFC 3977
        var isOffered = false
        for _ in 0..<PlainTextLimits.lines {
            let line = String(visible: try await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
            if line == "." { return isOffered }
            if line.uppercased().spacesFolded == "STARTTLS" { isOffered = true }
        }
        throw NetworkError.tooLong(limit: PlainTextLimits.lines)
    }

    private func status(on conversation: Conversation) async throws -> NNTPStatusLine {
        try NNTPStatusLine(parsing: await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
    }

    private func reply(_ status: NNTPStatusLine) -> String { "\(status.code) \(status.text)".stableReply }
}
