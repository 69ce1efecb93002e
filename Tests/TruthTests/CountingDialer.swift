import Model
import Synchronization
import Transport

/// Real connections to loopback, counted, with the budget of a consent level.
final class CountingDialer: Dialer {
    let userAgent = "Lagebild/test (+https://scan.example/info)"
    private let loops: EventLoops
    private let budget: Int
    private let used = Mutex(0)

    init(loops: EventLoops, budget: Int) {
        self.loops = loops
        self.budget = budget
    }

    var count: Int { used.withLock { $0 } }

    func connect(to endpoint: Endpoint) async throws -> Conversation {
        guard let address = endpoint.address else { throw NetworkError.local("no address") }
        guard connectionsLeft(at: endpoint) > 0 else { throw NetworkError.budget }
        used.withLock { $0 += 1 }
        let patience = Patience(step: .seconds(5))
        return Conversation(
            try await SocketStream.connect(
                to: address, port: endpoint.port, on: loops.loop(for: address), patience: patience))
    }

    func connectionsLeft(at endpoint: Endpoint) -> Int { budget - count }

    func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer {
        DNSAnswer(records: [], nameExists: false, validation: .insecure)
    }

    func consent(to endpoint: Endpoint) -> Consent? { budget > 40 ? .full : .light }
    func excludes(host: String) -> Bool { false }
    func allows(_ address: IPAddress, for body: String) -> Bool { true }
}
