import Transport
import Wire

/// PostgreSQL: eight bytes, answered by one.
struct PostgreSQLSTARTTLS: STARTTLSDialogue {
    func begin(on conversation: Conversation) async throws {
        try await conversation.send(PostgreSQLSSL.request)
        switch try PostgreSQLSSL.Answer(parsing: await conversation.receive(exactly: 1)) {
        case .accepted: return
        case .notOffered: throw STARTTLSError.notOffered
        case .error: throw STARTTLSError.turnedAway(try await error(on: conversation).description.stableReply)
        }
    }

    private func error(on conversation: Conversation) async throws -> PostgreSQLError {
        let length = try await conversation.receive(exactly: 4).reduce(0) { $0 << 8 | Int($1) }
        guard (5...PlainTextLimits.messageBytes).contains(length) else {
            throw WireError.unexpected(field: "length", of: "PostgreSQL error", found: "\(length)")
        }
        return try PostgreSQLError(parsing: await conversation.receive(exactly: length - 4))
    }
}
