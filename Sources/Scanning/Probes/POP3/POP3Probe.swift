import Model
import Transport

/// Asks a POP3 server what it is and can do, before and inside TLS: greeting, capabilities, STARTTLS, QUIT.
struct POP3Probe: Probe {
    let name = "pop3"
    let services: Set<Service> = [.pop3, .pop3s]
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
