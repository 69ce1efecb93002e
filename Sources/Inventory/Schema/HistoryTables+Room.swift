extension HistoryTables {
    /// What makes a night in which little changed add little to the file:
    ///
    /// - `room` is given up by a row that ends: it becomes no longer by its `until_run`, and a full page need not be split.
    /// - Rules are numbers in verdicts and findings, and so is what rules say, which is much the same of many endpoints.
    /// - Digests stand in one place each, where documents and parts are looked up by them.
    /// - Documents list their parts as bytes (`PartList`); `parts` is the list of older ones.
    /// - `seen_at` is in seconds; `seen` is empty where it is known.
    static let room = observations + documents + verdicts + findings

    private static let observations = """
        ALTER TABLE h_observation ADD COLUMN seen_at INTEGER;
        ALTER TABLE h_observation ADD COLUMN room BLOB DEFAULT x'0000';

        """

    private static let documents = """
        CREATE TABLE h_document_key (
          sha256 BLOB NOT NULL PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES h_document) STRICT, WITHOUT ROWID;
        INSERT INTO h_document_key SELECT sha256, document_id FROM h_document;
        CREATE TABLE h_document_next (
          document_id INTEGER NOT NULL PRIMARY KEY, content TEXT, parts TEXT, part_list BLOB) STRICT;
        INSERT INTO h_document_next (document_id, content, parts)
          SELECT document_id, nullif(content, ''), parts FROM h_document ORDER BY document_id;
        DROP TABLE h_document;
        ALTER TABLE h_document_next RENAME TO h_document;

        CREATE TABLE h_part_key (
          digest BLOB NOT NULL PRIMARY KEY, part_id INTEGER NOT NULL REFERENCES h_part) STRICT, WITHOUT ROWID;
        INSERT INTO h_part_key SELECT digest, part_id FROM h_part;
        CREATE TABLE h_part_next (
          part_id INTEGER NOT NULL PRIMARY KEY, shape_id INTEGER NOT NULL REFERENCES h_shape, size INTEGER NOT NULL,
          content BLOB NOT NULL, base_part_id INTEGER REFERENCES h_part) STRICT;
        INSERT INTO h_part_next SELECT part_id, shape_id, size, content, base_part_id FROM h_part ORDER BY part_id;
        DROP TABLE h_part;
        ALTER TABLE h_part_next RENAME TO h_part;

        """

    private static let verdicts = """
        CREATE TABLE h_rule_number (rule_number INTEGER NOT NULL PRIMARY KEY, rule TEXT NOT NULL UNIQUE) STRICT;
        INSERT INTO h_rule_number (rule) SELECT rule FROM h_verdict UNION SELECT rule FROM h_finding ORDER BY rule;
        CREATE TABLE h_saying (
          saying_id INTEGER NOT NULL PRIMARY KEY, verdict TEXT NOT NULL, evidence TEXT NOT NULL,
          UNIQUE (evidence, verdict)) STRICT;
        INSERT INTO h_saying (verdict, evidence) SELECT DISTINCT verdict, evidence FROM h_verdict ORDER BY 1, 2;

        CREATE TABLE h_verdict_next (
          verdict_id INTEGER NOT NULL PRIMARY KEY, rule_number INTEGER NOT NULL REFERENCES h_rule_number,
          endpoint_id INTEGER NOT NULL REFERENCES h_endpoint, saying_id INTEGER NOT NULL REFERENCES h_saying,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          room BLOB DEFAULT x'0000') STRICT;
        INSERT INTO h_verdict_next
          SELECT v.verdict_id, n.rule_number, v.endpoint_id, s.saying_id, v.from_run, v.until_run,
            CASE WHEN v.until_run IS NULL THEN x'0000' END
          FROM h_verdict v JOIN h_rule_number n ON n.rule = v.rule
          JOIN h_saying s ON s.evidence = v.evidence AND s.verdict = v.verdict ORDER BY v.verdict_id;
        DROP TABLE h_verdict;
        ALTER TABLE h_verdict_next RENAME TO h_verdict;
        CREATE UNIQUE INDEX h_verdict_open ON h_verdict (rule_number, endpoint_id) WHERE until_run IS NULL;
        CREATE INDEX h_verdict_ended ON h_verdict (rule_number, endpoint_id, until_run) WHERE until_run IS NOT NULL;

        """

    /// The views are made again with the vocabulary's tables. Events are numbered in the order of runs: they need no index
    /// by run.
    private static let findings = """
        DROP VIEW IF EXISTS finding;
        DROP VIEW IF EXISTS inherited_finding;
        CREATE TABLE h_finding_next (
          finding_id INTEGER NOT NULL PRIMARY KEY, endpoint_id INTEGER NOT NULL REFERENCES h_endpoint,
          rule_number INTEGER NOT NULL REFERENCES h_rule_number, key TEXT NOT NULL, severity TEXT NOT NULL,
          evidence TEXT NOT NULL, opened_run INTEGER NOT NULL REFERENCES h_run, opened_because TEXT NOT NULL,
          closed_run INTEGER REFERENCES h_run, due TEXT,
          measured INTEGER NOT NULL CHECK (measured IN (0, 1)), exception TEXT, excepted_until TEXT,
          certain INTEGER NOT NULL DEFAULT 1 CHECK (certain IN (0, 1)),
          judged INTEGER NOT NULL DEFAULT 1 CHECK (judged IN (0, 1)), room BLOB DEFAULT x'0000',
          UNIQUE (endpoint_id, rule_number, key)) STRICT;
        INSERT INTO h_finding_next
          SELECT f.finding_id, f.endpoint_id, n.rule_number, f.key, f.severity, f.evidence, f.opened_run,
            f.opened_because, f.closed_run, f.due, f.measured, f.exception, f.excepted_until, f.certain, f.judged,
            CASE WHEN f.closed_run IS NULL THEN x'0000' END
          FROM h_finding f JOIN h_rule_number n ON n.rule = f.rule ORDER BY f.finding_id;
        DROP TABLE h_finding;
        ALTER TABLE h_finding_next RENAME TO h_finding;
        CREATE INDEX h_finding_open ON h_finding (rule_number) WHERE closed_run IS NULL;
        CREATE VIEW h_ruled_finding AS SELECT f.*, n.rule FROM h_finding f
          JOIN h_rule_number n ON n.rule_number = f.rule_number;
        DROP INDEX h_finding_event_by_run;
        """
}
