import Model
import Store
import Testing

@testable import Inventory

@Suite struct OldStoreTests {
    private let www = TestServer(name: "www.example.org")
    private let mail = TestServer(name: "mail.example.org", address: "192.0.2.2", body: "b")
    private let tables = [
        "h_verdict", "h_observation", "h_finding", "h_finding_event", "h_rule_number", "h_saying", "h_document_key",
        "h_part_key",
    ]

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
        DROP VIEW h_ruled_finding;
        DROP VIEW finding;
        DROP VIEW inherited_finding;
        CREATE TABLE old (
          finding_id INTEGER NOT NULL PRIMARY KEY, endpoint_id INTEGER NOT NULL REFERENCES h_endpoint,
          rule TEXT NOT NULL, key TEXT NOT NULL, severity TEXT NOT NULL, evidence TEXT NOT NULL,
          opened_run INTEGER NOT NULL REFERENCES h_run, opened_because TEXT NOT NULL,
          closed_run INTEGER REFERENCES h_run, due TEXT,
          measured INTEGER NOT NULL CHECK (measured IN (0, 1)), exception TEXT, excepted_until TEXT,
          certain INTEGER NOT NULL DEFAULT 1 CHECK (certain IN (0, 1)),
          judged INTEGER NOT NULL DEFAULT 1 CHECK (judged IN (0, 1)), UNIQUE (endpoint_id, rule, key)) STRICT;
        INSERT INTO old SELECT finding_id, endpoint_id, rule, key, severity, evidence, opened_run, opened_because,
          closed_run, due, measured, exception, excepted_until, certain, judged
          FROM h_finding JOIN h_rule_number USING (rule_number);
        DROP TABLE h_finding;
        ALTER TABLE old RENAME TO h_finding;
        CREATE INDEX h_finding_open ON h_finding (rule) WHERE closed_run IS NULL;
        CREATE INDEX h_finding_event_by_run ON h_finding_event (run_id, finding_id);
        DROP TABLE h_rule_number;
        DROP TABLE h_saying;

        CREATE TABLE old (
          document_id INTEGER NOT NULL PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, content TEXT NOT NULL, parts TEXT) STRICT;
        INSERT INTO old SELECT document_id, sha256, '', parts FROM h_document JOIN h_document_key USING (document_id);
        DROP TABLE h_document;
        DROP TABLE h_document_key;
        ALTER TABLE old RENAME TO h_document;
        CREATE TABLE old (
          part_id INTEGER NOT NULL PRIMARY KEY, digest BLOB NOT NULL UNIQUE,
          shape_id INTEGER NOT NULL REFERENCES h_shape, size INTEGER NOT NULL, content BLOB NOT NULL,
          base_part_id INTEGER REFERENCES h_part) STRICT;
        INSERT INTO old SELECT part_id, digest, shape_id, size, content, base_part_id FROM h_part
          JOIN h_part_key USING (part_id);
        DROP TABLE h_part;
        DROP TABLE h_part_key;
        ALTER TABLE old RENAME TO h_part;
        ALTER TABLE h_observation DROP COLUMN seen_at;
        ALTER TABLE h_observation DROP COLUMN room;
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
            let back = StoreMigration(name: "back", sql: Self.before)
            var file = try StoreFile(path: test.path, migrations: HistoryTables.migrations, create: false)
            try file.write(listPartsAsText)
            try file.close()
            file = try StoreFile(path: test.path, migrations: HistoryTables.migrations + [back], create: false)
            try file.write { try $0.script("DELETE FROM grdb_migrations WHERE identifier IN ('6 room', 'back')") }
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
    }

    /// Numbers are given in the order of names when a store is converted, of judging otherwise.
    private func numbered(_ row: String) -> String {
        row.split(separator: " ").filter { !$0.contains("rule_number=") && !$0.contains("saying_id=") }.joined(
            separator: " ")
    }
}
