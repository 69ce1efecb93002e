import Model

extension PublicViews {
    static let imports = [importView, importedSoftware, importedHost, importedVulnerability]

    private static let importView = FactTable(
        "import", "Every file of another tool that was imported.",
        [
            .text("import_id", "I- and a number."), .text("source", "What it replaces older files of."),
            .text("body", "Body id the file is about; empty where its rows name their own."),
            .text("format", "csv, cyclonedx, dpkg and others."), .text("file", "Name of the file."),
            .text("sha256", "Of the whole file."), .text("day", "The day the file is about, YYYY-MM-DD."),
            .text("confidence", "certain (an inventory), declared (a list) or possible (a scanner's belief)."),
            .text("at", "When it was imported, RFC 3339."), .text("imported_by", "Who typed the command."),
            .integer("row_count", "Rows taken."), .integer("refused", "Rows refused."),
            .text("state", "current, replaced or undone."),
        ])

    private static let importedSoftware = FactTable(
        "imported_software", "Software that the current imports name; empty text is what a file leaves open.",
        origin + [
            .text("host", "Host or device."), .text("vendor", "As the file writes it."),
            .text("name", "As the file writes it."), .text("version", "As the file writes it."),
            .text("product", absent: "Not in the catalogue.", "Catalogue id."), .text("purl", "Package URL."),
            .text("cpe", "CPE name."), .text("publisher_id", "The producer's own number: a GUID, a bom-ref."),
            .text("domain", "Software domain as the file or its mapping says it."),
            .text("installed", absent: "The file does not say.", "Day of installation, YYYY-MM-DD."),
            .integer("users", absent: "The file does not say.", "Users, workplaces or licences."),
        ])

    private static let importedHost = FactTable(
        "imported_host", "Open ports that the current imports name.",
        origin + [
            .text("host", "Name, else address."), .integer("port", absent: "No port.", "Port."),
            .text("service", "As the scanner calls it."),
        ])

    private static let importedVulnerability = FactTable(
        "imported_vulnerability", "What vulnerability scanners reported in the current imports.",
        origin + [
            .text("host", "Name, else address."), .integer("port", absent: "About no port.", "Port."),
            .text("test_id", "The scanner's own number, such as an NVT's OID."), .text("name", "Name of the test."),
            .text("severity", "CVSS score as the scanner writes it."), .text("cves", "CVE ids, with spaces between."),
        ])

    private static let origin: [FactColumn] = [
        .text("import_id", "The import that first brought the row."), .text("source", "As in import."),
        .text("confidence", "As in import."), .text("place", "Line, row or pointer in that file."),
        .text("body", "Body id."),
    ]
}
