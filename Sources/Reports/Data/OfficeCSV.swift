/// CSV as a German Excel opens it by double click: byte order mark, `;`, CRLF, every cell quoted.
struct OfficeCSV {
    let header: [String]
    let rows: [[String]]

    var text: String {
        "\u{FEFF}" + ([header] + rows).map { $0.map(Self.cell).joined(separator: ";") + "\r\n" }.joined()
    }

    /// A cell that begins like a formula is one to a spreadsheet, quoted or not: an apostrophe makes it text.
    private static func cell(_ text: String) -> String {
        let begin = text.unicodeScalars.first
        let isFormula = begin.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = EscapedText.visible(isFormula ? "'" + text : text)
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
