/// A table for the terminal: columns as wide as their content, the last one cut to the width there is.
struct TextTable {
    let head: [String]
    let rows: [[String]]
    var width = 80

    /// Lines without trailing spaces. Cells are made printable here and nowhere else.
    var lines: [String] {
        let all = [head] + rows.map { $0.map(printable) }
        let widths = head.indices.map { column in
            all.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return all.map { row in line(row, widths: widths) }
    }

    private func line(_ row: [String], widths: [Int]) -> String {
        var text = ""
        for (column, cell) in row.enumerated() {
            let isLast = column == row.count - 1
            text += isLast ? fitted(cell, after: text.count) : cell.padded(to: widths[column] + 2)
        }
        while text.last == " " { text.removeLast() }
        return text
    }

    private func fitted(_ cell: String, after used: Int) -> String {
        let room = max(12, width - used)
        return cell.count <= room ? cell : String(cell.prefix(room - 1)) + "…"
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// A paragraph broken at spaces; a word longer than the line stands alone.
func wrapped(_ text: String, width: Int = 80, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in printable(text).split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width - indent {
            lines.append(margin + line)
            line = ""
        }
        line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines.joined(separator: "\n")
}
