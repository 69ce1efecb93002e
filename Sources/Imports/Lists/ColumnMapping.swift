import Documents

/// Which column of a list says what: what a mapping file says, else what German and English headers usually mean.
package struct ColumnMapping: Sendable {
    /// What a column can say.
    enum Field: String, Sendable, CaseIterable {
        case name, vendor, version, host, users, domain, body, installed, purl, cpe
        case publisherID = "publisher_id"

        /// Headers that mean it, the surest first.
        var usual: [String] {
            switch self {
            case .name:
                [
                    "displayname", "produkt", "produktname", "software", "softwareprodukt", "fachverfahren",
                    "verfahren", "anwendung", "programm", "bezeichnung", "softwarename", "product", "application",
                    "name",
                ]
            case .vendor: ["hersteller", "publisher", "anbieter", "firma", "vendor", "manufacturer", "supplier"]
            case .version:
                ["version", "displayversion", "versionsnummer", "softwareversion", "release", "programmversion"]
            case .host:
                [
                    "hostname", "host", "pscomputername", "computername", "computer", "rechner", "gerät", "server",
                    "device",
                ]
            case .users:
                [
                    "anzahl", "nutzer", "anzahl nutzer", "anwender", "arbeitsplätze", "anzahl arbeitsplätze",
                    "lizenzen", "anzahl lizenzen", "installationen", "users", "count", "quantity",
                ]
            case .domain: ["fachbereich", "bereich", "einsatzbereich", "aufgabe", "domain", "kategorie", "category"]
            case .body: ["körperschaft", "kommune", "gemeinde", "behörde", "mandant", "body", "organisation"]
            case .installed: ["installdate", "installationsdatum", "installiert am", "installed", "install date"]
            case .purl: ["purl", "package url"]
            case .cpe: ["cpe"]
            case .publisherID: ["artikelnummer", "produktnummer", "identifyingnumber", "pschildname", "guid", "id"]
            }
        }
    }

    var headers: [Field: [String]] = [:]
    /// For every row whose cell is empty or whose column is not there.
    var constants: [Field: String] = [:]
    var sheet: String?

    package init() {}

    /// Positions by field in a header row; `nil` where nothing in it names a product.
    func columns(of cells: [String]) -> [Field: Int]? {
        let names = cells.map(Self.normalised)
        var columns: [Field: Int] = [:]
        for field in Field.allCases {
            let wanted = headers[field].map { $0.map(Self.normalised) } ?? field.usual
            let place = wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
            if let place, !columns.values.contains(place) { columns[field] = place }
        }
        return columns[.name] == nil ? nil : columns
    }

    private static func normalised(_ header: String) -> String {
        String(
            header.cleaned.lowercased().drop { "'\"#".contains($0) }.reversed().drop { ":*.".contains($0) }.reversed())
    }
}

extension ColumnMapping {
    private static let columns = YAMLKey.optional(
        "columns", fields, "Headers by field: name, vendor, version, host, users, domain, body and others.")
    private static let sheet = YAMLKey.optional("sheet", .text, "The sheet of a workbook; else its first one.")
    private static let body = YAMLKey.optional("body", .identifier, "Body id of every row that names none.")
    private static let domain = YAMLKey.optional("domain", .identifier, "Software domain of every row that names none.")
    private static let host = YAMLKey.optional("host", .text, "Host of every row that names none.")
    private static let vendor = YAMLKey.optional("vendor", .text, "Vendor of every row that names none.")

    private static let keys = Field.allCases.map {
        YAMLKey.optional($0.rawValue, YAMLShape<String>.text.someList, "Headers that mean it, the surest first.")
    }

    private static let fields = YAMLShape<[Field: [String]]>.mapping(
        YAMLMapping("columns", keys.map(\.declaration))
    ) { fields, _ in
        zip(Field.allCases, keys).reduce(into: [:]) { $0[$1.0] = fields[$1.1] }
    }

    static let shape = YAMLShape<ColumnMapping>.mapping(
        YAMLMapping(
            "a mapping",
            [
                columns.declaration, sheet.declaration, body.declaration, domain.declaration, host.declaration,
                vendor.declaration,
            ])
    ) { fields, _ in
        var mapping = ColumnMapping()
        mapping.headers = fields[columns] ?? [:]
        mapping.sheet = fields[sheet]
        mapping.constants = [
            .body: fields[body], .domain: fields[domain], .host: fields[host], .vendor: fields[vendor],
        ]
        .compactMapValues { $0 }
        return mapping
    }

    /// Reads a mapping file; throws the first `Diagnostic` of what is wrong with it.
    package static func read(at path: String) throws -> ColumnMapping {
        let log = DiagnosticLog()
        let node = try YAMLSource.read(TextFile.read(path), file: path)
        let mapping = shape.read(node, log)
        if let error = log.errors.first { throw error }
        return mapping ?? ColumnMapping()
    }
}
