import Transport
import Wire

/// MySQL and MariaDB: the server's greeting says whether it can, and TLS begins right after our request.
struct MySQLSTARTTLS: STARTTLSDialogue {
    func begin(on conversation: Conversation) async throws {
        switch try MySQLFirstPacket(parsing: await packet(on: conversation)) {
        case .error(let words): throw STARTTLSError.turnedAway(words.stableReply)
        case .greeting(let greeting):
            guard greeting.offersTLS else { throw STARTTLSError.notOffered }
            try await conversation.send(MySQLSSLRequest.bytes)
        }
    }

    private func packet(on conversation: Conversation) async throws -> [UInt8] {
        let header = try MySQLPacketHeader(
            parsing: await conversation.receive(exactly: MySQLPacketHeader.size))
        guard header.sequence == 0, (1...PlainTextLimits.lineBytes).contains(header.length) else {
            throw WireError.unexpected(
                field: "header", of: "MySQL packet", found: "\(header.length) bytes, number \(header.sequence)")
        }
        return try await conversation.receive(exactly: header.length)
    }
}
