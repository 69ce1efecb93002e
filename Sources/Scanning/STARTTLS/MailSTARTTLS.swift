import Transport

/// SMTP, IMAP and POP3: greeting, capabilities, and the command if they name it.
struct MailSTARTTLS: STARTTLSDialogue {
    let dialogue: any MailDialogue

    func begin(on conversation: Conversation) async throws {
        guard try await isOffered(on: conversation) else { throw STARTTLSError.notOffered }
        do {
            try await dialogue.startTLS(on: conversation)
        } catch let refusal as MailRefusal {
            throw STARTTLSError.refused(refusal.reply)
        }
    }

    private func isOffered(on conversation: Conversation) async throws -> Bool {
        do {
            _ = try await dialogue.greeting(on: conversation)
            return try await dialogue.capabilities(on: conversation).contains { $0.name == dialogue.startTLSKeyword }
        } catch let refusal as MailRefusal {
            throw STARTTLSError.turnedAway(refusal.reply)
        }
    }
}
