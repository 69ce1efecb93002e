import Model

/// A usage list as a spreadsheet saves it: German or English headers, one row for each body, domain and product.
///
/// A row becomes the mapping a YAML list would hold, so that both are read and checked by the same declarations.
enum UsageTable {
    static func read(_ text: String, file: String, _ log: DiagnosticLog) -> [Written<Usage>] {
        do throws(Diagnostic) {
            let rows = try CSVRows(text, file: file).rows
            guard let head = rows.first else {
                throw Diagnostic(at: Place(file: file, line: 1, column: 1), "the file is empty")
            }
            guard let columns = columns(head, log) else { return [] }
            return rows.dropFirst().compactMap { row in
                node(row, columns, log).flatMap { UsageKeys.shape.read($0, log) }
            }
        } catch {
            log.report(error)
            return []
        }
    }

    /// `nil` where a header is not understood, which is reported.
    private static func columns(_ head: [Placed<String>], _ log: DiagnosticLog) -> [UsageColumn?]? {
        var seen: [UsageColumn: Place] = [:]
        var isGood = true
        let columns = head.map { cell -> UsageColumn? in
            if cell.value.isEmpty { return nil }
            guard let column = UsageColumn(header: cell.value) else {
                log.error(
                    at: cell.place, "unknown column '\(cell.value.excerpt)'",
                    hint: Suggestion.hint(for: cell.value, among: UsageColumn.allCases.map(\.german)))
                isGood = false
                return nil
            }
            if let other = seen.updateValue(cell.place, forKey: column) {
                log.error(
                    at: cell.place, "column '\(cell.value.excerpt)' is given twice",
                    hint: "the other one stands at \(other)")
                isGood = false
            }
            return column
        }
        for column in [UsageColumn.body, .domain, .product] where isGood && seen[column] == nil {
            log.error(
                at: head[0].place, "the column '\(column.german)' is missing", hint: "in English '\(column.rawValue)'")
            return nil
        }
        return isGood ? columns : nil
    }

    private static func node(_ row: [Placed<String>], _ columns: [UsageColumn?], _ log: DiagnosticLog) -> YAMLNode? {
        guard let place = row.first?.place, row.contains(where: { !$0.value.isEmpty }) else { return nil }
        guard row.count <= columns.count || row.dropFirst(columns.count).allSatisfy(\.value.isEmpty) else {
            log.error(
                at: row[columns.count].place, "the row has \(row.count) cells, the head \(columns.count)",
                hint: "put a cell that holds the separator in quotes")
            return nil
        }
        var entries: [YAMLEntry] = []
        var status: [YAMLEntry] = []
        for (column, cell) in zip(columns, row) {
            guard let column, !cell.value.isEmpty else { continue }
            let entry = YAMLEntry(
                key: YAMLScalar(column.key, isPlain: false), keyPlace: cell.place,
                value: YAMLNode(.scalar(column.scalar(cell.value)), at: cell.place))
            if column.isStatus { status.append(entry) } else { entries.append(entry) }
        }
        if let first = status.first {
            entries.append(
                YAMLEntry(
                    key: YAMLScalar(UsageKeys.status.name, isPlain: false), keyPlace: first.keyPlace,
                    value: YAMLNode(.mapping(status), at: first.keyPlace)))
        }
        return YAMLNode(.mapping(entries), at: place)
    }
}

/// A column of a usage list, by its English header.
enum UsageColumn: String, CaseIterable {
    case body, domain, product, version, `operator`, provider, users, workplaces
    case evaluating, planned, bought, pilot, live
    case phasingOut = "phasing_out"
    case retired
    case contractEnd = "contract_end"
    case noticeMonths = "notice_months"
    case costPerYear = "cost_per_year"
    case shareCost = "share_cost"
    case owner
    case registeredBy = "registered_by"

    init?(header: String) {
        let word = header.lowercased()
        guard let column = Self.allCases.first(where: { word == $0.rawValue || word == $0.german.lowercased() }) else {
            return nil
        }
        self = column
    }

    var german: String {
        switch self {
        case .body: "Körperschaft"
        case .domain: "Fachbereich"
        case .product: "Produkt"
        case .version: "Version"
        case .operator: "Betrieb"
        case .provider: "Betreiber"
        case .users: "Nutzende"
        case .workplaces: "Arbeitsplätze"
        case .evaluating: "in Prüfung seit"
        case .planned: "geplant seit"
        case .bought: "beschafft am"
        case .pilot: "Pilot ab"
        case .live: "produktiv ab"
        case .phasingOut: "Ablösung ab"
        case .retired: "abgeschaltet am"
        case .contractEnd: "Vertragsende"
        case .noticeMonths: "Kündigungsfrist (Monate)"
        case .costPerYear: "Kosten pro Jahr"
        case .shareCost: "Kosten zeigen"
        case .owner: "Verantwortlich"
        case .registeredBy: "erfasst durch"
        }
    }

    /// Key of the mapping the row becomes.
    var key: String { self == .phasingOut ? UsageStatus.phasingOut.rawValue : rawValue }

    var isStatus: Bool { UsageStatus(rawValue: key) != nil }

    /// As YAML would write it: `ja` is `true`, `31.12.2026` is `2026-12-31`.
    func scalar(_ text: String) -> YAMLScalar {
        switch self {
        case .users, .workplaces, .noticeMonths, .costPerYear, .shareCost:
            YAMLScalar(Self.words[text.lowercased()] ?? text, isPlain: true)
        case .operator, .registeredBy, .product:
            YAMLScalar(Self.words[text.lowercased()] ?? text, isPlain: false)
        case .contractEnd: YAMLScalar(Self.isoDay(text), isPlain: false)
        default: YAMLScalar(isStatus ? Self.isoDay(text) : text, isPlain: false)
        }
    }

    private static let words = [
        "ja": "true", "nein": "false", "selbst": "self", "gemeinsame stelle": "shared-centre",
        "dienstleister": "provider", "körperschaft": "body", "verbund": "cooperation", "keine": "none",
        "unbekannt": "unknown",
    ]

    private static func isoDay(_ text: String) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) })
        else {
            return text
        }
        return parts.reversed().map { $0.count == 1 ? "0\($0)" : String($0) }.joined(separator: "-")
    }
}
