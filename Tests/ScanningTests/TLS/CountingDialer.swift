import Model
import Synchronization
import Transport

/// Counts the connections another dialer opens.
final class CountingDialer<Inner: Dialer>: Dialer {
    private let inner: Inner
    private let count = Mutex(0)

    init(_ inner: Inner) { self.inner = inner }

    var connections: Int { count.withLock { $0 } }
    var userAgent: String { inner.userAgent }

    func connect(to endpoint: Endpoint) async throws -> Conversation {
        count.withLock { $0 += 1 }
        return try await inner.connect(to: endpoint)
    }

    func connectionsLeft(at endpoint: Endpoint) -> Int { inner.connectionsLeft(at: endpoint) }
    func consent(to endpoint: Endpoint) -> Consent? { inner.consent(to: endpoint) }
    func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer { try await inner.lookup(name, type) }
    func excludes(host: String) -> Bool { inner.excludes(host: host) }
    func allows(_ address: IPAddress, for body: String) -> Bool { inner.allows(address, for: body) }
}
