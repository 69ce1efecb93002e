import Cryptography
import Synchronization
import Transport

/// Bytes through a TLS session over another stream.
final class TLSStream: ByteStream {
    private let inner: any ByteStream
    private let session: TLSSession
    /// Plain text that was decrypted and not yet asked for.
    private let waiting = Mutex<[UInt8]>([])

    init(_ session: TLSSession, over inner: any ByteStream) {
        self.session = session
        self.inner = inner
    }

    func shakeHands() async throws -> TLSSummary {
        var progress = try session.advance()
        while true {
            if !progress.output.isEmpty { try await inner.send(progress.output) }
            if progress.isComplete, let summary = session.summary { return summary }
            let received = try await inner.receive(atMost: 16_384)
            guard !received.isEmpty else { throw NetworkError.closed }
            progress = try session.advance(received)
        }
    }

    func send(_ bytes: [UInt8]) async throws { try await inner.send(session.encrypt(bytes)) }

    func receive(atMost limit: Int) async throws -> [UInt8] {
        if let ready = takeWaiting(limit) { return ready }
        var received: [UInt8] = []  // the first round takes what came together with the handshake
        while true {
            let decrypted = try session.decrypt(received)
            if !decrypted.output.isEmpty { try await inner.send(decrypted.output) }
            waiting.withLock { $0 += decrypted.plain }
            if let ready = takeWaiting(limit) { return ready }
            if decrypted.isClosed { return [] }
            received = try await inner.receive(atMost: 16_384)
            // Many servers hang up without close_notify: that is an end like any other here.
            if received.isEmpty { return [] }
        }
    }

    func close() { inner.close() }

    private func takeWaiting(_ limit: Int) -> [UInt8]? {
        waiting.withLock { waiting in
            guard !waiting.isEmpty else { return nil }
            let part = Array(waiting.prefix(limit))
            waiting.removeFirst(part.count)
            return part
        }
    }
}

extension Conversation {
    /// Shakes hands and goes on encrypted. Throws `TLSError` for what TLS did not like, `NetworkError` for the network.
    @discardableResult
    package func startTLS(_ options: TLSClientOptions) async throws -> TLSSummary {
        try await startTLS(TLSSession(options))
    }

    /// The session is the caller's: it tells what the server said also where the handshake fails.
    @discardableResult
    package func startTLS(_ session: TLSSession) async throws -> TLSSummary {
        var summary: TLSSummary?
        try await upgrade { inner in
            let stream = TLSStream(session, over: inner)
            summary = try await stream.shakeHands()
            return stream
        }
        guard let summary else { throw TLSError("the handshake left no summary") }
        return summary
    }
}
