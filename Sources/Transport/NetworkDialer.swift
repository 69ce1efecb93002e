import Model

/// The dialer of a real run: scope, budget, pace, connection, in this order.
package struct NetworkDialer: Dialer {
    package let userAgent: String
    package let account: TrafficAccount
    private let scope: ScopeGuard
    private let loops: EventLoops
    private let pacer: Pacer
    private let resolver: Resolver
    private let patience: Patience
    private let retries: Int

    package init(
        scope: ScopeGuard, loops: EventLoops, pacer: Pacer, resolver: Resolver, patience: Patience, retries: Int,
        userAgent: String, account: TrafficAccount = TrafficAccount()
    ) {
        self.scope = scope
        self.loops = loops
        self.pacer = pacer
        self.resolver = resolver
        self.patience = patience
        self.retries = retries
        self.userAgent = userAgent
        self.account = account
    }

    /// Everything as the fleet file says. `folder` is the fleet file's: the trust anchor is relative to it.
    package init(_ fleet: Fleet, folder: String, on day: Day, loops: EventLoops, version: String) throws {
        let seconds = Duration.seconds(fleet.defaults.timeoutSeconds)
        let resolver = try Resolver(
            ResolverSettings(fleet.cooperation.dns, folder: folder), on: loops.loop(for: nil),
            deadline: seconds * (fleet.defaults.retries + 1))
        self.init(
            scope: ScopeGuard(fleet, on: day), loops: loops,
            pacer: Pacer(fleet.defaults.limits, on: loops.loop(for: nil)), resolver: resolver,
            patience: Patience(step: seconds), retries: fleet.defaults.retries,
            userAgent: NetworkDialer.userAgent(fleet.cooperation.scanner, version: version))
    }

    package func connect(to endpoint: Endpoint) async throws -> Conversation {
        guard let address = endpoint.address else {
            throw NetworkError.local("\(endpoint.label) has no address")
        }
        guard let consent = scope.consent(to: endpoint) else { throw NetworkError.outOfScope(address) }
        for _ in 0..<max(0, retries) {
            do {
                return try await attempt(endpoint, address, consent)
            } catch let error as NetworkError where error == .timeout || error == .reset {
                continue
            }
        }
        return try await attempt(endpoint, address, consent)
    }

    package func connectionsLeft(at endpoint: Endpoint) -> Int {
        let budget = scope.consent(to: endpoint)?.connectionBudget ?? 0
        return max(0, budget - account.attempts(at: endpoint))
    }

    package func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer {
        try await resolver.lookup(name, type)
    }

    package func allows(_ address: IPAddress, for body: String) -> Bool { scope.allows(address, for: body) }

    package func consent(to endpoint: Endpoint) -> Consent? { scope.consent(to: endpoint) }

    package func excludes(host: String) -> Bool { scope.excludes(host: host) }

    /// One connection, counted before it is opened and given back when it is closed.
    private func attempt(_ endpoint: Endpoint, _ address: IPAddress, _ consent: Consent) async throws -> Conversation {
        try account.spend(at: endpoint, budget: consent.connectionBudget)
        try await pacer.acquire(address)
        let stream = try await SocketStream.connect(
            to: address, port: endpoint.port, on: loops.current(for: address), patience: patience
        ) { [account, pacer] traffic in
            account.add(traffic, to: address)
            pacer.release(address)
        }
        return Conversation(stream)
    }

    /// `Lagebild/0.1 (+https://...; mailto:...)`; what is not a printable ASCII character is left out.
    package static func userAgent(_ scanner: ScannerIdentity, version: String) -> String {
        let parts = [scanner.infoURL.isEmpty ? nil : "+\(scanner.infoURL)", "mailto:\(scanner.contact)"]
        let text = "Lagebild/\(version) (\(parts.compactMap(\.self).joined(separator: "; ")))"
        return String(text.unicodeScalars.filter { (0x20...0x7e).contains($0.value) }.map(Character.init))
    }
}
