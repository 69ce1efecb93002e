/// A workbook of Excel or LibreOffice (OOXML, .xlsx): cells as text. Formulas are never evaluated, their stored values are read.
package struct Workbook {
    private static let longestPart = 512 << 20

    private let archive: ZipArchive
    private let file: String
    private let sheets: [(name: String, path: String)]
    private let strings: [String]
    private let styles: CellStyles

    package init(_ bytes: [UInt8], file: String) throws {
        archive = try ZipArchive(bytes, file: file)
        self.file = file
        let parts = Parts(archive: archive, file: file)
        let book = try parts.document("xl/workbook.xml")
        let paths = try parts.relations("xl/_rels/workbook.xml.rels")
        sheets = (book.child("sheets")?.children(named: "sheet") ?? []).compactMap { sheet in
            guard let name = sheet["name"], let path = sheet["r:id"].flatMap({ paths[$0] }) else { return nil }
            return (name, path)
        }
        strings = try parts.strings()
        let starts1904 = ["1", "true"].contains(book.child("workbookPr")?["date1904"] ?? "")
        styles = CellStyles(try parts.optionalDocument("xl/styles.xml"), starts1904: starts1904)
    }

    package var sheetNames: [String] { sheets.map(\.name) }

    /// The sheet of that name, or the first one.
    package func sheetName(_ wanted: String?) throws(Diagnostic) -> String {
        guard let first = sheets.first else { throw problem("the workbook has no sheet") }
        guard let wanted else { return first.name }
        guard sheets.contains(where: { $0.name == wanted }) else {
            throw problem(
                "the workbook has no sheet '\(wanted.excerpt)'", hint: Suggestion.hint(for: wanted, among: sheetNames))
        }
        return wanted
    }

    /// Every row that is not empty, with its number as the program shows it.
    package func rows(of sheet: String, receive: ([String], Int) throws -> Void) throws {
        guard let path = sheets.first(where: { $0.name == sheet })?.path,
            let bytes = try archive.entry(path, most: Self.longestPart)
        else { throw problem("the sheet '\(sheet.excerpt)' is missing") }
        var reader = SheetReader(strings: strings, styles: styles)
        try XMLReading.events(of: bytes, file: "\(file)/\(path)", limits: .stream) { event in
            if let row = reader.take(event) { try receive(row.cells, row.number) }
        }
    }

    private func problem(_ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(at: Place(file: file, line: 1, column: 1), message, hint: hint)
    }

    /// The parts of the package around the sheets.
    private struct Parts {
        let archive: ZipArchive
        let file: String

        func document(_ path: String) throws -> XMLElement {
            guard let document = try optionalDocument(path) else {
                throw Diagnostic(at: Place(file: file, line: 1, column: 1), "not a workbook: there is no \(path)")
            }
            return document
        }

        func optionalDocument(_ path: String) throws -> XMLElement? {
            try archive.entry(path, most: XMLLimits.document.bytes).map {
                try XMLReading.document(of: $0, file: "\(file)/\(path)")
            }
        }

        /// Paths of parts by relation id. A path outside the package names no entry and is never opened as a file.
        func relations(_ path: String) throws -> [String: String] {
            try document(path).children(named: "Relationship").reduce(into: [:]) { paths, relation in
                guard let id = relation["Id"], let target = relation["Target"] else { return }
                paths[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
            }
        }

        func strings() throws -> [String] {
            let path = "xl/sharedStrings.xml"
            guard let bytes = try archive.entry(path, most: Workbook.longestPart) else { return [] }
            var strings: [String] = []
            try XMLReading.elements(named: ["si"], of: bytes, file: "\(file)/\(path)") { strings.append(text($0)) }
            return strings
        }

        /// Plain text, or the pieces of formatted text; how it is pronounced (`rPh`) is left out.
        private func text(_ item: XMLElement) -> String {
            item.children.map { $0.name == "t" ? $0.text : $0.name == "r" ? $0.child("t")?.text ?? "" : "" }.joined()
        }
    }
}
