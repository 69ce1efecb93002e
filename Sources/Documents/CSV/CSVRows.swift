/// The rows of a CSV text (RFC 4180) with the place of every cell; commas or semicolons, as the first line has more of.
struct CSVRows {
    static let mostRows = 200_000
    static let mostColumns = 200

    private(set) var rows: [[Placed<String>]] = []

    init(_ text: String, file: String) throws(Diagnostic) {
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        // Character treats CR LF as one; scalars do not.
        let scalars = Array(text.unicodeScalars)
        let head = scalars.prefix { $0 != "\n" }
        let separator: Unicode.Scalar = head.count { $0 == ";" } >= head.count { $0 == "," } ? ";" : ","
        var reader = Reader(scalars: scalars, separator: separator, file: file)
        while let row = try reader.row() {
            if row.count > 1 || !(row.first?.value.isEmpty ?? true) { rows.append(row) }
            guard rows.count <= Self.mostRows else {
                throw Diagnostic(at: reader.place, "more than \(Self.mostRows) rows", hint: "divide the file")
            }
        }
    }

    private struct Reader {
        let scalars: [Unicode.Scalar]
        let separator: Unicode.Scalar
        let file: String
        var position = 0
        var line = 1
        var column = 1

        var place: Place { Place(file: file, line: line, column: column) }

        mutating func row() throws(Diagnostic) -> [Placed<String>]? {
            guard position < scalars.count else { return nil }
            var cells: [Placed<String>] = []
            while true {
                guard cells.count < CSVRows.mostColumns else {
                    throw Diagnostic(at: place, "more than \(CSVRows.mostColumns) columns")
                }
                cells.append(try cell())
                guard position < scalars.count else { return cells }
                let end = advance()
                if end == separator { continue }
                if end == "\r", position < scalars.count, scalars[position] == "\n" { _ = advance() }
                return cells
            }
        }

        private mutating func cell() throws(Diagnostic) -> Placed<String> {
            let start = place
            var text = String.UnicodeScalarView()
            if position < scalars.count, scalars[position] == "\"" {
                try quoted(into: &text, from: start)
            }
            while position < scalars.count, scalars[position] != separator,
                !"\r\n".unicodeScalars.contains(scalars[position])
            {
                text.append(advance())
            }
            return Placed(String(text).trimmed, at: start)
        }

        private mutating func quoted(into text: inout String.UnicodeScalarView, from start: Place) throws(Diagnostic) {
            _ = advance()
            while true {
                guard position < scalars.count else {
                    throw Diagnostic(at: start, "a quoted cell does not end", hint: "close it with \"")
                }
                let next = advance()
                guard next == "\"" else {
                    text.append(next)
                    continue
                }
                guard position < scalars.count, scalars[position] == "\"" else { return }
                text.append(advance())
            }
        }

        private mutating func advance() -> Unicode.Scalar {
            let scalar = scalars[position]
            position += 1
            let isNewLine =
                scalar == "\n" || (scalar == "\r" && !(position < scalars.count && scalars[position] == "\n"))
            (line, column) = isNewLine ? (line + 1, 1) : (line, column + 1)
            return scalar
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
