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

@Test func `what is stored as a change of something earlier is read as it was, run by run`() throws {
    let test = try TestStore()
    var runs: [(run: Run, certificate: String)] = []
    for certificate in ["first-\(String(repeating: "ab", count: 40))", "second", "third", "second"] {
        let run = try test.night([TestServer(name: "www.example.org", certificate: certificate)])
        runs.append((run, certificate))
    }
    let file = try StoreFile(path: test.path, migrations: [], create: false)
    #expect(try file.read { try $0.count("SELECT count(*) FROM h_part WHERE base_part_id IS NOT NULL") } > 0)
    let deeper = """
        SELECT count(*) FROM h_part p JOIN h_part b ON b.part_id = p.base_part_id WHERE b.base_part_id IS NOT NULL
        """
    #expect(try file.read { try $0.count(deeper) } == 0)
    for (number, (run, certificate)) in runs.enumerated() {
        let past = try test.store.state(asOf: run, at: "\(test.path)-\(number)")
        let seen = try past.texts(["sha256"], of: try #require(test.store.vocabulary.table("certificate")))
        #expect(seen.map { $0.values[0] } == [certificate], "\(run.name)")
        try past.close()
    }
    try file.close()
}
