import Cryptography
import Model
import Transport
import Wire

/// One polite visit at a mail server, the same for SMTP, IMAP and POP3; nobody logs on and no mail is sent.
struct MailInterview {
    static let facts = [
        MailGreetingFact.table, MailCapabilityFact.table, MailSTARTTLSFact.table, SoftwareFact.table,
        SoftwareSupportFact.table,
    ]

    private let endpoint: Endpoint
    private let dialogue: any MailDialogue
    private let software: any SoftwareRecogniser
    private var facts = Facts()

    init(_ endpoint: Endpoint, heloName: String, software: any SoftwareRecogniser) {
        guard let dialogue = endpoint.service.mailDialogue(heloName: heloName) else {
            preconditionFailure("\(endpoint.service) is not a mail service")
        }
        self.endpoint = endpoint
        self.dialogue = dialogue
        self.software = software
    }

    func hold(on conversation: Conversation) async throws -> Facts {
        var interview = self
        if endpoint.service.security == .implicit {
            try await interview.insideTLS(on: conversation)
        } else {
            try await interview.fromPlainText(on: conversation)
        }
        return interview.facts
    }

    private mutating func insideTLS(on conversation: Conversation) async throws {
        try await conversation.startTLS(TLSClientOptions(serverName: endpoint.serverNameIndication))
        try await greet(on: conversation, encrypted: true)
        try await learnCapabilities(on: conversation, stage: "tls")
        await leave(conversation)
    }

    private mutating func fromPlainText(on conversation: Conversation) async throws {
        let plain: [MailCapability]
        do {
            try await greet(on: conversation, encrypted: false)
            plain = try await learnCapabilities(on: conversation, stage: "plain")
        } catch let refusal as MailRefusal {
            return facts.insert(MailSTARTTLSFact(answer: "unknown", reason: refusal.reply))
        }
        guard plain.contains(where: { $0.name == dialogue.startTLSKeyword }) else {
            facts.insert(MailSTARTTLSFact(answer: "absent", reason: "\(dialogue.startTLSKeyword) is not offered"))
            return await leave(conversation)
        }
        do {
            try await dialogue.startTLS(on: conversation)
        } catch let refusal as MailRefusal {
            facts.insert(MailSTARTTLSFact(answer: "refused", reason: refusal.reply))
            return await leave(conversation)
        }
        try await upgrade(conversation)
    }

    /// A handshake that fails is told, not thrown: what was said in plain text has been learned already.
    private mutating func upgrade(_ conversation: Conversation) async throws {
        do {
            try await conversation.startTLS(TLSClientOptions(serverName: endpoint.serverNameIndication))
        } catch let cancellation as CancellationError {
            throw cancellation
        } catch {
            let reason = String(visible: "handshake failed: \(error)".prefix(200).description)
            return facts.insert(MailSTARTTLSFact(answer: "unknown", reason: reason))
        }
        facts.insert(MailSTARTTLSFact(answer: "accepted", reason: ""))
        do {
            try await learnCapabilities(on: conversation, stage: "tls")
            await leave(conversation)
        } catch is MailRefusal {
            // The server hangs up on clients it does not like once it has seen them; STARTTLS is proven all the same.
        }
    }

    private mutating func greet(on conversation: Conversation, encrypted: Bool) async throws {
        let banner = MailGreeting.normalised(try await dialogue.greeting(on: conversation))
        facts.insert(MailGreetingFact(banner: String(banner.prefix(300)), encrypted: encrypted))
        facts.insert(software: software, in: [SoftwareSignal(greetingSource, banner)])
    }

    @discardableResult
    private mutating func learnCapabilities(
        on conversation: Conversation, stage: String
    ) async throws -> [MailCapability] {
        let capabilities = try await dialogue.capabilities(on: conversation)
        var seen: Set<MailCapability> = []
        for capability in capabilities where seen.insert(capability).inserted {
            facts.insert(MailCapabilityFact(stage: stage, name: capability.name, parameters: capability.parameters))
        }
        return capabilities
    }

    private var greetingSource: String {
        switch endpoint.service {
        case .imap, .imaps: SoftwareSignal.imapGreeting
        case .pop3, .pop3s: SoftwareSignal.pop3Greeting
        default: SoftwareSignal.smtpGreeting
        }
    }

    /// Says goodbye. All has been learned, so a server that does not answer it changes nothing.
    private func leave(_ conversation: Conversation) async {
        _ = try? await dialogue.quit(on: conversation)
    }
}
