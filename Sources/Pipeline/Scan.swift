import Cryptography
import Foundation
import Inventory
import Model
import Rules
import Scanning
import Transport

/// One scan, from the fleet to its findings: this file is the flow.
package struct Scan: Sendable {
    /// What the operator asked for.
    package struct Request: Sendable {
        /// Ids; empty means every body. The others stay known and count as not measured.
        package var bodies: Set<String> = []
        /// Continue the interrupted run: the one named, or the last for an empty name.
        package var resume: String?
        package var toolVersion = ""
        /// Why it may send packets outside the window; `nil`: it may not.
        package var reasonOutsideWindow: String?

        package init() {}
    }

    private let workspace: Workspace
    private let request: Request
    private let clock: @Sendable () -> Timestamp
    private let progress: @Sendable (ScanProgress) -> Void
    private let say: @Sendable (String) -> Void

    package init(
        _ workspace: Workspace, _ request: Request, clock: @escaping @Sendable () -> Timestamp,
        progress: @escaping @Sendable (ScanProgress) -> Void, say: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.workspace = workspace
        self.request = request
        self.clock = clock
        self.progress = progress
        self.say = say
    }

    /// Ends early, resumable, when its task is cancelled.
    package func run() async throws -> ScanSummary {
        let hours = ScanHours(workspace.fleet, at: workspace.now)
        let closed = request.reasonOutsideWindow == nil ? try hours.closedBodies(among: request.bodies) : []
        if request.resume != nil { try workspace.requireDatabase() }
        let inventory = try InventoryStore.open(path: workspace.databaseFile, vocabulary: workspace.vocabulary)
        let loops = try EventLoops()
        let answer: Result<ScanSummary, any Error>
        do {
            answer = .success(try await run(inventory, loops, except: closed))
        } catch {
            answer = .failure(error)
        }
        await loops.shutdown()
        try inventory.close()
        return try answer.get()
    }

    private func run(_ inventory: InventoryStore, _ loops: EventLoops, except closed: Set<String>) async throws
        -> ScanSummary
    {
        let fleet = workspace.fleet
        let probes = Probes.all(
            trust: try workspace.access.trust(at: clock), software: try workspace.software.recogniser(),
            onlineServices: try workspace.onlineServices())
        let dialer = try workspace.access.dialer(
            for: fleet, on: workspace.now.day, loops: loops, version: request.toolVersion)
        let prober = Prober(
            probes: probes, dialer: dialer, atOnce: fleet.defaults.limits.connectionsAtOnce,
            retries: fleet.defaults.retries, now: clock, executor: { loops.loop(for: $0) })

        // From here on the store is ours; what is planned, seen and judged is remembered at once.
        let run = try begin(inventory)
        try workspace.followCatalogue(in: inventory)
        guard let plan = try await uncancelled(Planner(fleet: fleet, probes: probes, dialer: dialer).plan) else {
            try inventory.interrupt(run)
            return ScanSummary(interrupted: run, done: 0, planned: 0)
        }
        try inventory.record(plan: plan.limited(to: request.bodies).closed(for: closed).endpoints, in: run)
        let pending = try inventory.pending(in: run)
        let asked = fleet.bodies.filter { !closed.contains($0.id) }
        let (done, isOutOfTime) = try await record(
            prober.observe(PlannedEndpoint.grouping(pending)), of: pending.count, into: inventory, run
        ) { request.reasonOutsideWindow != nil || ScanHours(fleet, at: clock()).allowAll(asked) }
        guard !Task.isCancelled, !isOutOfTime else {
            try inventory.interrupt(run)
            if isOutOfTime { say("the scan window has ended; nothing more is sent") }
            return ScanSummary(interrupted: run, done: done, planned: pending.count)
        }
        let finished = try inventory.finish(run, at: clock())
        return try workspace.judge(finished, in: inventory, at: clock())
    }

    /// `nil` where the operator stopped it meanwhile.
    private func uncancelled(_ plan: () async throws -> Plan) async throws -> Plan? {
        do {
            return try await plan()
        } catch is CancellationError {
            return nil
        }
    }

    private func begin(_ inventory: InventoryStore) throws -> Run {
        if let resume = request.resume {
            let run = try inventory.resumeRun(resume.isEmpty ? nil : resume)
            say("resuming run \(run.name) of \(run.started)")
            return run
        }
        let file = try Data(contentsOf: URL(filePath: workspace.fleetFile))
        let figures = try workspace.figures(on: workspace.now.day)
        // A wrong file of lifecycles is said before anything is sent, not when rules need it.
        _ = try workspace.software.support(for: workspace.rules)
        let run = try inventory.beginRun(
            at: workspace.now, fleet: workspace.fleet, fleetSHA256: Digest.sha256(Array(file)).hex,
            toolVersion: request.toolVersion,
            note: request.reasonOutsideWindow.map { "outside the window: \($0)" } ?? "")
        try inventory.record(figures: figures, in: run)
        return run
    }

    /// Stores what comes in, in batches: at most this much is asked again after a crash. Leaving early stops the probes.
    private func record(
        _ observations: AsyncStream<Observation>, of planned: Int, into inventory: InventoryStore, _ run: Run,
        while isAllowed: () -> Bool
    ) async throws -> (done: Int, isOutOfTime: Bool) {
        var batch: [Observation] = []
        var stored = ContinuousClock.now
        var seen = ScanProgress(planned: planned)
        for await observation in observations {
            batch.append(observation)
            seen.count(observation.outcome)
            progress(seen)
            if batch.count >= 500 || stored.duration(to: .now) > .milliseconds(500) {
                try inventory.record(batch, in: run)
                batch = []
                stored = .now
                guard isAllowed() else { return (seen.done, true) }
            }
        }
        try inventory.record(batch, in: run)
        return (seen.done, false)
    }
}

/// How far a scan is; a measurement is an endpoint times a probe.
package struct ScanProgress: Sendable {
    package let planned: Int
    package private(set) var done = 0
    package private(set) var gaps = 0

    init(planned: Int) { self.planned = planned }

    mutating func count(_ outcome: Outcome) {
        done += 1
        if outcome != .answered { gaps += 1 }
    }
}
