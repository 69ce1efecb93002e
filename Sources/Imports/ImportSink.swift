import Documents
import Model

/// Takes the rows of one file: cleans them, bounds them, and keeps what was refused and why.
struct ImportSink {
    let file: String
    let limits: ImportLimits
    private(set) var rows: [ImportedRow] = []
    /// Rows refused, and cells left out of rows that were taken.
    private(set) var refusals: [Diagnostic] = []
    private(set) var refused = 0
    /// Pointers in a JSON file by the refusal they are about.
    private var pointers: [Int: String] = [:]
    var hasPointers: Bool { !pointers.isEmpty }
    /// The device, program or host the whole file is about.
    var subject: String?

    init(file: String, limits: ImportLimits) {
        self.file = file
        self.limits = limits
    }

    /// Rows without a name are nothing that could be looked for; they are refused, never dropped.
    ///
    /// `line` is `nil` in a JSON file, where the place of the row is a pointer.
    mutating func add(_ row: ImportedRow, line: Int? = nil) throws(Diagnostic) {
        var row = row
        for path in Self.texts { row[keyPath: path] = row[keyPath: path].cleaned }
        if let path = Self.texts.first(where: { row[keyPath: $0].utf8.count > limits.textBytes }) {
            let start = row[keyPath: path].excerpt
            return refuse(row, line, "'\(start)' is longer than \(limits.textBytes) bytes")
        }
        if row.kind == .host ? row.host.isEmpty : row.name.isEmpty {
            return refuse(row, line, "the row names no \(row.kind == .host ? "host" : "product")")
        }
        guard rows.count < limits.rows else {
            throw Diagnostic(
                at: Place(file: file, line: line ?? 1, column: 1), "the file has more than \(limits.rows) rows",
                hint: "divide it")
        }
        rows.append(row)
    }

    mutating func refuse(_ line: Int, _ message: String, hint: String? = nil) {
        refused += 1
        guard refusals.count < limits.refusals else { return }
        refusals.append(Diagnostic(at: Place(file: file, line: line, column: 1), message, hint: hint))
    }

    /// A cell that says nothing usable; the row is taken without it.
    mutating func note(_ line: Int, _ message: String) {
        guard refusals.count < limits.refusals else { return }
        refusals.append(Diagnostic(at: Place(file: file, line: line, column: 1), message))
    }

    private mutating func refuse(_ row: ImportedRow, _ line: Int?, _ message: String) {
        guard let line else { return refuse(pointer: row.place, message) }
        refuse(line, "\(row.place): \(message)")
    }

    /// What a pointer of a JSON file leads to.
    mutating func refuse(pointer: String, _ message: String) {
        pointers[refusals.count] = pointer
        refuse(1, "\(pointer): \(message)")
    }

    /// Gives refusals of a JSON file the lines their pointers lead to.
    mutating func findLines(in text: String) {
        let lines = JSONValue.lines(of: Set(pointers.values), in: Array(text.utf8))
        for (number, pointer) in pointers where refusals.indices.contains(number) {
            guard let line = lines[pointer] else { continue }
            let refusal = refusals[number]
            refusals[number] = Diagnostic(
                at: Place(file: file, line: line, column: 1), refusal.message, hint: refusal.hint)
        }
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
