import Documents
import Model

/// Takes the rows of one file: cleans them, bounds them, and keeps what was refused and why.
struct ImportSink {
    let file: String
    let limits: ImportLimits
    private(set) var rows: [ImportedRow] = []
    private(set) var refusals: [Diagnostic] = []
    private(set) var refused = 0
    /// The device, program or host the whole file is about.
    var subject: String?

    init(file: String, limits: ImportLimits) {
        self.file = file
        self.limits = limits
    }

    /// Rows without a name are nothing that could be looked for; they are refused, never dropped.
    mutating func add(_ row: ImportedRow, line: Int = 1) throws(Diagnostic) {
        var row = row
        for path in Self.texts { row[keyPath: path] = row[keyPath: path].cleaned }
        if let path = Self.texts.first(where: { row[keyPath: $0].utf8.count > limits.textBytes }) {
            let start = row[keyPath: path].excerpt
            return refuse(line, "\(row.place): '\(start)' is longer than \(limits.textBytes) bytes")
        }
        if row.kind == .host ? row.host.isEmpty : row.name.isEmpty {
            return refuse(line, "\(row.place): the row names no \(row.kind == .host ? "host" : "product")")
        }
        guard rows.count < limits.rows else {
            throw Diagnostic(
                at: Place(file: file, line: line, column: 1), "the file has more than \(limits.rows) rows",
                hint: "divide it")
        }
        rows.append(row)
    }

    mutating func refuse(_ line: Int, _ message: String, hint: String? = nil) {
        refused += 1
        guard refusals.count < limits.refusals else { return }
        refusals.append(Diagnostic(at: Place(file: file, line: line, column: 1), message, hint: hint))
    }

    private static let texts: [WritableKeyPath<ImportedRow, String> & Sendable] = [
        \.body, \.host, \.vendor, \.name, \.version, \.purl, \.cpe, \.publisherID, \.domain, \.severity, \.cves,
    ]
}

/// How much of one file is taken.
package struct ImportLimits: Sendable {
    package var bytes = 256 << 20
    package var rows = 1_000_000
    /// Refused rows that are kept with their reason; all are counted.
    package var refusals = 1_000
    package var textBytes = 2_000

    package init() {}
}

extension String {
    /// One line without control characters and outer white space.
    var cleaned: String {
        if utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return self }
        let scalars = unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " " as Unicode.Scalar
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }
}
