import Inventory
import Model
import Rules

extension Workspace {
    /// Asks the rules about the store's current state, which is that of a finished run, and remembers what they say.
    func judge(_ run: Run, in inventory: InventoryStore, at time: Timestamp) throws -> ScanSummary {
        try SharedFactorSearch(inventory: inventory).run()
        let judge = Judge(rules, vocabulary: vocabulary, now: run.started)
        let judged = try inventory.record(rules: rules.texts, fleet: fleet, in: run, at: time) { take in
            try judge.judge(database: inventory.path, take)
        }
        return try ScanSummary(judged, inventory)
    }

    /// Judges the last run again, without a packet: for rules that were changed or added since.
    package func judgeAgain() throws -> ScanSummary {
        try withInventory { inventory in
            // A scan that is under way changes what would be judged.
            try inventory.lock()
            guard let run = try inventory.lastFinishedRun() else {
                throw PlaceError.missing("no finished run in \(databaseFile)", hint: "run 'lagebild scan' first")
            }
            return try judge(run, in: inventory, at: now)
        }
    }
}
