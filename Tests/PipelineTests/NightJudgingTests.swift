import Documents
import Foundation
import Inventory
import Model
import Pipeline
import Rules
import Store
import SyntheticFleet
import Testing

/// The same nights judged in both ways: what changed alone, and everything.
struct NightJudgingTests {
    private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let tables = ["h_verdict", "h_tally", "h_finding", "h_finding_event", "h_rule"]

    private struct Nights {
        let endpoints: SyntheticEndpoints
        let inventory: InventoryStore
        let rules: RuleBook
        let isThorough: Bool
        var fleet: Fleet

        init(_ folder: TestFolder, _ rules: RuleBook, isThorough: Bool) throws {
            endpoints = try SyntheticEndpoints(seed: 5, count: 400)
            let path = "\(folder.path)/\(isThorough ? "whole" : "changed").db"
            inventory = try InventoryStore.open(path: path, vocabulary: SyntheticEndpoints.vocabulary)
            fleet = endpoints.fleet
            self.rules = rules
            self.isThorough = isThorough
        }

        /// How many rules were asked about everything.
        func run(_ night: Int, _ numbers: Range<Int>, rules: RuleBook? = nil) throws -> Int {
            let run = try inventory.beginRun(
                at: SyntheticEndpoints.time(ofNight: night), fleet: fleet, fleetSHA256: "", toolVersion: "synthetic")
            try inventory.record(plan: numbers.map(endpoints.planned), in: run)
            try inventory.record(numbers.flatMap { endpoints.observations(of: $0, night: night) }, in: run)
            let finished = try inventory.finish(run, at: run.started)
            var whole = 0
            var judging = NightJudging(inventory: inventory, rules: rules ?? self.rules, fleet: fleet)
            judging.isThorough = isThorough
            try judging.judge(finished, at: finished.started) { if case .whole = $0 { whole += 1 } }
            return whole
        }

        func rows(_ table: String) throws -> [String] {
            let file = try StoreFile(path: inventory.path, migrations: [], create: false)
            defer { try? file.close() }
            return try file.read { session in
                try session.rows("SELECT * FROM \(table)") { row in
                    // Numbers of intervals are given in the order of writing, which is not the same.
                    row.values.filter { $0.column != "verdict_id" }.map { "\($0.column)=\($0.value)" }
                        .joined(separator: " ")
                }
            }.sorted()
        }
    }

    @Test func `judging what changed leads to the rows of judging everything`() throws {
        let folder = try TestFolder()
        let log = DiagnosticLog()
        let rules = try #require(
            try RuleBook.load(folders: ["\(root)/rules"], vocabulary: SyntheticEndpoints.vocabulary, log: log))
        let fewer = rules.choosing { $0.id != "tls-1-3-missing" }
        let (changed, thorough) = (
            try Nights(folder, rules, isThorough: false), try Nights(folder, rules, isThorough: true)
        )
        var whole: [Int] = []
        // Endpoints join and leave, a rule pauses, many change at once.
        for (night, numbers, book) in [
            (1, 0..<380, rules), (2, 0..<400, rules), (3, 0..<390, rules), (4, 10..<400, fewer), (5, 0..<400, rules),
            (6, 0..<200, rules), (7, 0..<200, rules),
        ] {
            whole.append(try changed.run(night, numbers, rules: book))
            #expect(try thorough.run(night, numbers, rules: book) == book.rules.count)
            for table in Self.tables {
                let (left, right) = (Set(try changed.rows(table)), Set(try thorough.rows(table)))
                #expect(left.subtracting(right).sorted().prefix(3) == [], "\(table), night \(night)")
                #expect(right.subtracting(left).sorted().prefix(3) == [], "\(table), night \(night)")
            }
        }
        let always = rules.rules.filter { !$0.isOwnRowsOnly }.count
        #expect(whole[0] == rules.rules.count)
        #expect(whole[1] == always)
        #expect(whole[4] == always + 1, "a rule that was not judged in the night before is asked about everything")
        #expect(whole[5] == rules.rules.count, "half the endpoints are gone")
        #expect(whole[6] == always)
        try changed.inventory.close()
        try thorough.inventory.close()
    }
}
