import Foundation
import Inventory
import Model
import Rules

extension Workspace {
    /// Asks the rules about the store's current state, which is that of a finished run, and remembers what they say.
    func judge(_ run: Run, in inventory: InventoryStore, at time: Timestamp) throws -> ScanSummary {
        var judging = NightJudging(inventory: inventory, rules: rules, fleet: fleet)
        judging.limits = ruleLimits
        judging.support = try software.support(for: rules)
        let judged = try judging.judge(run, at: time)
        try inventory.record(packs: rules.packs.map(KeptPack.init), in: run)
        return try ScanSummary(judged, inventory, exceptionReviews(inventory, on: run.started.day))
    }

    /// Judges the last run again, without a packet: for rules that were changed or added since.
    package func judgeAgain() throws -> ScanSummary {
        try withInventory { inventory in
            // A scan that is under way changes what would be judged.
            try inventory.lock()
            return try judge(lastRun(of: inventory), in: inventory, at: now)
        }
    }

    /// What these rules say of a finished run, now or long ago, without a packet and without writing anything into the
    /// store: same observations, same rules, same judgement.
    package func judgement(asOf name: String?, by rules: RuleBook) throws -> PastJudgement {
        try withInventory { inventory in
            try pastJudgement(
                of: name.map { try run(named: $0, in: inventory) } ?? lastRun(of: inventory), rules, inventory)
        }
    }

    func pastJudgement(of run: Run, _ rules: RuleBook, _ inventory: InventoryStore) throws -> PastJudgement {
        let judgement = try TemporaryFolder.with { folder in
            let state = try inventory.state(asOf: run, at: "\(folder)/state.db")
            try SharedFactorSearch(inventory: state).run()
            try software.support(for: rules)?.derive(in: state, on: run.started.day)
            let judge = Judge(rules, vocabulary: vocabulary, now: run.started, limits: ruleLimits)
            let judgement = try judge.judge(database: state.path)
            try state.close()
            return judgement
        }
        return PastJudgement(
            run: run, rules: rules, judgement: judgement, endpoints: try inventory.endpoints(asOf: run))
    }

    func lastRun(of inventory: InventoryStore) throws -> Run {
        if let run = try inventory.lastFinishedRun() { return run }
        throw PlaceError.missing("no finished run in \(databaseFile)", hint: "run 'lagebild scan' first")
    }
}

/// What rules say of a run that may be long over.
package struct PastJudgement: Sendable {
    package let run: Run
    package let rules: RuleBook
    package let judgement: Judgement
    /// By id.
    package let endpoints: [Int: Endpoint]
}

extension KeptPack {
    fileprivate init(_ pack: RulePack) {
        self.init(
            name: pack.name, version: pack.version, sha256: pack.source.sha256,
            files: pack.source.files.reduce(into: [:]) { $0[$1.name] = $1.text })
    }
}
