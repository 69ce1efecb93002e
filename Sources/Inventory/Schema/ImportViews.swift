/// The SQL behind the public views of imports.
enum ImportViews {
    static let statements = [
        imports, view("imported_software", of: "software", software), view("imported_host", of: "host", host),
        view("imported_vulnerability", of: "vulnerability", vulnerability),
    ]

    private static let imports = """
        CREATE VIEW import AS SELECT 'I-' || i.import_id AS import_id, i.source AS source, i.body AS body,
          i.format AS format, i.file AS file, i.sha256 AS sha256, i.day AS day, i.confidence AS confidence, i.at AS at,
          i.imported_by AS imported_by, i.row_count AS row_count, i.refused AS refused,
          CASE WHEN i.undone IS NOT NULL THEN 'undone'
            WHEN i.import_id = (SELECT max(l.import_id) FROM h_import l
              WHERE l.source = i.source AND l.body = i.body AND l.undone IS NULL) THEN 'current'
            ELSE 'replaced' END AS state
        FROM h_import i
        """

    private static let software = """
        r.host AS host, r.vendor AS vendor, r.name AS name, r.version AS version, r.product AS product, r.purl AS purl,
        r.cpe AS cpe, r.publisher_id AS publisher_id, r.domain AS domain, r.installed AS installed, r.users AS users
        """
    private static let host = "r.host AS host, r.port AS port, r.name AS service"
    private static let vulnerability = """
        r.host AS host, r.port AS port, r.publisher_id AS test_id, r.name AS name, r.severity AS severity, r.cves AS cves
        """

    private static func view(_ name: String, of kind: String, _ columns: String) -> String {
        """
        CREATE VIEW \(name) AS SELECT 'I-' || i.import_id AS import_id, i.source AS source,
          i.confidence AS confidence, r.place AS place, r.body AS body, \(columns)
        FROM h_imported_row r JOIN h_import i ON i.import_id = r.from_import
        WHERE r.until_import IS NULL AND r.kind = '\(kind)'
        """
    }
}
