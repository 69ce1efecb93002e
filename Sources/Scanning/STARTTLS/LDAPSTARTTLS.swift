import Transport
import Wire

/// LDAP (RFC 4511 4.14): one extended request, one answer.
struct LDAPSTARTTLS: STARTTLSDialogue {
    func begin(on conversation: Conversation) async throws {
        try await conversation.send(LDAPStartTLS.request)
        let answer = try LDAPExtendedResponse(parsing: await message(on: conversation))
        // A notice of disconnection.
        guard answer.messageID != 0 else { throw STARTTLSError.turnedAway(answer.description.stableReply) }
        guard answer.messageID == LDAPStartTLS.messageID else {
            throw WireError.unexpected(
                field: "message id", of: "LDAP extended response", found: "\(answer.messageID)")
        }
        switch answer.resultCode {
        case 0: return
        case 2: throw STARTTLSError.notOffered  // protocolError: the operation is not known (RFC 4511 4.12)
        default: throw STARTTLSError.refused(answer.description.stableReply)
        }
    }

    private func message(on conversation: Conversation) async throws -> [UInt8] {
        var head = try await conversation.receive(exactly: 2)
        guard head[0] == BERElement.sequence else {
            throw WireError.unexpected(field: "tag", of: "LDAP message", found: String(visible: head))
        }
        let further = try BERElement.furtherLengthBytes(head, of: "LDAP message")
        head += try await conversation.receive(exactly: further)
        let length = try BERElement.contentLength(head, of: "LDAP message")
        guard length <= PlainTextLimits.messageBytes else {
            throw NetworkError.tooLong(limit: PlainTextLimits.messageBytes)
        }
        return head + (try await conversation.receive(exactly: length))
    }
}
