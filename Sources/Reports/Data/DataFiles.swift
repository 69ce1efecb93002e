import Documents
import Model

/// The files for tools: tables as CSV with the vocabulary's column names, findings and endpoints as JSON too.
struct DataFiles {
    let picture: Picture

    var files: [ReportFile] {
        [
            csv(.findings, findings), csv(.endpoints, endpoints), csv(.certificates, certificates),
            csv(.software, software),
            csv(.exceptions, exceptions), csv(.changes, changes), csv(.balances, balances), csv(.movements, movements),
            csv(.events, events), csv(.shared, shared), csv(.evidence, evidence),
            json(.findingsJSON, "findings", findings),
            json(.endpointsJSON, "endpoints", endpoints), CertificateCalendar(picture: picture).file,
        ] + (serviceTables + harmonisationTables).map { csv($0.0, $0.1) }
    }

    private func csv(_ name: DataName, _ table: DataTable) -> ReportFile {
        ReportFile(path: name.path, text: CSV.text(head: table.columns, rows: table.texts, dialect: .germanExcel))
    }

    private func json(_ name: DataName, _ what: String, _ table: DataTable) -> ReportFile {
        let document = JSONText.object([
            ("schema", .string("lagebild/report-\(what)/1")),
            ("tool", .object([("name", .string("lagebild")), ("version", .string(picture.run.tool))])),
            ("run", .string(picture.run.id)), ("at", .string(picture.run.started.description)),
            (what, .array(table.objects)),
        ])
        return ReportFile(path: name.path, text: document.file)
    }
}

/// A table for tools: typed cells under column names.
struct DataTable {
    let columns: [String]
    let rows: [[JSONText]]

    /// Reordering characters are written out here too: a spreadsheet shows names as a page does.
    var texts: [[String]] { rows.map { $0.map { EscapedText.visible($0.cellText) } } }
    var objects: [JSONText] { rows.map { .object(Array(zip(columns, $0))) } }
}

extension JSONText {
    /// The value as a cell of a table.
    fileprivate var cellText: String {
        switch self {
        case .string(let text): text
        case .number(let value): String(value)
        case .bool(let value): value ? "true" : "false"
        case .null: ""
        case .array(let items): items.map(\.cellText).joined(separator: ", ")
        case .object(let pairs): pairs.map { "\($0.0): \($0.1.cellText)" }.joined(separator: ", ")
        }
    }

    static func text(_ value: String?) -> JSONText { value.map { .string($0) } ?? .null }
    static func words(_ values: [String]) -> JSONText { .array(values.map { .string($0) }) }
    static func day(_ value: Day?) -> JSONText { text(value?.description) }
    static func time(_ value: Timestamp?) -> JSONText { text(value?.description) }
}
