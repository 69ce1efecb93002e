import Inventory
import Model

extension Workspace {
    /// What changed between two runs: the ones named, else the last two that finished.
    package func difference(from: String?, to: String?) throws -> RunDifference {
        try withInventory { inventory in
            let last = try to.map { try run(named: $0, in: inventory) } ?? lastRun(of: inventory)
            guard let first = try from.map({ try run(named: $0, in: inventory) }) ?? previous(of: last, in: inventory)
            else {
                throw PlaceError.missing(
                    "run \(last.name) is the first: nothing to compare with", hint: "scan once more")
            }
            return try inventory.difference(from: first, to: last)
        }
    }

    /// A run by its name, or the last one before a day.
    func run(named text: String, in inventory: InventoryStore) throws -> Run {
        guard let day = Day(text) else { return try inventory.run(named: text) }
        guard let run = try inventory.lastFinishedRun(before: day.start.adding(days: 1)) else {
            throw PlaceError.missing("no run on or before \(text)", hint: "name a later day")
        }
        return run
    }

    private func previous(of run: Run, in inventory: InventoryStore) throws -> Run? {
        try inventory.runs().last { $0.state == .finished && $0.sequence < run.sequence }
    }
}
