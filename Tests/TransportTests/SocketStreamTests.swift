import Glibc
import Model
import Testing
import TransportTesting

@testable import Transport

@Suite struct SocketStreamTests {
    private static let quick = Patience(step: .milliseconds(200))
    private static let calm = Patience(step: .seconds(10))

    /// Runs a conversation with a server of the given manner on a loop of its own.
    private func talk<Answer: Sendable>(
        to manner: LoopbackServer.Manner, at address: String = "127.0.0.1", patience: Patience = calm,
        _ conversation: @escaping @Sendable (SocketStream) async throws -> Answer
    ) async throws -> Answer {
        let server = try LoopbackServer(manner, at: address)
        defer { server.stop() }
        return try await onLoop { loop in
            let stream = try await SocketStream.connect(
                to: server.address, port: server.port, on: loop, patience: patience)
            defer { stream.close() }
            return try await conversation(stream)
        }
    }

    @Test(arguments: ["127.0.0.1", "127.31.9.9", "::1"])
    func `an echo comes back whole`(address: String) async throws {
        let sent = [UInt8]((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        let received = try await talk(to: .echo, at: address) { stream in
            async let sending: Void = stream.send(sent)
            var received: [UInt8] = []
            while received.count < sent.count { received += try await stream.receive(atMost: 16_384) }
            try await sending
            return received
        }
        #expect(received == sent)
    }

    @Test func `a closed port refuses`() async throws {
        let server = try LoopbackServer(.silent)
        server.stop()
        await #expect(throws: NetworkError.refused) {
            try await onLoop { loop in
                _ = try await SocketStream.connect(
                    to: server.address, port: server.port, on: loop, patience: Self.calm)
            }
        }
    }

    @Test func `a silent peer is a timeout`() async throws {
        await #expect(throws: NetworkError.timeout) {
            try await talk(to: .silent, patience: Self.quick) { stream in
                try await stream.send([1])
                return try await stream.receive(atMost: 10)
            }
        }
    }

    @Test func `a peer that resets is a reset`() async throws {
        await #expect(throws: NetworkError.reset) {
            try await talk(to: .resets) { try await $0.receive(atMost: 10) }
        }
    }

    @Test func `a peer that says little and closes ends with no bytes`() async throws {
        let parts = try await talk(to: .says([1, 2, 3])) { stream in
            [
                try await stream.receive(atMost: 2), try await stream.receive(atMost: 2),
                try await stream.receive(atMost: 2),
            ]
        }
        #expect(parts == [[1, 2], [3], []])
    }

    @Test func `a conversation that wants more than the peer says is closed`() async throws {
        await #expect(throws: NetworkError.closed) {
            try await talk(to: .says([1, 2, 3])) { try await Conversation($0).receive(exactly: 4) }
        }
    }

    @Test func `a peer that drips bytes for ever ends at the deadline of the whole connection`() async throws {
        let patience = Patience(step: .seconds(10), whole: .milliseconds(200))
        await #expect(throws: NetworkError.timeout) {
            try await talk(to: .echo, patience: patience) { stream in
                while true {
                    try await stream.send([1])
                    _ = try await stream.receive(atMost: 1)
                }
            }
        }
    }

    @Test func `more bytes than a connection may bring are over the budget`() async throws {
        let patience = Patience(step: .seconds(10), bytes: 1_000)
        await #expect(throws: NetworkError.budget) {
            try await talk(to: .says([UInt8](repeating: 7, count: 2_000)), patience: patience) { stream in
                while try await !stream.receive(atMost: 100).isEmpty {}
            }
        }
    }

    @Test(arguments: [
        (ECONNREFUSED, NetworkError.refused), (ETIMEDOUT, .timeout), (ECONNRESET, .reset), (EPIPE, .reset),
        (ENETUNREACH, .unreachable("network unreachable")), (EHOSTUNREACH, .unreachable("host unreachable")),
        (EMFILE, .local("this process has no file descriptors left")),
    ])
    func `system errors become words about the peer, the way or this machine`(number: Int32, error: NetworkError) {
        #expect(NetworkError(errno: number) == error)
    }

    @Test func `cancelling the task wakes a waiting read, which would else end in a timeout`() async throws {
        let server = try LoopbackServer(.silent)
        defer { server.stop() }
        let loops = try EventLoops(count: 1)
        let task = Task(executorPreference: loops.all[0]) {
            let stream = try await SocketStream.connect(
                to: server.address, port: server.port, on: loops.all[0], patience: Patience(step: .seconds(600)))
            defer { stream.close() }
            return try await stream.receive(atMost: 1)
        }
        while server.count == 0 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        await loops.shutdown()
    }

    @Test func `a farewell reaches a peer that still reads`() async throws {
        let left = try await talk(to: .echo) { stream in
            try await stream.send([1, 2, 3])
            await stream.finish()
            return try? await stream.receive(atMost: 3)
        }
        #expect(left == nil)
    }

    @Test func `two thousand connections are open at once on one loop`() async throws {
        let server = try LoopbackServer(.echo)
        defer { server.stop() }
        _ = DescriptorLimit.connections
        let answered = try await onLoop { loop in
            try await withThrowingTaskGroup(of: [UInt8].self) { group in
                let gate = Gate(waitingFor: 2_000)
                for number in 0..<2_000 {
                    group.addTask(executorPreference: loop) {
                        let stream = try await SocketStream.connect(
                            to: server.address, port: server.port, on: loop, patience: Patience(step: .seconds(60)))
                        defer { stream.close() }
                        await gate.pass()
                        try await stream.send([UInt8(truncatingIfNeeded: number)])
                        return try await stream.receive(atMost: 1)
                    }
                }
                return try await group.reduce(0) { $0 + $1.count }
            }
        }
        #expect(answered == 2_000)
        #expect(server.count == 2_000)
    }

    @Test func `every connection tells its bytes when it is closed, also one that never came about`() async throws {
        let server = try LoopbackServer(.echo)
        let account = TrafficAccount()
        try await onLoop { loop in
            let stream = try await SocketStream.connect(
                to: server.address, port: server.port, on: loop, patience: Self.calm
            ) { account.add($0, to: server.address) }
            try await stream.send([1, 2, 3])
            _ = try await stream.receive(atMost: 10)
            stream.close()
            stream.close()
            server.stop()
            _ = try? await SocketStream.connect(
                to: server.address, port: server.port, on: loop, patience: Self.calm
            ) { account.add($0, to: server.address) }
        }
        #expect(account.total == Traffic(connections: 2, sent: 3, received: 3))
    }
}
