import Model

extension HistoryTables {
    /// The figures of harmonisation as the lists said at each run. Columns are those of the tables rules read.
    static let harmonisation = """
        CREATE TABLE h_harmonisation_domain (
          domain TEXT NOT NULL, bodies INTEGER NOT NULL, known INTEGER NOT NULL, with_product INTEGER NOT NULL,
          coverage_percent INTEGER NOT NULL, index_percent INTEGER, target TEXT, on_target INTEGER NOT NULL,
          target_share_percent INTEGER, release_lines INTEGER NOT NULL, installations INTEGER NOT NULL,
          migrations_left INTEGER,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run) STRICT;
        CREATE INDEX h_harmonisation_domain_open ON h_harmonisation_domain (domain) WHERE until_run IS NULL;

        CREATE TABLE h_harmonisation_body (
          body TEXT NOT NULL, domain TEXT NOT NULL, answer TEXT NOT NULL, product TEXT NOT NULL,
          version TEXT NOT NULL, runner TEXT NOT NULL, target TEXT, on_target INTEGER NOT NULL, stage TEXT, due TEXT,
          support_end TEXT,
          from_run INTEGER NOT NULL REFERENCES h_run, until_run INTEGER REFERENCES h_run) STRICT;
        CREATE INDEX h_harmonisation_body_open ON h_harmonisation_body (body, domain) WHERE until_run IS NULL;
        """

    /// A table's columns, to copy rows between its history and the table itself.
    static func columns(of table: FactTable) -> String {
        table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    }
}
