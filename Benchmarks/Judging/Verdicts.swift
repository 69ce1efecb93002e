import Cryptography
import Documents
import Foundation
import Inventory
import Model
import Rules
import Scanning
import Store
import SyntheticFleet

/// What the benchmark asks of the rules and of what is stored about them.
struct Verdicts {
    let recorder: FleetRecorder
    let rules: RuleBook

    /// Every pack that is shipped, whether a fleet would choose it or not.
    static func rules(in folder: String) throws -> RuleBook {
        let log = DiagnosticLog()
        guard let book = try RuleBook.load(folders: [folder], vocabulary: SyntheticEndpoints.vocabulary, log: log)
        else {
            throw BenchmarkError(text: log.errors.map(\.description).joined(separator: "\n"))
        }
        return book
    }

    /// Judges with every rule, or only one.
    func judge(at time: Timestamp, only rule: String? = nil) throws -> Judgement {
        let chosen = rule.map { id in rules.choosing { $0.id == id } } ?? rules
        return try Judge(chosen, vocabulary: SyntheticEndpoints.vocabulary, now: time)
            .judge(database: recorder.inventory.path)
    }

    func remember(_ judgement: Judgement, of run: Run) throws {
        try recorder.inventory.record(
            judgement, rules: rules.texts, fleet: recorder.endpoints.fleet, in: run, at: run.started)
    }

    /// The part of judging that looks for RSA keys with a prime in common.
    func sharedFactors() throws -> (keys: Int, pairs: Int) {
        let rows = try recorder.inventory.texts(["modulus"], of: RSAKeyFact.table)
        let moduli = Set(rows.map { $0.values[0] }).sorted().map { [UInt8](hexText: $0) ?? [] }
        return (moduli.count, SharedFactors.pairs(among: moduli).count)
    }

    /// One number the store knows.
    func count(_ sql: String) throws -> Int {
        let database = try ReadOnlyDatabase(
            path: recorder.inventory.path,
            words: PublicWords(SyntheticEndpoints.vocabulary, others: PublicViews.columns),
            now: SyntheticEndpoints.time(ofNight: 1), dialect: .console, limits: .rule)
        guard case .integer(let number)? = try database.rows(of: database.prepare(sql), limit: 1).rows.first?.first
        else { return 0 }
        return number
    }
}

struct BenchmarkError: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}
