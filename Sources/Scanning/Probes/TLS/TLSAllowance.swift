import Model
import Transport

/// How the TLS probe shares out the connections of consent light.
enum TLSPlan {
    /// At most, in all.
    static let light = 38
    /// Of these, for full handshakes and sessions. Suites that stay unknown would cost more than a session's lifetime.
    static let handshakes = 4
    /// For a connection that is lost on the way. The other probes have had theirs: this one is asked last.
    static let keptBack = 1
}

/// A dialer that keeps some of an endpoint's connections back.
struct TLSAllowance<D: Dialer>: Dialer {
    private let dialer: D

    init(_ dialer: D) { self.dialer = dialer }

    var userAgent: String { dialer.userAgent }

    func connectionsLeft(at endpoint: Endpoint) -> Int {
        max(0, dialer.connectionsLeft(at: endpoint) - TLSPlan.keptBack)
    }

    func connect(to endpoint: Endpoint) async throws -> Conversation { try await dialer.connect(to: endpoint) }

    func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer { try await dialer.lookup(name, type) }

    func allows(_ address: IPAddress, for body: String) -> Bool { dialer.allows(address, for: body) }

    func consent(to endpoint: Endpoint) -> Consent? { dialer.consent(to: endpoint) }

    func excludes(host: String) -> Bool { dialer.excludes(host: host) }
}
