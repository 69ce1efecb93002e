import Cryptography
import Model
import Transport
import Wire

/// CVE-2011-0411: a command that was sent in plain text behind STARTTLS is carried out inside TLS.
///
/// The command does nothing. Inside TLS only the goodbye is said: more answers than one are one too many.
struct STARTTLSInjection: WeaknessTest {
    let weakness = "starttls_injection"
    let cve = "CVE-2011-0411"
    let connections = 1

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        guard entrance.endpoint.service.security == .startTLS else { return .notApplicable("no STARTTLS") }
        guard let words = Words(entrance.endpoint.service) else {
            return .notApplicable("no test for \(entrance.endpoint.service.rawValue)")
        }
        let conversation = try await entrance.connect()
        defer { conversation.close() }
        guard try await Self.isOffered(entrance, on: conversation) else { return .notApplicable("no STARTTLS") }
        try await conversation.send(Array((words.startTLS + words.injected).utf8))
        guard try await words.isAccepted(conversation.receiveLine()) else {
            return .notVulnerable("STARTTLS with a command behind it is refused")
        }
        do {
            let name = entrance.serverName
            try await conversation.startTLS(TLSClientOptions(serverName: name.isEmpty ? nil : name))
        } catch let error as TLSError where error.isAboutPlainText {
            return .notVulnerable("the command behind STARTTLS is answered in plain text")
        } catch NetworkError.local {
            return .notVulnerable("the command behind STARTTLS is answered in plain text")
        } catch let error as NetworkError where error == .closed || error == .reset {
            return .notVulnerable("the server hangs up on a command behind STARTTLS")
        }
        try await conversation.send(Array(words.goodbye.utf8))
        return try await words.isInjected(Self.lines(on: conversation))
            ? .vulnerable("a command sent before TLS is answered inside it")
            : .notVulnerable("the command behind STARTTLS is not carried into TLS")
    }

    private static func isOffered(_ entrance: TLSEntrance<some Dialer>, on conversation: Conversation) async throws
        -> Bool
    {
        let name = heloName(from: entrance.dialer.userAgent)
        guard let dialogue = entrance.endpoint.service.mailDialogue(heloName: name) else { return false }
        do {
            _ = try await dialogue.greeting(on: conversation)
            return try await dialogue.capabilities(on: conversation).contains { $0.name == dialogue.startTLSKeyword }
        } catch let refusal as MailRefusal {
            throw STARTTLSError.refused(refusal.reply)
        }
    }

    /// Everything said until the server hangs up, as it does after a goodbye.
    private static func lines(on conversation: Conversation) async throws -> [String] {
        var lines: [String] = []
        do {
            while lines.count < PlainTextLimits.lines {
                lines.append(String(visible: try await conversation.receiveLine(limit: PlainTextLimits.lineBytes)))
            }
        } catch let error as NetworkError where error == .closed || error == .reset {
            return lines
        }
        return lines
    }
}

extension TLSError {
    /// What came instead of a handshake was no TLS record.
    fileprivate var isAboutPlainText: Bool { description.contains("wrong version number") }
}

extension STARTTLSInjection {
    /// What is said in each protocol, and how its answers look.
    private struct Words {
        let startTLS: String
        let injected: String
        let goodbye: String
        private let acceptance: String
        /// How an answer to the injected command begins; `nil` where only counting tells.
        private let mark: String?

        init?(_ service: Service) {
            switch service {
            case .smtp, .submission:
                (startTLS, injected, goodbye) = ("STARTTLS\r\n", "NOOP\r\n", "QUIT\r\n")
                (acceptance, mark) = ("220", nil)
            case .imap:
                (startTLS, injected, goodbye) = ("L2 STARTTLS\r\n", "L8 NOOP\r\n", "L9 LOGOUT\r\n")
                (acceptance, mark) = ("L2 OK", "L8 ")
            case .pop3:
                (startTLS, injected, goodbye) = ("STLS\r\n", "NOOP\r\n", "QUIT\r\n")
                (acceptance, mark) = ("+OK", nil)
            default: return nil
            }
        }

        func isAccepted(_ line: [UInt8]) -> Bool { String(visible: line).hasPrefix(acceptance) }

        func isInjected(_ lines: [String]) -> Bool {
            guard let mark else { return lines.count > 1 }
            return lines.contains { $0.hasPrefix(mark) }
        }
    }
}
