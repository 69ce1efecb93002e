import Model
import Store
import Testing

@testable import Inventory

@Suite struct OldStoreTests {
    private let www = TestServer(name: "www.example.org")
    private let mail = TestServer(name: "mail.example.org", address: "192.0.2.2", body: "b")
    private let tables = ["h_verdict", "h_observation", "h_finding", "h_finding_event", "h_rule_number", "h_saying"]

    /// The file as it was before rules had numbers and rows had room.
    private static let before = """
        CREATE TABLE old (
          verdict_id INTEGER NOT NULL PRIMARY KEY, rule TEXT NOT NULL,
          endpoint_id INTEGER NOT NULL REFERENCES h_endpoint, verdict TEXT NOT NULL, evidence TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run) STRICT;
        INSERT INTO old SELECT verdict_id, rule, endpoint_id, verdict, evidence, from_run, until_run
          FROM h_verdict JOIN h_rule_number USING (rule_number) JOIN h_saying USING (saying_id);
        DROP TABLE h_verdict;
        ALTER TABLE old RENAME TO h_verdict;
        DROP TABLE h_rule_number;
        DROP TABLE h_saying;
        ALTER TABLE h_finding DROP COLUMN room;
        ALTER TABLE h_observation DROP COLUMN room;
        DELETE FROM grdb_migrations WHERE identifier = '6 room';
        """

    private func nights(_ test: TestStore, _ third: (TestStore) throws -> TestStore) throws -> [String] {
        let rules = [RuleText.test("tls-old"), .test("tls-bad")]
        try test.night([www, mail], deviating: ["www.example.org"], rules: rules)
        try test.night([www, mail], deviating: ["mail.example.org"], rules: rules)
        let later = try third(test)
        try later.night([www, mail], deviating: ["www.example.org"], rules: rules, evidence: "TLSv1.1")
        return try Dump.tables(tables, of: later.path)
    }

    @Test func `a store from before rules had numbers goes on as if it always had them`() throws {
        let straight = try nights(try TestStore()) { $0 }
        let converted = try nights(try TestStore()) { test in
            try test.store.close()
            let file = try StoreFile(path: test.path, migrations: [], create: false)
            try file.write { session in
                try session.script(Self.before)
                try listPartsAsText(session)
            }
            try file.close()
            return try TestStore(reopening: test)
        }
        #expect(converted.count > 10)
        #expect(straight.map(numbered).sorted() == converted.map(numbered).sorted())
    }

    private func listPartsAsText(_ session: StoreSession) throws {
        let lists = try session.rows("SELECT document_id, parts, part_list FROM h_document") {
            (id: try $0.integer("document_id"), numbers: try PartList($0).numbers)
        }
        for list in lists {
            try session.run(
                "UPDATE h_document SET parts = ? WHERE document_id = ?",
                "[\(list.numbers.map(String.init).joined(separator: ","))]", list.id)
        }
        try session.script("ALTER TABLE h_document DROP COLUMN part_list")
    }

    /// Numbers are given in the order of names when a store is converted, of judging otherwise.
    private func numbered(_ row: String) -> String {
        row.split(separator: " ").filter { !$0.contains("rule_number=") && !$0.contains("saying_id=") }.joined(
            separator: " ")
    }
}
