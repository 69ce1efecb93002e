import Inventory
import Model

/// Records a synthetic fleet in a store, as a scan does: the plan, what is still to be asked, the answers in batches, each
/// in the order of arrival.
package struct FleetRecorder {
    package let endpoints: SyntheticEndpoints
    package let inventory: InventoryStore
    /// As many as a scan stores at a time.
    private static let batch = 500
    private static let planBatch = 5_000

    package init(_ endpoints: SyntheticEndpoints, path: String) throws {
        self.endpoints = endpoints
        inventory = try InventoryStore.open(path: path, vocabulary: SyntheticEndpoints.vocabulary)
    }

    /// A store with as many nights as wanted; nothing is judged.
    package static func store(_ endpoints: SyntheticEndpoints, path: String, nights: Int = 1) throws {
        let recorder = try FleetRecorder(endpoints, path: path)
        for night in 1...nights {
            let run = try recorder.plan(night: night)
            try recorder.observe(night: night, in: run)
            try recorder.finish(run)
        }
        try recorder.inventory.close()
    }

    package func plan(night: Int) throws -> Run {
        let run = try inventory.beginRun(
            at: SyntheticEndpoints.time(ofNight: night), fleet: endpoints.fleet, fleetSHA256: "",
            toolVersion: "synthetic")
        for numbers in batches(of: Self.planBatch) {
            try inventory.record(plan: numbers.map(endpoints.planned), in: run)
        }
        return run
    }

    /// How many measurements the run has still to make.
    package func pending(in run: Run) throws -> Int { try inventory.pending(in: run).count }

    package func observe(night: Int, in run: Run) throws {
        for numbers in batches(of: Self.batch) {
            let seen = endpoints.arriving(numbers, night: night)
            try inventory.record(seen.flatMap { endpoints.observations(of: $0, night: night) }, in: run)
        }
    }

    @discardableResult
    package func finish(_ run: Run) throws -> Run { try inventory.finish(run, at: run.started) }

    private func batches(of size: Int) -> some Sequence<Range<Int>> {
        stride(from: 0, to: endpoints.count, by: size).lazy.map { $0..<min($0 + size, endpoints.count) }
    }
}
