import Foundation
import Inventory
import Model
import Pipeline
import Testing

/// Twelve days of three municipalities and their provider, over real servers: what an officer is told of each of them
/// equals what was written down by hand beforehand.
@Suite(.serialized)
struct StoryTests {
    private static let good = "TLSv1.2 TLSv1.3"
    private static let bad = "TLSv1 TLSv1.2"
    private static let atA = "127.77.1.1"
    private static let provided = ["127.77.9.1", "127.77.9.2", "127.77.9.3"]

    @Test func `twelve runs are told as they were`() async throws {
        let town = try await StoryTown()
        do {
            try await live(in: town)
            try told(in: town)
        } catch {
            town.close()
            throw error
        }
        town.close()
    }

    private func live(in town: StoryTown) async throws {
        for address in StoryTown.all { try await town.serve(address, Self.good) }
        try await town.serve("127.77.2.1", "TLSv1.1 TLSv1.2")
        try town.writeRules(version: 1)
        try town.writeFleet()
        var counts: [String] = []
        for run in 1...12 {
            switch run {
            case 2, 4: try await town.serve(Self.atA, Self.bad)
            case 3: try await town.serve(Self.atA, Self.good)
            case 5: town.stop(Self.atA)
            case 6: try await town.serve(Self.atA, Self.bad)
            case 7: try town.writeRules(version: 2, second: "active")
            case 8: try town.writeFleet(exceptionUntil: town.day(8))
            case 10: for address in Self.provided { try await town.serve(address, Self.bad) }
            case 11:
                for address in Self.provided { try await town.serve(address, Self.good) }
                try town.writeFleet(withA: false, exceptionUntil: town.day(8))
            case 12:
                try await town.serve(Self.atA, Self.good)
                try town.writeFleet()
                try town.writeRules(version: 3, second: "retired")
            default: break
            }
            let summary = try await town.scan()
            counts.append(
                "\(run): \(summary.open) open, \(summary.excepted) excepted, \(summary.opened) new, "
                    + "\(summary.closed) closed, \(summary.coverage.measured) of \(summary.coverage.known)")
        }
        #expect(counts == Self.counts)
    }

    private func told(in town: StoryTown) throws {
        let log = try town.log()
        #expect(log == Self.log, "\(log.joined(separator: "\n"))")
        let steps = try (1...11).map { try town.difference($0, $0 + 1) }
        let balances = steps.enumerated().map { index, difference in
            difference.balances.filter { !$0.steps.isEmpty }.map { "\(index + 1)-\(index + 2) \($0)" }
        }
        #expect(balances.flatMap { $0 } == Self.balances, "\(balances.flatMap { $0 }.joined(separator: "\n"))")
        let whole = try town.difference(1, 12)
        #expect(whole.balances.filter { !$0.steps.isEmpty }.isEmpty && whole.balances.count == 9)

        let events = steps.flatMap(\.events).map { "\($0.kind.rawValue) \($0.rule) \($0.bodies) \($0.findings)" }
        #expect(
            events == [
                "opened story-1-0 [\"a\", \"b\", \"c\"] [\"F-3\", \"F-4\", \"F-5\"]",
                "fixed story-1-0 [\"a\", \"b\", \"c\"] [\"F-3\", \"F-4\", \"F-5\"]",
            ])
        #expect(steps.flatMap(\.events).map(\.bond) == [.provider("krz"), .provider("krz")])
        #expect(
            steps.flatMap(\.exceptions).map { "\($0.id) \($0.kind.rawValue)" } == ["AUS-1 begun", "AUS-1 expired"])
        #expect(steps.map { $0.endpointsRemoved.map(\.label) }.flatMap { $0 } == ["127.77.1.1:443"])
        #expect(steps.map { $0.endpointsAdded.map(\.label) }.flatMap { $0 } == ["127.77.1.1:443"])
    }

    /// Written by hand from the story, before it was run.
    private static let counts = [
        "1: 0 open, 0 excepted, 0 new, 0 closed, 5 of 5", "2: 1 open, 0 excepted, 1 new, 0 closed, 5 of 5",
        "3: 0 open, 0 excepted, 0 new, 1 closed, 5 of 5", "4: 1 open, 0 excepted, 0 new, 0 closed, 5 of 5",
        "5: 1 open, 0 excepted, 0 new, 0 closed, 4 of 5", "6: 1 open, 0 excepted, 0 new, 0 closed, 5 of 5",
        "7: 2 open, 0 excepted, 1 new, 0 closed, 5 of 5", "8: 1 open, 1 excepted, 0 new, 0 closed, 5 of 5",
        "9: 2 open, 0 excepted, 0 new, 0 closed, 5 of 5", "10: 5 open, 0 excepted, 3 new, 0 closed, 5 of 5",
        "11: 2 open, 0 excepted, 0 new, 3 closed, 4 of 4", "12: 0 open, 0 excepted, 0 new, 1 closed, 5 of 5",
    ]

    private static let log = [
        "2 F-1 127.77.1.1:443 opened: change", "3 F-1 127.77.1.1:443 fixed: conforms",
        "4 F-1 127.77.1.1:443 reopened: TLSv1.0", "5 F-1 127.77.1.1:443 not-measured: refused",
        "6 F-1 127.77.1.1:443 measured-again: ", "8 F-1 127.77.1.1:443 excepted: AUS-1 until day 8",
        "9 F-1 127.77.1.1:443 exception-ended: AUS-1", "11 F-1 127.77.1.1:443 not-measured: no longer planned",
        "12 F-1 127.77.1.1:443 fixed: conforms", "7 F-2 127.77.2.1:443 opened: new-rule",
        "12 F-2 127.77.2.1:443 rule-retired: rule is retired", "10 F-3 127.77.9.1:443 opened: change",
        "11 F-3 127.77.9.1:443 fixed: conforms", "10 F-4 127.77.9.2:443 opened: change",
        "11 F-4 127.77.9.2:443 fixed: conforms", "10 F-5 127.77.9.3:443 opened: change",
        "11 F-5 127.77.9.3:443 fixed: conforms",
    ]

    private static let balances = [
        "1-2 findings: 0 + 1 change = 1", "1-2 urgent findings: 0 + 1 change = 1",
        "2-3 findings: 1 - 1 fixed = 0", "2-3 urgent findings: 1 - 1 fixed = 0",
        "3-4 findings: 0 + 1 reopened = 1", "3-4 urgent findings: 0 + 1 reopened = 1",
        "4-5 measured endpoints: 5 - 1 not-measured = 4", "4-5 certificates: 5 - 1 not-measured = 4",
        "4-5 software: 5 - 1 not-measured = 4",
        "5-6 measured endpoints: 4 + 1 measured = 5", "5-6 certificates: 4 + 1 measured = 5",
        "5-6 software: 4 + 1 measured = 5",
        "6-7 findings: 1 + 1 new-rule = 2",
        "7-8 findings: 2 - 1 excepted = 1", "7-8 urgent findings: 1 - 1 excepted = 0",
        "7-8 excepted findings: 0 + 1 excepted = 1", "7-8 exceptions: 0 + 1 begun = 1",
        "8-9 findings: 1 + 1 exception-ended = 2", "8-9 urgent findings: 0 + 1 exception-ended = 1",
        "8-9 excepted findings: 1 - 1 exception-ended = 0", "8-9 exceptions: 1 - 1 expired = 0",
        "9-10 findings: 2 + 3 change = 5", "9-10 urgent findings: 1 + 3 change = 4",
        "10-11 findings: 5 - 3 fixed = 2", "10-11 urgent findings: 4 - 3 fixed = 1",
        "10-11 endpoints: 5 - 1 removed = 4", "10-11 measured endpoints: 5 - 1 removed = 4",
        "10-11 certificates: 5 - 1 removed = 4", "10-11 software: 5 - 1 removed = 4",
        "11-12 findings: 2 - 1 fixed - 1 rule-retired = 0", "11-12 urgent findings: 1 - 1 fixed = 0",
        "11-12 endpoints: 4 + 1 added = 5", "11-12 measured endpoints: 4 + 1 added = 5",
        "11-12 certificates: 4 + 1 added = 5", "11-12 software: 4 + 1 added = 5",
    ]
}
