import Inventory
import Model
import Store
import Testing

@Suite struct GrowthTests {
    @Test func `a second run without changes lets the file grow by less than two per cent`() throws {
        let test = try TestStore()
        let servers = (0..<1_000).map {
            TestServer(name: "h\($0).example.org", address: "192.0.\($0 / 250).\($0 % 250 + 1)", certificate: "c\($0)")
        }
        let deviating = servers.prefix(300).map(\.name)
        try test.night(servers, deviating: deviating)
        let first = try pages(test)
        try test.night(servers, deviating: deviating)
        let second = try pages(test)
        #expect(first > 100)
        #expect(Double(second) <= Double(first) * 1.02, "\(first) pages, then \(second)")
    }

    @Test func `after closing, everything stands in the one file`() throws {
        let test = try TestStore()
        try test.night([TestServer(name: "www.example.org")])
        try test.store.close()
        #expect(try test.files() == ["inventory.sqlite", "inventory.sqlite.lock"])
    }

    private func pages(_ test: TestStore) throws -> Int {
        try test.store.checkpoint()
        return try Dump.count("PRAGMA page_count", of: test.path)
    }
}
