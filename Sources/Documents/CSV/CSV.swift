/// Comma-separated values (RFC 4180) that a spreadsheet opens without running anything.
package enum CSV {
    package enum Dialect: Sendable {
        /// Commas, UTF-8.
        case standard
        /// Semicolons and a byte order mark: what a German Excel opens by double click.
        case germanExcel

        fileprivate var separator: String { self == .standard ? "," : ";" }
        fileprivate var start: String { self == .standard ? "" : "\u{FEFF}" }
    }

    /// Head and rows, each line ended by CR LF.
    package static func text(head: [String], rows: [[String]], dialect: Dialect = .standard) -> String {
        let lines = ([head] + rows).map { row in
            row.map(cell).joined(separator: dialect.separator) + "\r\n"
        }
        return dialect.start + lines.joined()
    }

    private static func cell(_ text: String) -> String {
        let safe = neutralised(text.replacingOccurrences { isCommand($0) ? "\u{FFFD}" : $0 })
        guard safe.unicodeScalars.contains(where: { "\",;\r\n\t".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// Control characters that are no white space: a terminal that shows the file would obey them.
    private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && !"\t\r\n".unicodeScalars.contains(scalar)
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe; a negative number is none.
    private static func neutralised(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        let isNumber =
            first == "-" && text.utf8.count > 1 && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
        return isNumber ? text : "'" + text
    }
}

extension String {
    fileprivate func replacingOccurrences(_ replace: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars { result.append(replace(scalar)) }
        return String(result)
    }
}
