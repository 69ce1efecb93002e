import Model
import Testing
import TransportTesting

@testable import Transport

@Suite struct NetworkDialerTests {
    private func withDialer<Success: Sendable>(
        _ fleet: Fleet, _ body: @escaping @Sendable (NetworkDialer) async throws -> Success
    ) async throws -> Success {
        let loops = try EventLoops(count: 2)
        let dialer = try NetworkDialer(fleet, folder: "", on: today, loops: loops, version: "0.1")
        let result = await Task(executorPreference: loops.all[0]) { try await body(dialer) }.result
        await loops.shutdown()
        return try result.get()
    }

    private func endpoint(_ server: LoopbackServer) -> Endpoint {
        Endpoint(body: "a", address: server.address, port: server.port, serverName: "www.example", service: .http)
    }

    private let local = [body("a", networks: [network("127.0.0.0/8")])]

    @Test func `a conversation inside the scope takes place, and its bytes are accounted for`() async throws {
        let server = try LoopbackServer(.echo)
        defer { server.stop() }
        let endpoint = endpoint(server)
        let traffic = try await withDialer(fleet(local)) { dialer in
            let conversation = try await dialer.connect(to: endpoint)
            try await conversation.send(line: "hello")
            #expect(try await conversation.receiveLine() == Array("hello".utf8))
            conversation.close()
            return dialer.account.total
        }
        #expect(traffic == Traffic(connections: 1, sent: 7, received: 7))
    }

    @Test func `an address outside the scope is never contacted`() async throws {
        let server = try LoopbackServer(.echo, at: "127.31.9.1")
        defer { server.stop() }
        let endpoint = endpoint(server)
        let other = fleet([body("a", networks: [network("127.31.8.0/24"), network("0.0.0.0/0")])])
        await #expect(throws: NetworkError.outOfScope(server.address)) {
            try await withDialer(other) { dialer in _ = try await dialer.connect(to: endpoint) }
        }
        let late = fleet(local, authorisations: [])
        await #expect(throws: NetworkError.outOfScope(server.address)) {
            try await withDialer(late) { dialer in _ = try await dialer.connect(to: endpoint) }
        }
        #expect(server.count == 0)
    }

    @Test func `an endpoint with light consent sees forty connections and no more`() async throws {
        let server = try LoopbackServer(.echo)
        defer { server.stop() }
        let endpoint = endpoint(server)
        try await withDialer(fleet(local)) { dialer in
            for _ in 0..<40 { try await dialer.connect(to: endpoint).close() }
            await #expect(throws: NetworkError.budget) { try await dialer.connect(to: endpoint).close() }
            #expect(dialer.account.attempts(at: endpoint) == 40)
        }
    }

    @Test func `no more connections at once to an address than allowed`() async throws {
        let server = try LoopbackServer(.silent)
        defer { server.stop() }
        let endpoint = endpoint(server)
        let limits = Limits(
            connectionsPerSecondPerAddress: 10_000, connectionsAtOncePerAddress: 2, connectionsPerSecond: 10_000,
            connectionsAtOnce: 100)
        try await withDialer(fleet(local, limits: limits)) { dialer in
            let first = try await dialer.connect(to: endpoint)
            let second = try await dialer.connect(to: endpoint)
            let third = Task { try await dialer.connect(to: endpoint).close() }
            #expect(server.count <= 2)
            first.close()
            try await third.value
            second.close()
        }
        #expect(dialed(server) == 3)
    }

    @Test func `a refused connection is not tried again`() async throws {
        let server = try LoopbackServer(.silent)
        server.stop()
        let endpoint = endpoint(server)
        try await withDialer(fleet(local, retries: 3)) { dialer in
            await #expect(throws: NetworkError.refused) { _ = try await dialer.connect(to: endpoint) }
            #expect(dialer.account.attempts(at: endpoint) == 1)
        }
    }

    @Test func `a connection a probe forgets to close is closed all the same`() async throws {
        let server = try LoopbackServer(.echo)
        defer { server.stop() }
        let endpoint = endpoint(server)
        let limits = Limits(
            connectionsPerSecondPerAddress: 10_000, connectionsAtOncePerAddress: 1, connectionsPerSecond: 10_000,
            connectionsAtOnce: 1)
        try await withDialer(fleet(local, limits: limits)) { dialer in
            for _ in 0..<5 { _ = try await dialer.connect(to: endpoint) }
            #expect(dialer.account.total.connections == 5)
        }
    }

    @Test func `the scanner says who it is, in printable ASCII only`() {
        let honest = ScannerIdentity(contact: "scan@example.org", infoURL: "https://scan.example/info")
        #expect(
            NetworkDialer.userAgent(honest, version: "0.1")
                == "Lagebild/0.1 (+https://scan.example/info; mailto:scan@example.org)")
        let sly = ScannerIdentity(contact: "a@b\r\nHost: evil", infoURL: "")
        #expect(NetworkDialer.userAgent(sly, version: "0.1") == "Lagebild/0.1 (mailto:a@bHost: evil)")
    }

    private func dialed(_ server: LoopbackServer) -> Int {
        server.stop()
        return server.count
    }
}
