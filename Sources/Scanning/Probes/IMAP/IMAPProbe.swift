import Model
import Transport

/// Asks an IMAP server what it is and can do, before and inside TLS: greeting, capabilities, STARTTLS, LOGOUT.
struct IMAPProbe: Probe {
    let name = "imap"
    let services: Set<Service> = [.imap, .imaps]
    let consent = Consent.light
    let facts: [FactTable] = MailInterview.facts
    let connections = 1
    let sends = LocalizedText(
        de: "Begrüßung lesen, Fähigkeiten erfragen, STARTTLS beginnen; keine Anmeldung.",
        en: "Reads the greeting, asks for capabilities, begins STARTTLS; never logs in.")

    let software: any SoftwareRecogniser

    func observe(_ endpoint: Endpoint, using dialer: some Dialer) async throws -> Facts {
        let conversation = try await dialer.connect(to: endpoint)
        defer { conversation.close() }
        let interview = MailInterview(endpoint, heloName: heloName(from: dialer.userAgent), software: software)
        return try await interview.hold(on: conversation)
    }
}
