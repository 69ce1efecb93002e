import Model

/// Opens conversations with endpoints inside the scope; timeouts, limits, scope and accounts live behind it.
package protocol Dialer: Sendable {
    /// Throws `NetworkError`. The address is checked against the scope before any packet.
    func connect(to endpoint: Endpoint) async throws -> Conversation

    /// Connections the endpoint may still see in this run: what a probe plans with. `connect` throws `budget` beyond it.
    func connectionsLeft(at endpoint: Endpoint) -> Int

    /// A name's answer from the fleet's resolver, validated. Throws `NetworkError` when no definite answer came.
    func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer

    /// Whether the scope allows an address for a body; a probe asks before it follows a redirect.
    func allows(_ address: IPAddress, for body: String) -> Bool

    /// How much may be asked of an endpoint; `nil` where nothing may.
    func consent(to endpoint: Endpoint) -> Consent?

    /// Whether the fleet excludes a name: nothing it leads to is asked under it.
    func excludes(host: String) -> Bool

    /// How the scanner introduces itself: `Lagebild/0.1 (+https://...; mailto:...)`.
    var userAgent: String { get }
}

/// Bytes in both directions: a socket, a TLS session over one, or a script in a test.
package protocol ByteStream: Sendable {
    func send(_ bytes: [UInt8]) async throws
    /// At least one byte, at most `limit`; empty when the peer has closed.
    func receive(atMost limit: Int) async throws -> [UInt8]
    /// Says goodbye the way the transport knows, then closes: for peers that would log a reset as an error.
    func finish() async
    /// Ends at once; a second time does nothing.
    func close()
}

extension ByteStream {
    package func finish() async { close() }
}

/// What the network did instead of answering. Data, never a reason to stop a run.
package enum NetworkError: Error, Equatable {
    case refused
    case timeout
    case reset
    /// The peer closed before the answer was whole.
    case closed
    case unreachable(String)
    case nameNotFound(String)
    case noAnswer(name: String, reason: String)
    case outOfScope(IPAddress)
    /// The endpoint's budget of connections or bytes is spent.
    case budget
    case tooLong(limit: Int)
    case local(String)
}

/// DNS record types asked for, by IANA number.
package enum RecordType: Int, Sendable {
    case a = 1, ns = 2, cname = 5, soa = 6, mx = 15, txt = 16, aaaa = 28, ds = 43, dnskey = 48, tlsa = 52, caa = 257
}

/// A definite answer: records, or the proof that there are none.
package struct DNSAnswer: Sendable, Equatable {
    package enum Validation: String, Sendable {
        case secure, insecure, bogus
        /// The resolver passes on no keys for the trust anchor, so nothing could be validated.
        case unknown
    }

    /// RDATA of each record, as on the wire.
    package let records: [[UInt8]]
    package let nameExists: Bool
    package let validation: Validation
    package let whyBogus: String

    package init(records: [[UInt8]], nameExists: Bool, validation: Validation, whyBogus: String = "") {
        self.records = records
        self.nameExists = nameExists
        self.validation = validation
        self.whyBogus = whyBogus
    }
}
