import CSocket
import Glibc
import Model
import Synchronization

/// How long one connection may take and how much it may bring.
package struct Patience: Sendable, Equatable {
    /// For connecting, for one send and for one receive.
    package let step: Duration
    /// For the whole connection: a peer that drips one byte per step ends here.
    package let whole: Duration
    /// Bytes received in the whole connection.
    package let bytes: Int

    package init(step: Duration, whole: Duration? = nil, bytes: Int = 8 << 20) {
        self.step = step
        self.whole = whole ?? step * 10
        self.bytes = bytes
    }
}

/// Bytes over one connection, both ways.
package struct Traffic: Sendable, Equatable {
    package var connections = 0
    package var sent = 0
    package var received = 0

    package init(connections: Int = 0, sent: Int = 0, received: Int = 0) {
        self.connections = connections
        self.sent = sent
        self.received = received
    }

    package static func += (left: inout Traffic, right: Traffic) {
        left.connections += right.connections
        left.sent += right.sent
        left.received += right.received
    }
}

/// A TCP connection as a byte stream. Used by one task at a time; closing twice is harmless.
package final class SocketStream: ByteStream {
    private let loop: EventLoop
    private let watch: Watch
    private let patience: Patience
    private let end: Moment
    private let state: Mutex<State>

    private struct State {
        var traffic = Traffic(connections: 1)
        var whenClosed: (@Sendable (Traffic) -> Void)?
    }

    private init(_ watch: Watch, on loop: EventLoop, patience: Patience, end: Moment) {
        self.watch = watch
        self.loop = loop
        self.patience = patience
        self.end = end
        state = Mutex(State())
    }

    deinit {
        close()
        loop.perform { [loop, watch] in loop.close(watch) }
    }

    /// Throws `NetworkError`, or `CancellationError`. `whenClosed` is called once, also when no connection came about.
    package static func connect(
        to address: IPAddress, port: UInt16, on loop: EventLoop, patience: Patience,
        whenClosed: @escaping @Sendable (Traffic) -> Void = { _ in }
    ) async throws -> SocketStream {
        do {
            return try await loop.run {
                let (watch, isConnected) = try open(address, port, on: loop)
                let stream = SocketStream(watch, on: loop, patience: patience, end: .now + patience.whole)
                if !isConnected { try await stream.establish() }
                stream.state.withLock { $0.whenClosed = whenClosed }
                return stream
            }
        } catch {
            whenClosed(Traffic(connections: 1))
            throw error
        }
    }

    package func send(_ bytes: [UInt8]) async throws {
        try await loop.run {
            var rest = bytes[...]
            while !rest.isEmpty {
                try check()
                let count = rest.withUnsafeBytes { Glibc.send(watch.descriptor, $0.baseAddress, $0.count, flags) }
                if count >= 0 {
                    rest.removeFirst(count)
                    state.withLock { $0.traffic.sent += count }
                } else {
                    try await retry(errno, .writing)
                }
            }
        }
    }

    package func receive(atMost limit: Int) async throws -> [UInt8] {
        try await loop.run {
            while true {
                try check()
                let room = min(limit, loop.scratch.count)
                let count = recv(watch.descriptor, loop.scratch.baseAddress, room, 0)
                if count >= 0 {
                    try account(received: count)
                    return Array(loop.scratch.prefix(count))
                }
                try await retry(errno, .reading)
            }
        }
    }

    /// Says FIN, waits for the peer's, then closes: for protocols with a farewell (SMTP's QUIT). Never throws.
    package func finish() async {
        do {
            try await loop.run {
                guard watch.isOpen, csocket_finish(watch.descriptor) == 0 else { return }
                while try await !receive(atMost: 16_384).isEmpty {}
            }
        } catch {
            // The peer's farewell does not matter any more; what it said before was read.
        }
        close()
    }

    /// Ends the connection at once, without TIME_WAIT at our side.
    package func close() {
        let (traffic, whenClosed) = state.withLock { state in
            defer { state.whenClosed = nil }
            return (state.traffic, state.whenClosed)
        }
        guard let whenClosed else { return }
        loop.perform { [loop, watch] in loop.close(watch) }
        whenClosed(traffic)
    }
}

extension SocketStream {
    private var flags: Int32 { Int32(MSG_NOSIGNAL) }

    private var stepEnd: Moment { min(.now + patience.step, end) }

    /// A socket on its way to the address; on loopback it often has arrived.
    private static func open(_ address: IPAddress, _ port: UInt16, on loop: EventLoop) throws -> (Watch, Bool) {
        try Task.checkCancellation()
        let descriptor = csocket_open(address.isIPv6 ? 1 : 0)
        guard descriptor >= 0 else { throw NetworkError(errno: -descriptor) }
        do {
            let status = csocket_connect(descriptor, address.bytes, address.bytes.count, port)
            guard status == 0 || status == -EINPROGRESS else { throw NetworkError(errno: -status) }
            return (try loop.watch(descriptor), status == 0)
        } catch {
            Glibc.close(descriptor)
            throw error
        }
    }

    private func establish() async throws {
        try await loop.wait(.writing, on: watch, until: stepEnd)
        let error = csocket_error(watch.descriptor)
        guard error == 0 else { throw NetworkError(errno: error) }
    }

    /// Waits where the call would have blocked; any other error number is the end.
    private func retry(_ number: Int32, _ direction: Watch.Direction) async throws {
        switch number {
        case EINTR: return
        case EAGAIN: try await loop.wait(direction, on: watch, until: stepEnd)
        default: throw NetworkError(errno: number)
        }
    }

    private func check() throws {
        try Task.checkCancellation()
        guard watch.isOpen else { throw NetworkError.closed }
        guard end > .now else { throw NetworkError.timeout }
    }

    private func account(received count: Int) throws {
        let total = state.withLock { state in
            state.traffic.received += count
            return state.traffic.received
        }
        guard total <= patience.bytes else { throw NetworkError.budget }
    }
}
