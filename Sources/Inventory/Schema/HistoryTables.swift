import Store

/// History: what was planned, seen and judged, kept as intervals of runs and written on change only.
///
/// An interval holds from `from_run` on, until before `until_run`; open ones have no `until_run`. A run without changes
/// writes its own row and nothing else. Migrations are never edited once shipped: a change is a further one.
enum HistoryTables {
    static let migrations = [
        StoreMigration(name: "1 history", sql: scanning + judging), StoreMigration(name: "2 parts", sql: parts),
        StoreMigration(name: "3 judgement", sql: judgement), StoreMigration(name: "4 bases", sql: bases),
        StoreMigration(name: "5 usage", sql: usage), StoreMigration(name: "6 room", sql: room),
        StoreMigration(name: "7 imports", sql: imports), StoreMigration(name: "8 harmonisation", sql: harmonisation),
    ]

    private static let scanning = """
        CREATE TABLE h_setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;

        CREATE TABLE h_run (
          run_id INTEGER NOT NULL PRIMARY KEY, day TEXT NOT NULL, number INTEGER NOT NULL,
          started TEXT NOT NULL, finished TEXT, judged TEXT,
          state TEXT NOT NULL CHECK (state IN ('open', 'interrupted', 'abandoned', 'finished')),
          fleet_sha256 TEXT NOT NULL, tool_version TEXT NOT NULL, note TEXT NOT NULL,
          planned INTEGER NOT NULL, answered INTEGER NOT NULL,
          UNIQUE (day, number)) STRICT;

        CREATE TABLE h_body (
          body TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, ags TEXT, owner TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          PRIMARY KEY (body, from_run)) STRICT;

        CREATE TABLE h_endpoint (
          endpoint_id INTEGER NOT NULL PRIMARY KEY, body TEXT NOT NULL, address TEXT NOT NULL, port INTEGER NOT NULL,
          transport TEXT NOT NULL, server_name TEXT NOT NULL,
          UNIQUE (server_name, port, address, body, transport)) STRICT;

        CREATE TABLE h_plan (
          plan_id INTEGER NOT NULL PRIMARY KEY, endpoint_id INTEGER NOT NULL REFERENCES h_endpoint,
          probe TEXT NOT NULL, service TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run) STRICT;
        CREATE UNIQUE INDEX h_plan_open ON h_plan (endpoint_id, probe) WHERE until_run IS NULL;
        CREATE INDEX h_plan_by_endpoint ON h_plan (endpoint_id);

        CREATE TABLE h_document (
          document_id INTEGER NOT NULL PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, content TEXT NOT NULL) STRICT;

        CREATE TABLE h_observation (
          observation_id INTEGER NOT NULL PRIMARY KEY, endpoint_id INTEGER NOT NULL REFERENCES h_endpoint,
          probe TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, seen TEXT NOT NULL,
          document_id INTEGER NOT NULL REFERENCES h_document,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run) STRICT;
        CREATE UNIQUE INDEX h_observation_open ON h_observation (endpoint_id, probe) WHERE until_run IS NULL;
        CREATE INDEX h_observation_ended ON h_observation (endpoint_id, probe, until_run) WHERE until_run IS NOT NULL;

        CREATE TABLE h_journal (plan_id INTEGER NOT NULL PRIMARY KEY, done INTEGER NOT NULL) STRICT;

        """

    private static let judging = """
        CREATE TABLE h_rule (
          rule TEXT NOT NULL, pack TEXT NOT NULL, status TEXT NOT NULL, severity TEXT NOT NULL, scope TEXT NOT NULL,
          title_de TEXT NOT NULL, title_en TEXT NOT NULL, why_de TEXT NOT NULL, why_en TEXT NOT NULL,
          fix_de TEXT NOT NULL, fix_en TEXT NOT NULL, action_de TEXT NOT NULL, action_en TEXT NOT NULL,
          deviates TEXT NOT NULL, sources TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          PRIMARY KEY (rule, from_run)) STRICT;

        CREATE TABLE h_tally (
          rule TEXT NOT NULL, conforms INTEGER NOT NULL, deviates INTEGER NOT NULL, phase_out INTEGER NOT NULL,
          not_listed INTEGER NOT NULL, not_applicable INTEGER NOT NULL, not_measured INTEGER NOT NULL,
          error TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          PRIMARY KEY (rule, from_run)) STRICT;

        CREATE TABLE h_verdict (
          verdict_id INTEGER NOT NULL PRIMARY KEY, rule TEXT NOT NULL,
          endpoint_id INTEGER NOT NULL REFERENCES h_endpoint, verdict TEXT NOT NULL, evidence TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run) STRICT;
        CREATE UNIQUE INDEX h_verdict_open ON h_verdict (rule, endpoint_id) WHERE until_run IS NULL;
        CREATE INDEX h_verdict_ended ON h_verdict (rule, endpoint_id, until_run) WHERE until_run IS NOT NULL;

        CREATE TABLE h_finding (
          finding_id INTEGER NOT NULL PRIMARY KEY, endpoint_id INTEGER NOT NULL REFERENCES h_endpoint,
          rule TEXT NOT NULL, key TEXT NOT NULL, severity TEXT NOT NULL, evidence TEXT NOT NULL,
          opened_run INTEGER NOT NULL REFERENCES h_run, opened_because TEXT NOT NULL,
          closed_run INTEGER REFERENCES h_run, due TEXT,
          measured INTEGER NOT NULL CHECK (measured IN (0, 1)), exception TEXT, excepted_until TEXT,
          UNIQUE (endpoint_id, rule, key)) STRICT;

        CREATE TABLE h_finding_event (
          event_id INTEGER NOT NULL PRIMARY KEY, finding_id INTEGER NOT NULL REFERENCES h_finding,
          run_id INTEGER NOT NULL REFERENCES h_run, kind TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
        CREATE INDEX h_finding_event_by_run ON h_finding_event (run_id, finding_id);
        CREATE INDEX h_finding_event_by_finding ON h_finding_event (finding_id, event_id);
        """

    /// Documents are lists of parts, one for each fact table: what many servers have in common is stored once, and a new
    /// certificate writes the parts it changes. `size` is in bytes before compression. `h_document.sha256` is the first half
    /// of it since then.
    private static let parts = """
        CREATE TABLE h_shape (
          shape_id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, shape TEXT NOT NULL UNIQUE) STRICT;

        CREATE TABLE h_part (
          part_id INTEGER NOT NULL PRIMARY KEY, digest BLOB NOT NULL UNIQUE,
          shape_id INTEGER NOT NULL REFERENCES h_shape, size INTEGER NOT NULL, content BLOB NOT NULL) STRICT;

        ALTER TABLE h_document ADD COLUMN parts TEXT;
        """

    /// A finding counts while it is open, `certain`, its rule `judged` and no exception covers it. `h_relation` says who
    /// provides what for whom, `h_exception` and `h_pack` keep what a run was judged by: decisions as the fleet file
    /// words them, rule packs with all their files.
    private static let judgement = """
        ALTER TABLE h_finding ADD COLUMN certain INTEGER NOT NULL DEFAULT 1 CHECK (certain IN (0, 1));
        ALTER TABLE h_finding ADD COLUMN judged INTEGER NOT NULL DEFAULT 1 CHECK (judged IN (0, 1));
        CREATE INDEX h_finding_open ON h_finding (rule) WHERE closed_run IS NULL;
        ALTER TABLE h_tally ADD COLUMN possible INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE h_rule ADD COLUMN question TEXT NOT NULL DEFAULT '';

        CREATE TABLE h_relation (
          provider TEXT NOT NULL, consumer TEXT NOT NULL, service TEXT NOT NULL, host TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          PRIMARY KEY (provider, consumer, service, host, from_run)) STRICT;

        CREATE TABLE h_exception (
          exception TEXT NOT NULL, rule TEXT NOT NULL, subject TEXT NOT NULL, expires TEXT NOT NULL, content TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          PRIMARY KEY (exception, from_run)) STRICT;

        CREATE TABLE h_pack (
          pack TEXT NOT NULL, version INTEGER NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, files BLOB NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          PRIMARY KEY (pack, from_run)) STRICT;
        """

    /// A part may be made small against what was seen at its endpoint before: a renewed certificate says little that is
    /// new. The base is a part that rests on no other.
    private static let bases = """
        ALTER TABLE h_part ADD COLUMN base_part_id INTEGER REFERENCES h_part;
        """

    /// What the usage lists said, as of the day of a run; empty is not known. Costs are never kept.
    private static let usage = """
        CREATE TABLE h_usage (
          body TEXT NOT NULL, domain TEXT NOT NULL, answer TEXT NOT NULL, product TEXT NOT NULL, version TEXT NOT NULL,
          operator TEXT NOT NULL, provider TEXT NOT NULL, status TEXT NOT NULL, since TEXT NOT NULL,
          contract_end TEXT NOT NULL, notice_by TEXT NOT NULL, owner TEXT NOT NULL, registered_by TEXT NOT NULL,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run,
          PRIMARY KEY (body, domain, answer, product, from_run)) STRICT;
        """

    /// Files of other tools. A newer file of the same source and body ends the rows it no longer has; `digest` is half a
    /// SHA-256 of what a row says, without its place. `product` is the catalogue's id and can be found anew.
    private static let imports = """
        CREATE TABLE h_import (
          import_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, body TEXT NOT NULL,
          format TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, day TEXT NOT NULL, confidence TEXT NOT NULL,
          at TEXT NOT NULL, imported_by TEXT NOT NULL, row_count INTEGER NOT NULL, refused INTEGER NOT NULL,
          undone TEXT) STRICT;
        CREATE INDEX h_import_by_source ON h_import (source, body);

        CREATE TABLE h_imported_row (
          row_id INTEGER NOT NULL PRIMARY KEY, digest BLOB NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
          host TEXT NOT NULL, vendor TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, purl TEXT NOT NULL,
          cpe TEXT NOT NULL, publisher_id TEXT NOT NULL, domain TEXT NOT NULL, installed TEXT, users INTEGER,
          port INTEGER, severity TEXT NOT NULL, cves TEXT NOT NULL, place TEXT NOT NULL, product TEXT,
          from_import INTEGER NOT NULL REFERENCES h_import, until_import INTEGER REFERENCES h_import) STRICT;
        CREATE INDEX h_imported_row_open ON h_imported_row (from_import) WHERE until_import IS NULL;
        CREATE INDEX h_imported_row_ended ON h_imported_row (until_import) WHERE until_import IS NOT NULL;
        """

    /// An interval that holds at run `?`; the argument is needed twice.
    static func holds(_ table: String) -> String {
        "\(table).from_run <= ? AND (\(table).until_run IS NULL OR \(table).until_run > ?)"
    }
}
