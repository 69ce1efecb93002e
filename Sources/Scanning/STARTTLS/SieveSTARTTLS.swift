import Transport
import Wire

/// ManageSieve (RFC 5804): the server lists its capabilities unasked, then STARTTLS.
struct SieveSTARTTLS: STARTTLSDialogue {
    func begin(on conversation: Conversation) async throws {
        let greeting = try await response(on: conversation)
        guard greeting.isPositive else { throw STARTTLSError.turnedAway(greeting.reply) }
        guard greeting.capabilities.contains("STARTTLS") else { throw STARTTLSError.notOffered }
        try await conversation.send(line: "STARTTLS")
        let answer = try await response(on: conversation)
        guard answer.isPositive else { throw STARTTLSError.refused(answer.reply) }
    }

    private struct Response {
        var capabilities: Set<String> = []
        let kind: SieveLine.Kind
        let text: String

        var isPositive: Bool { kind == .ok }
        var reply: String { "\(kind.rawValue.uppercased()) \(text)".stableReply }
    }

    private func response(on conversation: Conversation) async throws -> Response {
        var capabilities: Set<String> = []
        for _ in 0..<PlainTextLimits.lines {
            let line = try SieveLine(
                parsing: await conversation.receiveLine(limit: PlainTextLimits.lineBytes))
            let text = try await literal(line.literal, on: conversation) ?? line.text
            guard line.kind == .capability else {
                return Response(capabilities: capabilities, kind: line.kind, text: text)
            }
            capabilities.insert(line.name)
        }
        throw NetworkError.tooLong(limit: PlainTextLimits.lines)
    }

    /// Text given by its length, and the end of the line it stands in.
    private func literal(_ count: Int?, on conversation: Conversation) async throws -> String? {
        guard let count else { return nil }
        guard count <= PlainTextLimits.lineBytes else { throw NetworkError.tooLong(limit: PlainTextLimits.lineBytes) }
        let text = String(visible: try await conversation.receive(exactly: count)).spacesFolded
        _ = try await conversation.receiveLine(limit: PlainTextLimits.lineBytes)
        return text
    }
}
