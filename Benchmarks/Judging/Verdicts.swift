import Cryptography
import Documents
import Inventory
import Model
import Pipeline
import Rules
import Scanning
import SyntheticFleet

/// What the benchmark asks of the rules and of what is stored about them.
struct Verdicts {
    let recorder: FleetRecorder
    let rules: RuleBook

    /// Every pack that is shipped, whether a fleet would choose it or not.
    static func rules(in folder: String) throws -> RuleBook {
        let log = DiagnosticLog()
        guard let book = try RuleBook.load(folders: [folder], vocabulary: SyntheticEndpoints.vocabulary, log: log)
        else { throw BenchmarkError(text: log.errors.map(\.description).joined(separator: "\n")) }
        return book
    }

    /// Judges and remembers, as after a scan.
    func judge(_ run: Run, _ watch: (JudgedRule) -> Void) throws {
        try NightJudging(inventory: recorder.inventory, rules: rules, fleet: recorder.endpoints.fleet)
            .judge(run, at: run.started, watch: watch)
    }

    /// Judges with every rule, or only one, and remembers nothing.
    func judge(at time: Timestamp, only rule: String? = nil, _ take: (RuleJudgement) throws -> Void) throws {
        let chosen = rule.map { id in rules.choosing { $0.id == id } } ?? rules
        try Judge(chosen, vocabulary: SyntheticEndpoints.vocabulary, now: time)
            .judge(database: recorder.inventory.path, take)
    }

    /// The part of judging that looks for RSA keys with a prime in common.
    func sharedFactors() throws -> (keys: Int, pairs: Int) {
        let rows = try recorder.inventory.texts(["modulus"], of: RSAKeyFact.table)
        let moduli = Set(rows.map { $0.values[0] }).sorted().map { [UInt8](hexText: $0) ?? [] }
        return (moduli.count, SharedFactors.pairs(among: moduli).count)
    }
}

struct BenchmarkError: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}
