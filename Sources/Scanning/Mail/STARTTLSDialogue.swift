import Model
import Transport
import Wire

/// Why a plain-text mail conversation did not lead to TLS.
enum STARTTLSError: Error, Equatable {
    /// The server's capabilities do not name it.
    case notOffered
    /// The server declined, with its words: to talk at all, to tell its capabilities, or to start TLS.
    case refused(String)
}

/// Leads a fresh connection of a mail service to the point where the TLS handshake begins.
///
/// `heloName` is how the scanner introduces itself to SMTP servers: `heloName(from: dialer.userAgent)`.
func startTLSDialogue(_ service: Service, on conversation: Conversation, heloName: String) async throws {
    guard let dialogue = service.mailDialogue(heloName: heloName) else {
        throw STARTTLSError.notOffered
    }
    do {
        _ = try await dialogue.greeting(on: conversation)
        let capabilities = try await dialogue.capabilities(on: conversation)
        guard capabilities.contains(where: { $0.name == dialogue.startTLSKeyword }) else {
            throw STARTTLSError.notOffered
        }
        try await dialogue.startTLS(on: conversation)
    } catch let refusal as MailRefusal {
        throw STARTTLSError.refused(refusal.reply)
    }
}

/// The host of the page that says who scans, taken from `Lagebild/0.1 (+https://scan.example/info; ...)`.
///
/// EHLO wants a host name (RFC 5321 4.1.4). The scanner's own is of no use outside, an address literal would name a
/// private address behind NAT, so the name that the operator published is the honest one. A reserved name (RFC 2606)
/// stands in where there is none.
func heloName(from userAgent: String) -> String {
    guard let start = userAgent.firstRange(of: "+https://") ?? userAgent.firstRange(of: "+http://") else {
        return "lagebild.invalid"
    }
    let host = userAgent[start.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }
    return host.isEmpty || host.count > 253 ? "lagebild.invalid" : host.lowercased()
}
