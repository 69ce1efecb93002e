import Cryptography
import Model
import Transport
import Wire

/// CVE-2011-0411: a command that was sent in plain text behind STARTTLS is carried out inside TLS.
///
/// The command does nothing. Inside TLS only the goodbye is said: an answer to the command is one too many.
struct STARTTLSInjection: WeaknessTest {
    let weakness = "starttls_injection"
    let cve = "CVE-2011-0411"
    let connections = 1

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        let service = entrance.endpoint.service
        guard service.security == .startTLS else { return .notApplicable("no STARTTLS") }
        guard let words = InjectionWords(service) else { return .notApplicable("no test for \(service.rawValue)") }
        do {
            let conversation = try await entrance.open { StreamWithInjection($0, words: words) }
            defer { conversation.close() }
            let name = entrance.serverName
            try await conversation.startTLS(TLSClientOptions(serverName: name.isEmpty ? nil : name))
            try await conversation.send(Array(words.goodbye.utf8))
            return words.areAnswered(in: try await Self.lines(on: conversation))
                ? .vulnerable("a command sent before TLS is answered inside it")
                : .notVulnerable("a command behind STARTTLS is not carried into TLS")
        } catch let error as STARTTLSError {
            return try Self.answer(error)
        } catch let error as TLSError where error.isAboutPlainText {
            return .notVulnerable("a command behind STARTTLS is answered in plain text")
        } catch NetworkError.local {
            return .notVulnerable("a command behind STARTTLS is answered in plain text")
        } catch let error as NetworkError where error == .closed || error == .reset {
            return .notVulnerable("the server hangs up on a command behind STARTTLS")
        }
    }

    private static func answer(_ error: STARTTLSError) throws -> WeaknessAnswer {
        switch error {
        case .notOffered: return .notApplicable("no STARTTLS")
        case .refused: return .notVulnerable("STARTTLS with a command behind it is refused")
        case .followedByPlainText: return .notVulnerable("a command behind STARTTLS is answered in plain text")
        case .turnedAway: throw error
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

/// Sends one command more behind the one that asks for TLS, in the same packet.
private final class StreamWithInjection: ByteStream {
    private let inner: any ByteStream
    private let words: InjectionWords

    init(_ inner: any ByteStream, words: InjectionWords) {
        self.inner = inner
        self.words = words
    }

    func send(_ bytes: [UInt8]) async throws {
        let isStart = String(visible: bytes.dropLast(2)).hasSuffix(words.startTLS) && bytes.suffix(2) == [0x0D, 0x0A]
        try await inner.send(isStart ? bytes + Array(words.injected.utf8) : bytes)
    }

    func receive(atMost limit: Int) async throws -> [UInt8] { try await inner.receive(atMost: limit) }
    func finish() async { await inner.finish() }
    func close() { inner.close() }
}
