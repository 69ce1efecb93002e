import Model
import Transport

/// Asks an SMTP server what it is and can do, before and inside TLS: greeting, capabilities, STARTTLS, QUIT.
struct SMTPProbe: Probe {
    let name = "smtp"
    let services: Set<Service> = [.smtp, .submission, .submissions]
    let consent = Consent.light
    let facts: [FactTable] = MailInterview.facts
    let connections = 1
    let sends = LocalizedText(
        de: "Begrüßung lesen, EHLO senden, STARTTLS beginnen; keine Nachricht und keine Anmeldung.",
        en: "Reads the greeting, sends EHLO, begins STARTTLS; no message, never logs in.")

    let software: any SoftwareRecogniser

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let conversation = try await dialer.connect(to: endpoint)
        defer { conversation.close() }
        let interview = MailInterview(endpoint, heloName: heloName(from: dialer.userAgent), software: software)
        return try await interview.hold(on: conversation)
    }
}
