import Model
import Synchronization
import Transport

/// A dialer without a network: connections follow scripts, names are answered from a list.
///
///     let dialer = ScriptedDialer([[.line("SSH-2.0-OpenSSH_9.2"), .expectAnything]])
///     let facts = try await SSHProbe().observe(.scripted(.ssh), using: dialer)
///     #expect(dialer.streams[0].isClosed)
package final class ScriptedDialer: Dialer {
    package let userAgent: String
    private let answers: [DNSQuestion: Result<DNSAnswer, NetworkError>]
    private let excluded: Set<String>
    private let consent: Consent
    private let scope: @Sendable (IPAddress, String) -> Bool
    private let choose: @Sendable (Int, Endpoint) -> Script?
    private let made = Mutex<Made>(Made())

    /// Scripts in the order the connections are made; one more connection than scripts is refused.
    package convenience init(
        _ scripts: [Script] = [], answers: [DNSQuestion: Result<DNSAnswer, NetworkError>] = [:],
        allows: @escaping @Sendable (IPAddress, String) -> Bool = { _, _ in true }, excluded: Set<String> = [],
        consent: Consent = .light,
        userAgent: String = "Lagebild/test (+https://scan.example/info; mailto:scan@example.org)"
    ) {
        self.init(
            answers: answers, allows: allows, excluded: excluded, consent: consent, userAgent: userAgent,
            script: { index, _ in index < scripts.count ? scripts[index] : nil })
    }

    /// The script depends on the connection's number (from 0) or the endpoint: for probes that open several at once.
    package init(
        answers: [DNSQuestion: Result<DNSAnswer, NetworkError>] = [:],
        allows: @escaping @Sendable (IPAddress, String) -> Bool = { _, _ in true }, excluded: Set<String> = [],
        consent: Consent = .light,
        userAgent: String = "Lagebild/test (+https://scan.example/info; mailto:scan@example.org)",
        script: @escaping @Sendable (Int, Endpoint) -> Script?
    ) {
        self.answers = answers
        self.scope = allows
        self.excluded = excluded
        self.consent = consent
        self.userAgent = userAgent
        choose = script
    }

    package func connect(to endpoint: Endpoint) async throws -> Conversation {
        try Task.checkCancellation()
        if let address = endpoint.address, !allows(address, for: endpoint.body) {
            throw NetworkError.outOfScope(address)
        }
        let number = made.withLock { made in
            made.endpoints.append(endpoint)
            return made.endpoints.count - 1
        }
        guard let script = choose(number, endpoint) else { throw NetworkError.refused }
        if let failure = script.failure { throw failure }
        let stream = ScriptedStream(script)
        made.withLock { $0.streams.append(stream) }
        return Conversation(stream)
    }

    /// As many as the consent allows.
    package func connectionsLeft(at endpoint: Endpoint) -> Int {
        max(0, consent.connectionBudget - made.withLock { $0.endpoints.count })
    }

    package func consent(to endpoint: Endpoint) -> Consent? { consent }

    /// Names without an answer in the list do not exist (insecurely).
    package func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer {
        try Task.checkCancellation()
        let question = DNSQuestion(name, type)
        made.withLock { $0.questions.append(question) }
        guard let answer = answers[question] else {
            let isKnown = answers.keys.contains { $0.name == question.name }
            return DNSAnswer(records: [], nameExists: isKnown, validation: .insecure)
        }
        return try answer.get()
    }

    package func allows(_ address: IPAddress, for body: String) -> Bool { scope(address, body) }

    package func excludes(host: String) -> Bool { excluded.contains(host) }

    /// Every connection attempt, in order.
    package var endpoints: [Endpoint] { made.withLock { $0.endpoints } }
    /// The connections that were made, in order; look at `sent`, `isClosed` and `stepsLeft`.
    package var streams: [ScriptedStream] { made.withLock { $0.streams } }
    /// Every lookup, in order.
    package var questions: [DNSQuestion] { made.withLock { $0.questions } }

    private struct Made {
        var endpoints: [Endpoint] = []
        var streams: [ScriptedStream] = []
        var questions: [DNSQuestion] = []
    }
}

extension Endpoint {
    /// An endpoint at a documentation address (RFC 5737), at the service's own port.
    package static func scripted(
        _ service: Service, serverName: String = "host.example", port: UInt16? = nil, body: String = "body"
    ) -> Endpoint {
        let registered = UInt16.usual.first { Service.registered(port: $0) == service }
        return Endpoint(
            body: body, address: IPAddress("192.0.2.1"), port: port ?? registered ?? 0, serverName: serverName,
            service: service)
    }
}

extension UInt16 {
    fileprivate static let usual: [UInt16] = [
        21, 22, 25, 80, 110, 119, 143, 389, 443, 465, 563, 587, 636, 853, 990, 993, 995, 3306, 4190, 5222, 5223, 5269,
        5432, 6697,
    ]
}
