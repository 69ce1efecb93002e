import Model
import Transport

/// `load.connections` short conversations as tasks on one event loop, over bare sockets.
func streams(port: UInt16, _ load: Load) async throws -> Int {
    try await onOneLoop { loop in
        try await many(load, on: loop) { number in
            guard let address = IPAddress(bytes: load.address(number)) else { return false }
            let stream = try await SocketStream.connect(
                to: address, port: port, on: loop, patience: Patience(step: .seconds(5)))
            return try await exchange(Conversation(stream))
        }
    }
}

/// The same through everything a probe has in front of it: scope, budget, pace, account.
func dialer(port: UInt16, _ load: Load) async throws -> Int {
    try await onOneLoop { loop in
        let resolver = try Resolver(
            ResolverSettings(servers: ["127.0.0.1@1"], trustAnchor: nil), on: loop, deadline: .seconds(1))
        let limits = Limits(
            connectionsPerSecondPerAddress: 1_000_000, connectionsAtOncePerAddress: 1_000,
            connectionsPerSecond: 10_000_000, connectionsAtOnce: 10_000)
        let dialer = NetworkDialer(
            scope: ScopeGuard(fleet, on: Day(number: 20_000)), loops: EventLoops([loop]),
            pacer: Pacer(limits, on: loop), resolver: resolver, patience: Patience(step: .seconds(5)), retries: 0,
            userAgent: "benchmark")
        return try await many(load, on: loop) { number in
            let endpoint = Endpoint(
                body: "bench", address: IPAddress(bytes: load.address(number)), port: port, serverName: "",
                service: .tls)
            return try await exchange(try await dialer.connect(to: endpoint))
        }
    }
}

private func exchange(_ conversation: Conversation) async throws -> Bool {
    defer { conversation.close() }
    try await conversation.send(Hello.client)
    let header = try await conversation.receive(exactly: 5)
    let body = try await conversation.receive(exactly: Int(header[3]) << 8 | Int(header[4]))
    return body.first == 2
}

private func onOneLoop(_ body: @escaping @Sendable (EventLoop) async throws -> Int) async throws -> Int {
    let loop = try EventLoop()
    let result = await Task(executorPreference: loop) { try await body(loop) }.result
    await loop.shutdown()
    return try result.get()
}

/// Never more than `load.atOnce` tasks; the number that got an answer.
private func many(
    _ load: Load, on loop: EventLoop, _ talk: @escaping @Sendable (Int) async throws -> Bool
) async throws -> Int {
    try await withThrowingTaskGroup(of: Bool.self) { group in
        var answered = 0
        for number in 0..<load.connections {
            if number >= load.atOnce, try await group.next() == true { answered += 1 }
            group.addTask(executorPreference: loop) { try await talk(number) }
        }
        return try await group.reduce(answered) { $0 + ($1 ? 1 : 0) }
    }
}

private let fleet = Fleet(
    cooperation: Cooperation(
        id: "bench", name: "", language: .en, timezone: "UTC", tlp: .clear,
        scanner: ScannerIdentity(contact: "", infoURL: ""), dns: DNSAccess(resolvers: [], trustAnchor: nil),
        trustedRoots: []),
    defaults: FleetDefaults(
        consent: .light, limits: .polite, timeoutSeconds: 5, retries: 0, window: nil, dueDays: [:], packs: [],
        extraRules: []),
    contacts: [],
    authorisations: [
        Authorisation(
            id: "A", grantedBy: "", signedBy: "", document: "", sha256: nil, validFrom: Day(number: 0),
            validUntil: Day(number: 40_000), consent: .light)
    ],
    softwareDomains: [],
    bodies: [
        Body(
            id: "bench", name: "", kind: .other, ags: nil, ars: nil, owner: "", reportTo: [], authorisation: "A",
            tlp: nil, children: [], members: [], domains: [],
            networks: [IPAddress(bytes: [127, 31, 0, 0])].compactMap { address in
                address.flatMap { Network(containing: $0, prefixLength: 16) }
            }.map { NetworkTarget(network: $0, name: nil, consent: nil) },
            hosts: [], exclusions: [], window: nil)
    ],
    sharedServices: [], schedules: [], exceptions: [])
