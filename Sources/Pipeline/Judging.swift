import Inventory
import Model
import Rules

extension Workspace {
    /// What the rules say about the store's current state, as of a moment.
    func judge(_ inventory: InventoryStore, at time: Timestamp) throws -> Judgement {
        try SharedFactorSearch(inventory: inventory).run()
        return try Judge(rules, vocabulary: vocabulary, now: time).judge(database: inventory.path)
    }

    func remember(_ judgement: Judgement, of run: Run, in inventory: InventoryStore, at time: Timestamp) throws
        -> ScanSummary
    {
        let judged = try inventory.record(judgement, rules: rules.texts, fleet: fleet, in: run, at: time)
        let exceptions = try exceptionReviews(inventory, on: run.started.day)
        return try ScanSummary(judged, inventory, judgement.errors, exceptions)
    }

    /// Judges the last run again, without a packet: for rules that were changed or added since.
    package func judgeAgain() throws -> ScanSummary {
        try withInventory { inventory in
            // A scan that is under way changes what would be judged.
            try inventory.lock()
            guard let run = try inventory.lastFinishedRun() else {
                throw PlaceError.missing("no finished run in \(databaseFile)", hint: "run 'lagebild scan' first")
            }
            return try remember(judge(inventory, at: run.started), of: run, in: inventory, at: now)
        }
    }
}
