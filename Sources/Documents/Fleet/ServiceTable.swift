import Model

/// A service list as a spreadsheet saves it: German or English headers, one row for each body and service.
///
/// A row becomes the mapping a YAML list would hold, so that both are read and checked by the same declarations.
enum ServiceTable {
    static func read(_ text: String, file: String, _ log: DiagnosticLog) -> [Written<OnlineOffer>] {
        do throws(Diagnostic) {
            let rows = try CSVRows(text, file: file).rows
            guard let head = rows.first else {
                throw Diagnostic(at: Place(file: file, line: 1, column: 1), "the file is empty")
            }
            let columns = head.map { column($0, log) }
            guard !log.hasErrors else { return [] }
            return rows.dropFirst().compactMap { row in
                node(row, columns, log).flatMap { OnlineOfferKeys.shape.read($0, log) }
            }
        } catch {
            log.report(error)
            return []
        }
    }

    private enum Column: String, CaseIterable {
        case body, service, url
        case trustLevel = "trust_level"
        case platform

        var german: String {
            switch self {
            case .body: "Körperschaft"
            case .service: "Leistung"
            case .url: "Adresse"
            case .trustLevel: "Vertrauensniveau"
            case .platform: "Plattform"
            }
        }
    }

    /// `nil` for a column without a header, and for one that is not understood, which is reported.
    private static func column(_ cell: Placed<String>, _ log: DiagnosticLog) -> Column? {
        guard !cell.value.isEmpty else { return nil }
        let word = cell.value.lowercased()
        let found = Column.allCases.first { word == $0.rawValue || word == $0.german.lowercased() }
        if found == nil {
            log.error(
                at: cell.place, "unknown column '\(cell.value.excerpt)'",
                hint: Suggestion.hint(for: cell.value, among: Column.allCases.map(\.german)))
        }
        return found
    }

    private static func node(_ row: [Placed<String>], _ columns: [Column?], _ log: DiagnosticLog) -> YAMLNode? {
        guard let place = row.first?.place, row.contains(where: { !$0.value.isEmpty }) else { return nil }
        guard row.count <= columns.count || row.dropFirst(columns.count).allSatisfy(\.value.isEmpty) else {
            log.error(
                at: row[columns.count].place, "the row has \(row.count) cells, the head \(columns.count)",
                hint: "put a cell that holds the separator in quotes")
            return nil
        }
        let entries = zip(columns, row).compactMap { column, cell -> YAMLEntry? in
            guard let column, !cell.value.isEmpty else { return nil }
            let value = column == .trustLevel ? levels[cell.value.lowercased()] ?? cell.value : cell.value
            return YAMLEntry(
                key: YAMLScalar(column.rawValue, isPlain: false), keyPlace: cell.place,
                value: YAMLNode(.scalar(YAMLScalar(value, isPlain: false)), at: cell.place))
        }
        return YAMLNode(.mapping(entries), at: place)
    }

    private static let levels = [
        "kein": "none", "keines": "none", "normal": "basic", "niedrig": "basic", "substanziell": "substantial",
        "substantiell": "substantial", "hoch": "high",
    ]
}
