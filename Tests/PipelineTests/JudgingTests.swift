import Foundation
import Inventory
import Model
import Rules
import Scanning
import Store
import Testing

@testable import Pipeline

@Test func `the last run is not judged again while a scan writes to the store`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lagebild-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "lagebild.db").path
    let now = Day(year: 2026, month: 11, day: 23).start
    let fleet = TestFleet.make(window: nil)
    let book = try #require(try RuleBook.load(folders: [], vocabulary: Probes.vocabulary, log: .init()))
    let workspace = Workspace(
        fleetFile: folder.appending(path: "fleet.yaml").path, fleet: fleet, databaseFile: path, rules: book,
        available: book, installed: book,
        vocabulary: Probes.vocabulary, warnings: [], now: now)

    let store = try InventoryStore.open(path: path, vocabulary: Probes.vocabulary)
    let first = try store.beginRun(at: now, fleet: fleet, fleetSHA256: "", toolVersion: "0")
    try store.finish(first, at: now)
    #expect(throws: StoreError.self) { try workspace.judgeAgain() }
    try store.close()
    #expect(try workspace.judgeAgain().run == first.name)
}
