import Foundation
import Inventory
import Model
import Rules
import Store
import Synchronization

/// Judges a finished run and remembers what the rules say.
///
/// Where a run was judged before, rules that look at one endpoint alone are asked about the endpoints that changed, as
/// they were and as they are: what they say of all others is known. Rules that compare endpoints, or ask for the day, are
/// asked about everything. Both ways lead to the same rows.
package struct NightJudging {
    package let inventory: InventoryStore
    package let rules: RuleBook
    package let fleet: Fleet
    package var limits = ReadingLimits.rule
    package var support: KnownSupport?
    /// Everything is judged, whatever is known.
    package var isThorough = false

    package init(inventory: InventoryStore, rules: RuleBook, fleet: Fleet) {
        self.inventory = inventory
        self.rules = rules
        self.fleet = fleet
    }

    /// `watch` sees what is handed over, rule by rule.
    @discardableResult
    package func judge(_ run: Run, at time: Timestamp, watch: (JudgedRule) -> Void = { _ in }) throws -> Run {
        try SharedFactorSearch(inventory: inventory).run()
        try support?.derive(in: inventory, on: run.started.day)
        let basis = isThorough ? nil : try inventory.basis(for: run, rules: rules.texts)
        let known = try basis.map { try changes($0, run) } ?? [:]
        return try inventory.record(rules: rules.texts, fleet: fleet, in: run, at: time, basis: basis) { remember in
            func take(_ said: JudgedRule) throws {
                watch(said)
                try remember(said)
            }
            var left = known.keys.sorted()[...]
            try judge(rules.choosing { known[$0.id] == nil }, database: inventory.path, run) { judgement in
                while let next = left.first, next < judgement.rule, let said = known[next] {
                    try take(said)
                    left = left.dropFirst()
                }
                try take(.whole(judgement))
            }
            for rule in left { try known[rule].map(take) }
        }
    }

    /// What rules that look at one endpoint alone say of the endpoints that changed.
    private func changes(_ basis: JudgingBasis, _ run: Run) throws -> [String: JudgedRule] {
        let asked = rules.choosing { $0.isOwnRowsOnly && $0.text.status != .retired && basis.rules.contains($0.id) }
        return try TemporaryFolder.with { folder in
            let paths = (before: "\(folder)/before.db", now: "\(folder)/now.db")
            try layOut([(basis.before, paths.before), (run, paths.now)], of: basis.changed)
            let judged = (try judgement(in: paths.before, asked, run), try judgement(in: paths.now, asked, run))
            return zip(judged.0, judged.1).reduce(into: [:]) { known, pair in
                // A rule that failed on either side says nothing of anybody: it is asked about everything.
                guard pair.0.error == nil, pair.1.error == nil else { return }
                known[pair.0.rule] = .changed(before: pair.0, now: pair.1)
            }
        }
    }

    /// Each on a thread and a connection of its own.
    private func layOut(_ states: [(run: Run, path: String)], of endpoints: [Int]) throws {
        let (path, vocabulary) = (inventory.path, inventory.vocabulary)
        let ends = Mutex<[any Error]>([])
        DispatchQueue.concurrentPerform(iterations: states.count) { index in
            do {
                let store = try InventoryStore.open(path: path, vocabulary: vocabulary, create: false)
                try store.state(asOf: states[index].run, of: endpoints, at: states[index].path).close()
                try store.close()
            } catch {
                ends.withLock { $0.append(error) }
            }
        }
        if let error = ends.withLock({ $0.first }) { throw error }
    }

    private func judgement(in database: String, _ rules: RuleBook, _ run: Run) throws -> [RuleJudgement] {
        var judged: [RuleJudgement] = []
        try judge(rules, database: database, run) { judged.append($0) }
        return judged
    }

    private func judge(
        _ rules: RuleBook, database: String, _ run: Run, _ take: (RuleJudgement) throws -> Void
    ) throws {
        try Judge(rules, vocabulary: inventory.vocabulary, now: run.started, limits: limits)
            .judge(database: database, take)
    }
}

/// A folder that is gone afterwards.
enum TemporaryFolder {
    static func with<Answer>(_ body: (String) throws -> Answer) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let answer = Result { try body(folder.path) }
        try FileManager.default.removeItem(at: folder)
        return try answer.get()
    }
}
