import Documents
import Foundation
import Harmonisation
import Inventory
import Model
import Reports
import Rules
import Scanning
import Testing

@testable import Pipeline

/// The report's pages on harmonisation hold the figures of the stage; those of `examples/emh` were computed by hand.
@Suite struct HarmonisationPictureTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let folder: TestFolder
    private let workspace: Workspace

    init() throws {
        folder = try TestFolder()
        let now = TestFolder.now
        let (fleet, _) = try FleetFile.load(at: root.appending(path: "examples/emh/fleet.yaml").path, today: now.day)
        let path = "\(folder.path)/lagebild.db"
        let store = try InventoryStore.open(path: path, vocabulary: Probes.vocabulary)
        for days in [-31, 0] {
            let run = try store.beginRun(
                at: now.adding(days: days), fleet: fleet, fleetSHA256: "", toolVersion: "0")
            try store.finish(run, at: run.started)
        }
        try store.close()
        let book = try #require(try RuleBook.load(folders: [], vocabulary: Probes.vocabulary, log: .init()))
        var workspace = Workspace(
            fleetFile: "", fleet: fleet, databaseFile: path, rules: book, available: book, installed: book,
            vocabulary: Probes.vocabulary, warnings: [], now: now)
        workspace.software =
            Places(
                fleet: nil, database: nil, rules: root.appending(path: "rules").path, program: nil
            ).software
        self.workspace = workspace
    }

    private func picture() throws -> Picture.Harmonisation { try #require(try HarmonisationPicture.make(workspace)) }

    @Test func `every domain has the figures of the stage`() throws {
        let picture = try picture()
        let comparison = workspace.fleet.comparison(on: TestFolder.now.day)
        #expect(picture.bodies == comparison.bodies)
        #expect(Set(picture.domains.map(\.id)) == Set(comparison.domains))
        let whole = comparison.cooperation
        #expect(picture.index == whole.index)
        #expect(picture.totals.known == whole.known && picture.totals.answers == whole.answers)
        #expect(picture.totals.onTarget == whole.onTarget && picture.totals.withTarget == whole.withTarget)
        #expect(picture.totals.indexed == whole.indexedDomains)
        for domain in picture.domains {
            let figures = comparison.figures(of: domain.id)
            #expect(domain.index == figures.index)
            #expect(domain.known == figures.known && domain.withProduct == figures.withProduct)
            #expect(domain.onTarget == figures.onTarget.count)
            #expect(domain.shares.map(\.bodies) == figures.shares.map(\.bodies))
            #expect(domain.cells.count { $0.state == .unknown } == figures.unknown)
            #expect(domain.cells.count { $0.state == .none } == figures.none)
            #expect(domain.cells.count { $0.state == .onTarget } == figures.onTarget.count)
            #expect(domain.installations.count == figures.installations.count)
            #expect(domain.target?.migrations.count { $0.stage.isLeft } == comparison.distance(in: domain.id)?.left)
        }
    }

    /// Infoma for three of four, FinanzPlus for one that has planned to move: (9 + 1 − 4) / 12.
    @Test func `finance is as computed by hand, with names instead of ids`() throws {
        let finance = try #require(try picture().domains.first { $0.id == "finance" })
        #expect(finance.index == 0.5)
        #expect(finance.cells.map(\.state) == [.onTarget, .onTarget, .underWay, .onTarget])
        let target = try #require(finance.target)
        #expect(target.migrations.map(\.stage) == [.planned])
        #expect(target.migrations.first?.due == Day("2028-01-01"))
        #expect(target.burnDown.first?.month == Month(of: Day(year: 2026, month: 5, day: 1)))
        #expect(target.burnDown.first { $0.month == Month(of: Day(year: 2027, month: 12, day: 1)) }?.left == 1)
        // Nothing says when FinanzPlus goes, so both are live and the way is not at its end.
        #expect(target.burnDown.last?.left == 1)
        #expect(target.product != "infoma-newsystem" && finance.cells[0].uses[0].product == target.product)
    }

    @Test func `who falls with a provider, and contracts without a cost nobody shared`() throws {
        let picture = try picture()
        let failure = try #require(picture.failures.first { $0.thing == Picture.Common(.provider, "it-krz-muster") })
        let forms = try #require(picture.domains.first { $0.id == "forms" })
        #expect(
            Set(failure.losses.filter { $0.what == forms.name }.map(\.body)) == Set(workspace.fleet.comparedBodies))
        #expect(picture.contracts.count == workspace.fleet.comparison(on: TestFolder.now.day).contracts().count)
        #expect(picture.contracts.allSatisfy { $0.sharedCost == nil })
    }

    /// The same lists at both runs: the same index, and all that was known then.
    @Test func `the trend has a point for each run that recorded lists`() throws {
        let picture = try picture()
        #expect(picture.trend.map(\.day) == [TestFolder.now.adding(days: -31).day, TestFolder.now.day])
        let comparison = workspace.fleet.comparison(on: TestFolder.now.day)
        #expect(picture.trend.last?.index == picture.index)
        #expect(picture.trend.last?.known == comparison.cooperation.known)
        #expect(picture.trend.first?.indexes["finance"] == 0.5)
    }

    /// Finance as above: index 0.50, one of four still on the way.
    @Test func `the figures of a day are rows of every domain and body`() throws {
        let facts = try workspace.figures(on: TestFolder.now.day)
        let comparison = workspace.fleet.comparison(on: TestFolder.now.day)
        let domains = facts[HarmonisationDomainFact.self]
        #expect(domains.map(\.domain) == comparison.domains)
        let finance = try #require(domains.first { $0.domain == "finance" })
        #expect(finance.indexPercent == 50 && finance.coveragePercent == 100)
        #expect(finance.target == "infoma-newsystem" && finance.onTarget == 3 && finance.migrationsLeft == 1)
        let rows = try #require(facts.rows[HarmonisationBodyFact.table.name])
        #expect(rows.count >= comparison.bodies.count * comparison.domains.count)
    }

    @Test func `a fleet without usage lists has no such pages`() throws {
        let bare = Workspace(
            fleetFile: "", fleet: TestFleet.make(window: nil), databaseFile: workspace.databaseFile,
            rules: workspace.rules, available: workspace.available, installed: workspace.installed,
            vocabulary: workspace.vocabulary, warnings: [], now: workspace.now)
        #expect(try HarmonisationPicture.make(bare) == nil)
    }
}
