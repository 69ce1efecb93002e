import Documents
import Model

/// Lists as people keep them: a header row somewhere near the top, then a row for each product.
struct ListReader {
    let mapping: ColumnMapping
    /// Titles and notes above the header row.
    private static let rowsBeforeHeader = 30

    func readCSV(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        guard var reader = DelimitedReader(bytes) else { throw problem(sink.file, "the file is not valid UTF-16") }
        var list = ListRows(mapping: mapping)
        while let row = reader.next() {
            switch row {
            case .cells(let cells, let line): try list.take(cells, "line \(line)", line, &sink)
            case .wrong(let reason, let line): sink.refuse(line, "line \(line): \(reason)")
            }
        }
        try list.finish(sink.file)
    }

    func readXLSX(_ bytes: [UInt8], into sink: inout ImportSink) throws {
        var list = ListRows(mapping: mapping)
        let book = try Workbook(bytes, file: sink.file)
        let sheet = try book.sheetName(mapping.sheet)
        try book.rows(of: sheet) { cells, row in
            try list.take(cells, "\(sheet) row \(row)", row, &sink)
        }
        try list.finish(sink.file)
    }

    /// Finds the header, then turns rows into software.
    private struct ListRows {
        let mapping: ColumnMapping
        private var columns: [ColumnMapping.Field: Int]?
        private var seen: [String] = []
        private var rows = 0

        init(mapping: ColumnMapping) { self.mapping = mapping }

        mutating func take(_ cells: [String], _ place: String, _ line: Int, _ sink: inout ImportSink) throws {
            if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return }
            guard let columns else {
                rows += 1
                columns = mapping.columns(of: cells)
                if seen.count < cells.count { seen = cells }
                if columns == nil, rows > ListReader.rowsBeforeHeader { try finish(sink.file) }
                return
            }
            func cell(_ field: ColumnMapping.Field) -> String {
                let text = columns[field].flatMap { cells.indices.contains($0) ? cells[$0].cleaned : nil } ?? ""
                return text.isEmpty ? mapping.constants[field] ?? "" : text
            }
            var row = ImportedRow(.software, name: cell(.name), place: place)
            row.body = cell(.body)
            row.host = cell(.host)
            row.vendor = cell(.vendor)
            row.version = cell(.version)
            row.purl = cell(.purl)
            row.cpe = cell(.cpe)
            row.domain = cell(.domain)
            row.publisherID = cell(.publisherID)
            row.users = Self.count(cell(.users))
            if !cell(.users).isEmpty, row.users == nil {
                return sink.refuse(
                    line, "\(place): '\(cell(.users).excerpt)' is not a number of users",
                    hint: "write a whole number, or leave the cell empty")
            }
            row.installed = Day(written: cell(.installed))
            if !cell(.installed).isEmpty, row.installed == nil {
                sink.note(line, "\(place): '\(cell(.installed).excerpt)' is not a day; the row is taken without it")
            }
            try sink.add(row, line: line)
        }

        /// `1200`, `1.200` or `1 200`; a decimal or negative number counts nobody.
        private static func count(_ text: String) -> Int? {
            guard text.wholeMatch(of: #/[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+/#) != nil else { return nil }
            return Int(text.filter(\.isNumber))
        }

        func finish(_ file: String) throws {
            guard columns == nil else { return }
            let headers = seen.prefix(12).map { "'\($0.excerpt)'" }.joined(separator: ", ")
            throw Diagnostic(
                at: Place(file: file, line: 1, column: 1), "no column names a product; the widest row has \(headers)",
                hint: "--mapping FILE says which: columns: {name: [HEADER]}")
        }
    }

    private func problem(_ file: String, _ message: String) -> Diagnostic {
        Diagnostic(at: Place(file: file, line: 1, column: 1), message)
    }
}

extension Day {
    /// `2026-11-23`, `23.11.2026`, `2026/11/23`, `23/11/2026`, `20261123` or a time that starts with one; else `nil`.
    init?(written text: String) {
        let word = text.split { $0 == " " || $0 == "T" }.first.map(String.init) ?? ""
        let parts = word.split { $0 == "." || $0 == "/" || $0 == "-" }.map(String.init)
        func two(_ text: String) -> String { text.count == 1 ? "0\(text)" : text }
        if parts.count == 3, parts[0].count == 4 {
            self.init("\(parts[0])-\(two(parts[1]))-\(two(parts[2]))")
        } else if parts.count == 3 {
            self.init("\(parts[2])-\(two(parts[1]))-\(two(parts[0]))")
        } else if word.count == 8 {
            self.init("\(word.prefix(4))-\(word.dropFirst(4).prefix(2))-\(word.suffix(2))")
        } else {
            return nil
        }
    }
}
