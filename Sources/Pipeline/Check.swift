import Documents
import Foundation
import Inventory
import Model
import Rules
import Scanning
import Transport

/// One host looked at now: observed, judged, nothing kept.
package struct Check: Sendable {
    package struct Answer: Sendable {
        package let at: Timestamp
        package let observations: [Observation]
        /// Verdicts with the endpoint and rule they are about.
        package let verdicts: [(endpoint: Endpoint, rule: RuleText, verdict: RuleVerdict)]
        package let errors: [Judgement.RuleError]
        /// What the host was asked with; nothing for a file.
        package var traffic = Traffic()

        /// The most severe deviation that counts.
        package var worst: Severity? {
            verdicts.filter { $0.verdict.verdict == .deviates && $0.rule.status == .active }.map(\.rule.severity).max()
        }
    }

    private let target: CheckTarget
    private let surroundings: CheckSurroundings
    private let toolVersion: String
    private let clock: @Sendable () -> Timestamp

    package init(
        _ target: CheckTarget, in surroundings: CheckSurroundings, toolVersion: String,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.target = target
        self.surroundings = surroundings
        self.toolVersion = toolVersion
        self.clock = clock
    }

    /// `report` hears of every observation as it comes.
    package func run(report: @escaping @Sendable (Observation) -> Void = { _ in }) async throws -> Answer {
        let loops = try EventLoops()
        let answer: Result<Answer, any Error>
        do {
            answer = .success(try await run(loops, report))
        } catch {
            answer = .failure(error)
        }
        await loops.shutdown()
        return try answer.get()
    }

    private func run(_ loops: EventLoops, _ report: (Observation) -> Void) async throws -> Answer {
        let now = clock()
        let probes = Probes.all(
            trust: try surroundings.access.trust(at: clock), software: try surroundings.software.recogniser())
        let blind = try dialer(surroundings.fleet(for: target, addresses: [], on: now.day), now, loops)
        let addresses = try await self.addresses(blind)
        let fleet = surroundings.fleet(for: target, addresses: addresses, on: now.day)
        let dialer = try dialer(fleet, now, loops)
        let plan = try await Planner(fleet: fleet, probes: probes, dialer: dialer).plan()
        try requireScope(plan)
        let prober = Prober(
            probes: probes, dialer: dialer, atOnce: 16, retries: fleet.defaults.retries, now: clock,
            executor: { loops.loop(for: $0) })
        var observations: [Observation] = []
        for await observation in prober.observe(plan.endpoints) {
            report(observation)
            observations.append(observation)
        }
        var answer = try Self.judge(
            observations.corroborated, of: plan.endpoints, fleet, by: surroundings.rules,
            support: surroundings.software.support(for: surroundings.rules), toolVersion: toolVersion, at: now)
        answer.traffic = dialer.account.total
        return answer
    }

    private func dialer(_ fleet: Fleet, _ now: Timestamp, _ loops: EventLoops) throws -> NetworkDialer {
        try surroundings.access.dialer(for: fleet, on: now.day, loops: loops, version: toolVersion)
    }

    private func addresses(_ dialer: some Dialer) async throws -> [IPAddress] {
        if let address = IPAddress(target.host) { return [address] }
        var found: [IPAddress] = []
        for type in [RecordType.a, .aaaa] {
            do {
                found += try await dialer.lookup(target.host, type).records.compactMap(IPAddress.init(bytes:))
            } catch let error as NetworkError {
                throw Refusal.unavailable(
                    "no answer from the DNS for \(target.host): \(error)", hint: "check the name and the resolver")
            }
        }
        guard !found.isEmpty || target.mail else {
            throw Refusal.unavailable("\(target.host) has no address", hint: "check the name")
        }
        return found
    }

    /// A host that may not be asked anything is refused, not answered with a row of gaps.
    private func requireScope(_ plan: Plan) throws(Refusal) {
        let isAskable = plan.open.contains { $0.endpoint.transport != .dns } || target.mail
        guard !isAskable, let kept = plan.endpoints.compactMap(\.barrier).first(where: { $0.outcome == .outOfScope })
        else { return }
        throw .notAuthorised(
            "\(target.host): \(kept.reason)", hint: "a fleet file that names the network authorises it")
    }

    /// Judges in a store of its own that is gone afterwards.
    static func judge(
        _ observations: [Observation], of planned: [PlannedEndpoint], _ fleet: Fleet, by rules: RuleBook,
        support: KnownSupport? = nil, toolVersion: String, at now: Timestamp
    ) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let inventory = try InventoryStore.open(
            path: folder.appending(path: "check.db").path, vocabulary: Probes.vocabulary)
        defer { try? inventory.close() }
        let run = try inventory.beginRun(at: now, fleet: fleet, fleetSHA256: "", toolVersion: toolVersion)
        try inventory.record(plan: planned, in: run)
        try inventory.record(observations.filter { $0.outcome != .outOfScope }, in: run)
        try inventory.finish(run, at: now)
        try SharedFactorSearch(inventory: inventory).run()
        try support?.derive(in: inventory, on: now.day)
        let judgement = try Judge(rules, vocabulary: Probes.vocabulary, now: now)
            .judge(database: inventory.path)
        let endpoints = Dictionary(
            try inventory.endpoints().map { ($0.id, $0.endpoint) }, uniquingKeysWith: { first, _ in first })
        return Answer(
            at: now, observations: observations,
            verdicts: judgement.verdicts.compactMap { verdict in
                guard let endpoint = endpoints[verdict.endpointID], let rule = rules.rule(verdict.rule)
                else { return nil }
                return (endpoint, rule.text, verdict)
            }, errors: judgement.errors)
    }
}
