import COpenSSL
import Synchronization

/// A TLS client without a socket: bytes of the peer in, bytes for the peer out.
///
/// It verifies nothing while it shakes hands: what the server shows is looked at afterwards.
package final class TLSSession: Sendable {
    private let connection: Mutex<Connection>

    /// Offers to resume `earlier`, which the same server gave; it is free to shake hands in full all the same.
    package init(_ options: TLSClientOptions, resuming earlier: ResumableSession? = nil) throws(TLSError) {
        connection = Mutex(try Connection(options, resuming: earlier))
    }

    /// How far the handshake is, and what has to be sent for it to go on.
    package struct Progress: Sendable, Equatable {
        package let output: [UInt8]
        package let isComplete: Bool
    }

    /// What came out of bytes received after the handshake.
    package struct Decrypted: Sendable, Equatable {
        package let plain: [UInt8]
        /// Answers of the protocol itself (key updates); to be sent.
        package let output: [UInt8]
        /// The peer said that nothing will follow.
        package let isClosed: Bool
    }

    /// The first call starts the handshake with nothing received.
    package func advance(_ received: [UInt8] = []) throws(TLSError) -> Progress {
        try locked { (connection) throws(TLSError) in
            try connection.take(received)
            let isComplete = try connection.shakeHands()
            return Progress(output: connection.output(), isComplete: isComplete)
        }
    }

    package func encrypt(_ plain: [UInt8]) throws(TLSError) -> [UInt8] {
        try locked { (connection) throws(TLSError) in
            try connection.write(plain)
            return connection.output()
        }
    }

    package func decrypt(_ received: [UInt8]) throws(TLSError) -> Decrypted {
        try locked { (connection) throws(TLSError) in
            try connection.take(received)
            let (plain, isClosed) = try connection.read()
            return Decrypted(plain: plain, output: connection.output(), isClosed: isClosed)
        }
    }

    /// A close_notify to be sent: afterwards only `decrypt` is of use.
    package func farewell() -> [UInt8] {
        connection.withLock { connection in
            connection.farewell()
            return connection.output()
        }
    }

    /// Starts a second handshake inside the session: `advance` goes on with it as with the first.
    package func renegotiate() throws(TLSError) -> Progress {
        try locked { (connection) throws(TLSError) in
            try connection.renegotiate()
            let isComplete = try connection.shakeHands()
            return Progress(output: connection.output(), isComplete: isComplete)
        }
    }

    /// Whether the handshake resumed an earlier session.
    package var isResumed: Bool { connection.withLock { $0.isResumed } }

    /// What the server gave to come back with; `nil` while it gave nothing. In TLS 1.3 that follows the handshake.
    package var resumable: ResumableSession? { connection.withLock { $0.resumable } }

    /// What was agreed on; `nil` before the handshake is complete.
    package var summary: TLSSummary? { connection.withLock { $0.summary } }

    /// What the server said so far, also where the handshake failed.
    package var messages: ServerMessages { connection.withLock { $0.messages } }

    /// A lock that lets the typed error through.
    private func locked<T: Sendable>(
        _ body: (Connection) throws(TLSError) -> T
    ) throws(TLSError) -> T {
        let result: Result<T, TLSError> = connection.withLock { connection in
            do throws(TLSError) { return .success(try body(connection)) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
