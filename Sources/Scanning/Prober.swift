import Model
import Transport

/// Asks every open endpoint of a plan and yields what was seen, as it is seen.
///
/// Many endpoints at once, one endpoint's probes one after the other. What the network does becomes an outcome; the only
/// thing that ends the sequence early is cancellation, and an observation cut off by it is not reported.
package struct Prober<D: Dialer>: Sendable {
    private let probes: [any Probe]
    private let dialer: D
    private let atOnce: Int
    private let retries: Int
    private let now: @Sendable () -> Timestamp
    /// Where an endpoint's work runs: the event loop that owns its address.
    private let executor: @Sendable (Endpoint) -> (any TaskExecutor)?

    package init(
        probes: [any Probe], dialer: D, atOnce: Int, retries: Int, now: @escaping @Sendable () -> Timestamp,
        executor: @escaping @Sendable (Endpoint) -> (any TaskExecutor)? = { _ in nil }
    ) {
        self.probes = probes
        self.dialer = dialer
        self.atOnce = max(1, atOnce)
        self.retries = retries
        self.now = now
        self.executor = executor
    }

    package func observe(_ plan: [PlannedEndpoint]) -> AsyncStream<Observation> {
        AsyncStream { continuation in
            let work = Task {
                await run(plan) { continuation.yield($0) }
                continuation.finish()
            }
            continuation.onTermination = { _ in work.cancel() }
        }
    }

    private func run(_ plan: [PlannedEndpoint], report: @escaping @Sendable (Observation) -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            var waiting = plan.makeIterator()
            func start() -> Bool {
                guard !Task.isCancelled, let planned = waiting.next() else { return false }
                group.addTask(executorPreference: executor(planned.endpoint)) { await ask(planned, report: report) }
                return true
            }
            for _ in 0..<atOnce where !start() { break }
            while await group.next() != nil { _ = start() }
        }
    }

    private func ask(_ planned: PlannedEndpoint, report: @Sendable (Observation) -> Void) async {
        var barrier = planned.barrier
        for probe in probes where planned.probes.contains(probe.name) {
            let seen: Observation?
            if let barrier {
                seen = observation(planned.endpoint, probe, barrier.outcome, barrier.reason)
            } else if !isAllowed(probe, at: planned.endpoint) {
                seen = observation(
                    planned.endpoint, probe, .outOfScope,
                    "the authorisation does not cover \(probe.consent.rawValue) probes")
            } else {
                seen = await observe(planned.endpoint, with: probe)
            }
            guard let seen else { return }
            report(seen)
            // A closed port will not answer the next probe either, and is not asked again.
            if seen.outcome == .refused {
                barrier = PlannedEndpoint.Barrier(outcome: seen.outcome, reason: seen.reason)
            }
        }
    }

    /// A plan may be older than the fleet file: what is more than ordinary needs its consent at the moment it is asked.
    private func isAllowed(_ probe: any Probe, at endpoint: Endpoint) -> Bool {
        probe.consent <= .light || probe.consent <= dialer.consent(to: endpoint) ?? .passive
    }

    /// `nil` when the scan was stopped meanwhile.
    private func observe(_ endpoint: Endpoint, with probe: any Probe) async -> Observation? {
        var attempt = 0
        while true {
            do {
                let facts = try await probe.observe(endpoint, using: dialer)
                // A probe that lives with failures may have taken the stop for one.
                if Task.isCancelled { return nil }
                return Observation(endpoint: endpoint, probe: probe.name, at: now(), outcome: .answered, facts: facts)
            } catch {
                if Task.isCancelled || error is CancellationError { return nil }
                let (outcome, reason) = Outcome.of(error)
                guard outcome.mayPass, attempt < retries else {
                    return observation(endpoint, probe, outcome, reason)
                }
                attempt += 1
            }
        }
    }

    private func observation(_ endpoint: Endpoint, _ probe: any Probe, _ outcome: Outcome, _ reason: String)
        -> Observation
    {
        Observation(endpoint: endpoint, probe: probe.name, at: now(), outcome: outcome, reason: reason)
    }
}

extension Outcome {
    /// Asking again may help. Connecting has its own further tries, and TCP repeats what got lost: who is silent after
    /// that does not want to answer.
    fileprivate var mayPass: Bool { self == .reset }
}
