import Model
import Transport

/// Real connections to loopback, without the limits of a run.
struct LoopbackDialer: Dialer {
    let loops: EventLoops
    var budget = 400
    var step = Duration.seconds(5)
    let userAgent = "Lagebild/test (+https://scan.example/info)"

    func connect(to endpoint: Endpoint) async throws -> Conversation {
        guard let address = endpoint.address else { throw NetworkError.local("no address") }
        return Conversation(
            try await SocketStream.connect(
                to: address, port: endpoint.port, on: loops.loop(for: address), patience: Patience(step: step)))
    }

    func connectionsLeft(at endpoint: Endpoint) -> Int { budget }

    func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer {
        DNSAnswer(records: [], nameExists: false, validation: .insecure)
    }

    func consent(to endpoint: Endpoint) -> Consent? { .intrusive }
    func excludes(host: String) -> Bool { false }
    func allows(_ address: IPAddress, for body: String) -> Bool { true }
}

/// Runs a conversation with loopback, and ends its threads also when it throws.
func onLoopback<Success: Sendable>(
    _ body: @escaping @Sendable (LoopbackDialer) async throws -> Success
) async throws -> Success {
    let loops = try EventLoops(count: 1)
    let result = await Task { try await body(LoopbackDialer(loops: loops)) }.result
    await loops.shutdown()
    return try result.get()
}
