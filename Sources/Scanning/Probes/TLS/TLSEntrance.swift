import Cryptography
import Model
import Transport
import Wire

/// Leads a new connection to the point where TLS begins, at once or after the service's plain dialogue.
struct TLSEntrance<D: Dialer> {
    let endpoint: Endpoint
    let dialer: D

    /// Empty where only an address is asked for: SNI carries no addresses (RFC 6066 section 3).
    var serverName: String { IPAddress(endpoint.serverName) == nil ? endpoint.serverName : "" }

    /// One hello, one answer, then we hang up. What came before a server broke off is an answer too.
    func ask(_ hello: ClientHello, listeningTo end: HelloAnswerReader.End) async throws -> HelloAnswer {
        let conversation = try await open()
        defer { conversation.close() }
        try await conversation.send(hello.bytes)
        var reader = HelloAnswerReader(until: end)
        do {
            while true {
                let received = try await conversation.receive()
                guard !received.isEmpty else { throw NetworkError.closed }
                if let answer = try reader.answer(adding: received) { return answer }
            }
        } catch {
            guard let flight = reader.soFar, !(error is CancellationError) else { throw error }
            return .flight(flight)
        }
    }

    func ask(_ hello: SSL2ClientHello) async throws -> SSL2Answer {
        let conversation = try await open()
        defer { conversation.close() }
        try await conversation.send(hello.bytes)
        var reader = SSL2AnswerReader()
        while true {
            let received = try await conversation.receive()
            guard !received.isEmpty else { throw NetworkError.closed }
            if let answer = try reader.answer(adding: received) { return answer }
        }
    }

    /// One ordinary handshake, then we hang up.
    func shakeHands() async throws -> TLSSummary {
        let conversation = try await open()
        defer { conversation.close() }
        return try await conversation.startTLS(
            TLSClientOptions(
                serverName: serverName.isEmpty ? nil : serverName,
                alpn: endpoint.service == .https ? ["h2", "http/1.1"] : []))
    }

    func open() async throws -> Conversation { try await open { $0 } }

    /// What is said in plain text goes through the stream that `change` makes of the connection.
    func open(through change: (any ByteStream) -> any ByteStream) async throws -> Conversation {
        let conversation = Conversation(change(try await connect().stream))
        guard endpoint.service.security == .startTLS else { return conversation }
        do {
            try await startTLSDialogue(endpoint, on: conversation, heloName: heloName(from: dialer.userAgent))
            return conversation
        } catch {
            conversation.close()
            throw error
        }
    }

    private func connect() async throws -> Conversation {
        do {
            return try await dialer.connect(to: endpoint)
        } catch let cause as NetworkError {
            throw NotConnected(cause: cause)
        }
    }
}

/// No connection came about, so nothing was asked: at the first attempt that is the outcome of the whole probe.
struct NotConnected: Error {
    let cause: NetworkError
}
